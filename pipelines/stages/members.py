"""The members of containers: their bytes into the log batch by batch, and the list of them beside the listed files."""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

import duckdb
import numpy as np
import pyarrow as pa

from pipelines.stages.run import Run
from warehouse.containers import BrokenContainer, Member, read_members
from warehouse.containers.lists import FOUND_MEMBERS, Container, MemberList, forget_other_lists
from warehouse.errors import UnusableSeeds
from warehouse.log import Arrival, Log, attach_log
from warehouse.log.accession import FACTS, LISTED_MEMBERS
from warehouse.log.verify import CONTAINER
from warehouse.receive import Listing

_BATCH_BYTES = 32 << 20
_BATCH_MEMBERS = 5000
_NO_BYTES = hashlib.sha256(b"").hexdigest()


def find_members(listing: Listing, cache: Path) -> Listing | None:
    """A listing with the members of every container as they are remembered, and with the problems of containers that
    could not be read on; null where one has not been read yet as it is now.
    """
    lists = [MemberList(cache, container) for container in listing.containers]
    if not all(made.is_complete for made in lists):
        return None
    tables = [_to_listed(container, made.load()) for container, made in zip(listing.containers, lists, strict=True)]
    table = pa.concat_tables(tables) if tables else LISTED_MEMBERS.empty_table()
    broken = tuple(
        Arrival(container.path, _NO_BYTES, container.byte_count, None, made.problem, has_bytes=False)
        for container, made in zip(listing.containers, lists, strict=True)
        if made.problem is not None
    )
    arrivals = tuple(sorted((*listing.arrivals, *broken), key=lambda arrival: arrival.path))
    return replace(listing, arrivals=arrivals, members=table)


def _to_listed(container: Container, found: pa.Table) -> pa.Table:
    """A container's members as they are listed: what is said of the container is said of each."""
    facts = dict(container.facts)
    count = found.num_rows
    columns = {"path": pa.repeat(pa.scalar(container.path), count), "ordinal": pa.array(np.arange(count))}
    for fact in FACTS:
        told = facts.get(fact)
        is_own = fact == "reference_code" or (fact == "origin" and told is None)
        columns[fact] = found.column(fact) if is_own else pa.repeat(pa.scalar(told, pa.string()), count)
    return pa.table(
        [columns[name] if name in columns else found.column(name) for name in LISTED_MEMBERS.names], LISTED_MEMBERS
    )


def receive_members(run: Run, log: Log, listing: Listing) -> None:
    """Read every container that is not remembered as it is now; log the bytes of its members, batch by batch.

    What died half-way goes on behind the last batch. A container that cannot be read on is remembered with its
    problem; what came before it stands. Raises UnusableSeeds where one cannot be opened or changes meanwhile.
    """
    for container in listing.containers:
        members = MemberList(run.cache, container)
        if members.is_complete and _are_kept(log, members):
            continue
        if members.is_complete:
            members.forget()  # the log does not have what the list says: it is another log
        try:
            with listing.open_container(container) as file:
                before = os.fstat(file.fileno())
                problem = _receive(run, log, container, members, file)
                after = os.fstat(file.fileno())
        except OSError as error:
            raise UnusableSeeds(f"{container.path} cannot be read: {error.strerror}. Give read access.") from error
        if (before.st_size, before.st_mtime_ns) != (container.byte_count, after.st_mtime_ns):
            members.forget()
            raise UnusableSeeds(f"{container.path} changed while it was being read: run again once it is at rest.")
        members.finish(problem)
    forget_other_lists(run.cache, listing.containers)


def _are_kept(log: Log, members: MemberList) -> bool:
    with duckdb.connect() as con:
        attach_log(con, log)
        con.register("remembered", members.load())
        lost = con.sql(
            "select 1 from remembered anti join log_contents using (sha256) where has_bytes limit 1"
        ).fetchall()
    return not lost


def _receive(run: Run, log: Log, container: Container, members: MemberList, file: BinaryIO) -> str | None:
    """Log and list what is not listed yet; what is wrong with the container, or None."""
    kept = _find_kept(log)
    behind = members.load().num_rows
    found = islice(read_members(file, container.path, container.byte_count, container.settings), behind, None)
    for batch, problem in _batches(found):
        new = {made.sha256: made.content for made in batch if made.content is not None and made.sha256 not in kept}
        if new:
            _log_bytes(run, log, container, new)
            kept.update(new)
        if batch:
            members.add(_to_table(batch))
            run.reporter.advance(file.tell(), max(file.tell(), container.byte_count))
        if problem is not None:
            return f"{container.path} {problem}"
    return None


def _find_kept(log: Log) -> set[str]:
    with duckdb.connect() as con:
        attach_log(con, log)
        return set(con.sql("select sha256 from log_contents").to_arrow_table().column(0).to_pylist())


class _Digested(NamedTuple):
    member: Member
    sha256: str

    @property
    def content(self) -> bytes | None:
        return self.member.content


def _batches(found: Iterator[Member]) -> Iterator[tuple[list[_Digested], str | None]]:
    """Members in batches of bounded size; with the last, why the container could not be read on, where it could not."""
    batch: list[_Digested] = []
    size = 0
    problem = None
    while True:
        try:
            member = next(found, None)
        except BrokenContainer as error:
            member, problem = None, str(error)
        if member is not None:
            content = member.content or None
            if content is None and member.problem is None:
                member = replace(member, content=None, problem="It is empty.")
            batch.append(_Digested(member, _NO_BYTES if content is None else hashlib.sha256(content).hexdigest()))
            size += len(content or b"")
        if member is None or size >= _BATCH_BYTES or len(batch) >= _BATCH_MEMBERS:
            yield batch, problem
            batch, size = [], 0
        if member is None:
            return


def _log_bytes(run: Run, log: Log, container: Container, new: dict[str, bytes]) -> None:
    contents = pa.table({"sha256": list(new), "content": pa.array(new.values(), pa.binary())})
    log.append(
        parent=log.head,
        recorded_at=run.clock(),
        kind="ingestion",
        cause=f"Bytes of {len(new):,} members of {container.path}.",
        agent=run.agent,
        run_id=run.run_id,
        segments={"contents": contents},
    )


def _to_table(batch: list[_Digested]) -> pa.Table:
    rows = [
        {
            "member": made.member.name,
            "sha256": made.sha256,
            "byte_count": len(made.content or b""),
            "media_type": made.member.media_type,
            "problem": made.member.problem,
            "has_bytes": made.content is not None,
            "reference_code": made.member.reference_code,
            "origin": made.member.origin,
        }
        for made in batch
    ]
    return pa.Table.from_pylist(rows, FOUND_MEMBERS)


def describe_containers(listing: Listing) -> dict[str, str]:
    """The containers as a transaction's details name them: digest, size, and how many members were listed."""
    counts = {row["values"]: row["counts"] for row in listing.members.column("path").value_counts().to_pylist()}
    return {
        f"{CONTAINER}{held.path}": json.dumps(
            {"sha256": held.sha256, "byte_count": held.byte_count, "members": counts.get(held.path, 0)}
        )
        for held in listing.containers
    }
