"""From the seed folder into the log: what came, changed, moved or went."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipelines.stages.members import describe_containers, find_members, receive_members
from pipelines.stages.plan import find_standing_edition
from pipelines.stages.ruling_folder import record_rulings
from pipelines.stages.run import Run
from pipelines.stages.tables import read_sql
from pipelines.stages.withdrawal import Withdrawal, describe_folder, judge_withdrawal
from pipelines.stages.working import open_working
from warehouse.contract.tables import TABLES
from warehouse.errors import UnusableSeeds
from warehouse.log import Log, attach_log, compare_folder, open_log
from warehouse.publish import clear_staging, write_table
from warehouse.receive import Listing, NewContents, list_seeds


@dataclass(frozen=True, slots=True)
class Received:
    """What receiving found: a sentence for people, whether later stages have work, rows of the staged tables, and a
    sentence for each ruling that cannot be understood.
    """

    summary: str
    is_work_left: bool
    counts: dict[str, int]
    problems: tuple[str, ...] = ()


def receive_sources(run: Run) -> Received:
    """Record what is new in the seed folder and its rulings, and stage ``sources`` and ``source_versions``.

    Raises UnusableSeeds where the folder is missing, or empty with nothing recorded either.
    """
    run.reporter.begin("Receiving sources")
    log = open_log(run.log_folder)
    standing = find_standing_edition(
        run.seeds, run.home, run.rulings, is_withdrawal_wanted=run.withdraw, is_paranoid=run.is_paranoid
    )
    if standing is not None and not run.only:
        return Received(f"Nothing has changed since edition {standing.name}.", False, {})
    log.sweep()
    clear_staging(run.home, keep=run.run_id)
    now = run.clock()
    listed = list_seeds(run.seeds, run.cache, now_ns=int(now.timestamp() * 1e9), reads_all=run.is_paranoid)
    receive_members(run, log, listed)
    listing = find_members(listed, run.cache)
    assert listing is not None  # each was just received
    with open_working(run) as con:
        attach_log(con, log)
        withdrawal = Withdrawal(False)  # a run of some sources says nothing of the others
        if not run.only:
            withdrawal = judge_withdrawal(con, log, listing, run.home, is_wanted=run.withdraw)
        summary = _record(run, con, log, listing, withdrawal)
        ruled, problems = record_rulings(run, con, log, withdraw=withdrawal.is_allowed)
        attach_log(con, log)
        counts = stage_sources(con, run.staging)
    return Received(summary + ruled, True, counts, problems)


def stage_sources(con: duckdb.DuckDBPyConnection, staging: Path) -> dict[str, int]:
    """Stage ``sources`` and ``source_versions`` from an attached log; returns how many rows each has."""
    con.execute(f"create or replace view sources_read as {read_sql('sources_read')}")
    staged = {"sources": "sources_read", "source_versions": "source_versions"}
    return {name: write_table(con, TABLES[name], relation, staging) for name, relation in staged.items()}


def _record(run: Run, con: duckdb.DuckDBPyConnection, log: Log, listing: Listing, withdrawal: Withdrawal) -> str:
    head = log.head
    if not listing.arrivals and not listing.members.num_rows and head is None:
        raise UnusableSeeds(
            f"The seed folder {run.seeds} has no sources: put files in it, or give another with --seeds."
        )
    entries = compare_folder(con, listing.arrivals, listing.members, withdraw=withdrawal.is_allowed)
    note = "" if withdrawal.reason is None else f" Nothing was withdrawn: {withdrawal.reason} (--withdraw overrides)."
    if not entries.num_rows:
        return f"No source has changed.{note}"
    kept = con.sql("select sha256 from log_contents").to_arrow_table().column(0).to_pylist()
    with log.begin(head) as pending:
        contents = NewContents(listing, entries, set(kept))
        pending.write("contents", contents)
        entries = contents.settle()
        if not entries.num_rows:
            return f"What changed was still changing: it waits for the next run.{note}"
        actions = entries.column("action").value_counts().to_pylist()
        told = ", ".join(f"{row['counts']} {row['values']}" for row in sorted(actions, key=lambda row: row["values"]))
        is_leaving = {row["values"] for row in actions} == {"withdrawn"}
        pending.write("accessions", entries)
        pending.commit(
            recorded_at=run.clock(),
            kind="deaccession" if is_leaving else "ingestion",
            cause=f"Sources in the seed folder: {told}.",
            agent=run.agent,
            run_id=run.run_id,
            # Another folder becomes the recorded one only where it may withdraw.
            details=(describe_folder(listing.folder, run.home) if withdrawal.is_allowed else {})
            | describe_containers(listing),
        )
    return f"Sources: {told}.{note}"
