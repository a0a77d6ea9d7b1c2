"""Fixity: whether the log and an edition are still what was written, byte for byte, with the first damage named.

Nothing is repaired here, and nothing but the check's own result is ever written.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from warehouse.errors import DamagedLog, UnusableHome
from warehouse.log.record import Segment, Transaction
from warehouse.log.store import Log

CONTAINER = "container "
"""How the name of a detail of a transaction begins that describes a container."""

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Fixity:
    """What a check found: how much was read, and every damage in the order of the log, one sentence each.

    ``containers`` names the files whose members the log holds; they themselves stay with their owner, unchecked.
    """

    transactions: int
    segments: int
    contents: int
    byte_count: int
    edition_files: int
    damages: tuple[str, ...]
    containers: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """The result in one sentence."""
        read = (
            f"Checked {self.transactions} transactions, {self.segments} segments ({self.byte_count:,} bytes), "
            f"{self.contents} contents and {self.edition_files} files of the edition"
        )
        if self.damages:
            return f"{read}: {self.damages[0]}"
        stay = ""
        if self.containers:
            stay = (
                f" Containers stay with their owners, of them only the members are kept: {'; '.join(self.containers)}."
            )
        return f"{read}: all are as recorded.{stay}"


def digest_file(path: Path) -> str:
    """SHA-256 of a file. Raises OSError where it cannot be read."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def verify_home(log: Log, edition: Path | None, *, tell: Callable[[int, int], None] = lambda *_: None) -> Fixity:
    """Check the chain, every segment's digest, every stored content's digest, and the files of an edition, if given.

    ``tell`` hears how many of all segments are done. Damage is returned, not raised.
    """
    counts = {"contents": 0, "bytes": 0, "files": 0}
    damages: list[str] = []
    try:
        transactions = log.transactions()
    except (DamagedLog, UnusableHome) as error:
        return Fixity(0, 0, 0, 0, 0, (str(error),))  # without its records nothing says what the rest should be
    segments = [(made, segment) for made in transactions for segment in made.segments]
    received: set[str] = set()
    stored: set[str] = set()
    for done, (made, segment) in enumerate(segments):
        tell(done, len(segments))
        damage = _verify_segment(log, made, segment, received, stored)
        damages += [damage] if damage else []
        counts["bytes"] += segment.byte_count
    counts["contents"] = len(stored)
    if not damages and (lost := sorted(received - stored)):
        damages.append(
            f"{log.folder} holds no bytes with the digest {lost[0]}, though a source with them was received."
        )
    if edition is not None:
        for file, damage in verify_edition(edition):
            counts["files"] += 1
            damages += [f"{file} {damage}"] if damage else []
    return Fixity(
        len(transactions),
        len(segments),
        counts["contents"],
        counts["bytes"],
        counts["files"],
        tuple(damages),
        _name_containers(transactions),
    )


def _name_containers(transactions: list[Transaction]) -> tuple[str, ...]:
    """The containers that were received, as they were last: name, size, digest."""
    last: dict[str, str] = {}
    for made in transactions:
        for name, told in made.details.items():
            if name.startswith(CONTAINER):
                held = json.loads(told)
                last[name] = (
                    f"{name.removeprefix(CONTAINER)} ({held['members']:,} members, {held['byte_count']:,} bytes, "
                    f"SHA-256 {held['sha256']})"
                )
    return tuple(last.values())


def _verify_segment(
    log: Log, transaction: Transaction, segment: Segment, received: set[str], stored: set[str]
) -> str | None:
    path = log.folder / segment.file
    try:
        log.check_size(segment)
        found = digest_file(path)
    except DamagedLog as error:
        return str(error)
    except OSError as error:
        return f"{path} cannot be read ({error.strerror}): restore it from a copy of the log."
    if found != segment.sha256:
        return f"{path} was changed: its digest is {found}, {segment.sha256} was recorded. Restore it from a copy."
    # From here on the bytes are those written; what follows asks whether they were written right.
    with pq.ParquetFile(path) as file:
        if file.metadata.num_rows != segment.rows:
            return f"{path} has {file.metadata.num_rows} rows, {segment.rows} were recorded."
        for number in range(file.num_row_groups):
            damage = _verify_rows(file, number, transaction.tx, segment.stream, received, stored)
            if damage:
                return f"{path} {damage}"
    return None


def _verify_rows(
    file: pq.ParquetFile, number: int, tx: int, stream: str, received: set[str], stored: set[str]
) -> str | None:
    columns = {"contents": ["tx", "sha256", "content"], "accessions": ["tx", "sha256", "byte_count", "problem"]}
    rows = file.read_row_group(number, columns=columns.get(stream, ["tx"]))
    if pc.any(pc.not_equal(rows.column("tx"), tx)).as_py():
        return f"holds entries of another transaction than {tx}."
    if stream == "accessions":
        kept = rows.filter(pc.and_(pc.is_null(rows.column("problem")), pc.greater(rows.column("byte_count"), 0)))
        received.update(kept.column("sha256").to_pylist())
    if stream == "contents":
        for sha256, content in zip(rows.column("sha256").to_pylist(), rows.column("content"), strict=True):
            if _digest_value(content) != sha256:
                return f"holds bytes recorded as {sha256} whose digest is {_digest_value(content)}."
            stored.add(sha256)
    return None


def _digest_value(content: pa.BinaryScalar) -> str:
    return hashlib.sha256(content.as_buffer()).hexdigest()


def verify_edition(edition: Path) -> Iterator[tuple[Path, str | None]]:
    """Every file the edition's data package describes, with what is wrong with it, or None."""
    descriptor = edition / "datapackage.json"
    try:
        package = json.loads(descriptor.read_bytes())
        resources = [(edition / part["path"], part["byte_count"], part["sha256"]) for part in package["resources"]]
    except OSError as error:
        yield descriptor, f"cannot be read ({error.strerror}): run `regesta rebuild`."
        return
    except (ValueError, KeyError, TypeError):
        yield descriptor, "is no description of an edition: run `regesta rebuild`."
        return
    yield descriptor, None
    for path, size, recorded in resources:
        try:
            found = digest_file(path)
        except OSError as error:
            yield path, f"cannot be read ({error.strerror}): run `regesta rebuild`."
            continue
        if path.stat().st_size != size or found != recorded:
            yield path, f"was changed: its digest is {found}, {recorded} was published. Run `regesta rebuild`."
        else:
            yield path, None


def record_fixity(
    log: Log, fixity: Fixity, *, agent: str, run_id: str | None, recorded_at: datetime
) -> Transaction | None:
    """Record the result in the log; None where the log's own records are damaged, and nothing can follow them."""
    try:
        head = log.head
    except DamagedLog:
        return None
    return log.append(
        parent=head,
        recorded_at=recorded_at,
        kind="fixity check",
        cause=fixity.told,
        agent=agent,
        run_id=run_id,
        segments={},
        details={"damages": str(len(fixity.damages))},
    )
