"""From the seed folder into the log: what came, changed, moved or went."""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from pipelines.stages.plan import find_standing_edition
from pipelines.stages.run import Run
from pipelines.stages.tables import read_sql
from pipelines.stages.withdrawal import describe_folder, judge_withdrawal
from warehouse.contract.streams import Content
from warehouse.contract.tables import TABLES
from warehouse.contract.types import table_of
from warehouse.errors import UnusableSeeds
from warehouse.log import Log, attach_log, compare_folder, open_log
from warehouse.publish import write_table
from warehouse.receive import Listing, list_seeds, read_file
from warehouse.translations.to_arrow import to_arrow_schema

_BATCH_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Received:
    """What receiving found: a sentence for people, whether later stages have work, rows of the staged tables."""

    summary: str
    is_work_left: bool
    counts: dict[str, int]


def receive_sources(run: Run) -> Received:
    """Record what is new in the seed folder and stage ``sources`` and ``source_versions``.

    Raises UnusableSeeds where the folder is missing, or empty with nothing recorded either.
    """
    run.reporter.begin("Receiving sources")
    log = open_log(run.log_folder)
    standing = find_standing_edition(run.seeds, run.home, is_withdrawal_wanted=run.withdraw)
    if standing is not None:
        return Received(f"Nothing has changed since edition {standing.name}.", False, {})
    now = run.clock()
    listing = list_seeds(run.seeds, run.cache, now_ns=int(now.timestamp() * 1e9))
    with duckdb.connect() as con:
        attach_log(con, log)
        summary = _record(run, con, log, listing)
        attach_log(con, log)
        con.execute(f"create or replace view sources_read as {read_sql('sources_read')}")
        staged = {"sources": "sources_read", "source_versions": "source_versions"}
        counts = {name: write_table(con, TABLES[name], relation, run.staging) for name, relation in staged.items()}
    return Received(summary, True, counts)


def _record(run: Run, con: duckdb.DuckDBPyConnection, log: Log, listing: Listing) -> str:
    head = log.head
    if not listing.arrivals and head is None:
        raise UnusableSeeds(
            f"The seed folder {run.seeds} has no sources: put files in it, or give another with --seeds."
        )
    withdrawal = judge_withdrawal(con, log, listing, run.home, is_wanted=run.withdraw)
    entries = compare_folder(con, listing.arrivals, withdraw=withdrawal.is_allowed)
    note = "" if withdrawal.reason is None else f" Nothing was withdrawn: {withdrawal.reason} (--withdraw overrides)."
    if not entries.num_rows:
        return f"No source has changed.{note}"
    actions = entries.column("action").value_counts().to_pylist()
    told = ", ".join(f"{row['counts']} {row['values']}" for row in sorted(actions, key=lambda row: row["values"]))
    is_leaving = {row["values"] for row in actions} == {"withdrawn"}
    log.append(
        parent=head,
        recorded_at=run.clock(),
        kind="deaccession" if is_leaving else "ingestion",
        cause=f"Sources in the seed folder: {told}.",
        agent=run.agent,
        run_id=run.run_id,
        segments={"accessions": entries, "contents": _new_contents(con, listing, entries)},
        details=describe_folder(listing.folder, run.home),
    )
    return f"Sources: {told}.{note}"


def _new_contents(con: duckdb.DuckDBPyConnection, listing: Listing, entries: pa.Table) -> Iterator[pa.RecordBatch]:
    """The bytes the log does not have yet, once a digest, a few files at a time."""
    kept = {digest for (digest,) in con.execute("select sha256 from log_contents").fetchall()}
    schema = to_arrow_schema(table_of(Content))
    rows: list[dict[str, object]] = []
    size = 0
    for entry in entries.select(["path", "sha256", "problem", "action"]).to_pylist():
        if entry["sha256"] in kept or entry["problem"] is not None or entry["action"] == "withdrawn":
            continue
        kept.add(entry["sha256"])
        content = read_file(listing.folder, entry["path"])
        rows.append({"sha256": entry["sha256"], "content": content})
        size += len(content)
        if size >= _BATCH_BYTES:
            yield pa.RecordBatch.from_pylist(rows, schema)
            rows, size = [], 0
    if rows:
        yield pa.RecordBatch.from_pylist(rows, schema)
