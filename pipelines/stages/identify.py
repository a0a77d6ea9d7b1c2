"""From claims to entities, events, witnesses and contradictions, as sets in DuckDB, over the staged tables."""

import shutil
from pathlib import Path

import duckdb

from pipelines.contradictions import find_contradictions
from pipelines.entities import resolve_entities
from pipelines.events import group_events, tie_citations
from pipelines.rulings import register_preferences, settle
from pipelines.stages.name_cache import keep_names, recall_names
from pipelines.stages.quarantine import set_aside
from pipelines.stages.rulings import apply_to_claims, order_claims, publish_judged
from pipelines.stages.run import Run
from pipelines.stages.tables import read_sql, view_staged
from pipelines.stages.working import open_working
from warehouse.contract.tables import TABLES
from warehouse.log import attach_log, open_log
from warehouse.publish import write_table

_READ = ("passages", "gaps", "citations", "claims", "claim_parts")
_MADE = (
    "entities", "entity_aliases", "events", "event_claims", "witnesses", "claim_support", "contradictions",
    "contradiction_claims", "replaced_ids",
)  # fmt: skip
_RESOLVED = {"sources": "sources_resolved", "claims": "claims_resolved", "claim_parts": "claim_parts_resolved"}


def identify(run: Run, *, is_recorded: bool = True) -> dict[str, int]:
    """Apply rulings, set aside what breaks a law of its own, resolve names, group claims, weigh witnesses, find
    contradictions; stage their tables and fill in the ids.

    What is set aside is recorded in the log, but not by a replay. Returns how many rows each staged table has.
    """
    run.reporter.begin("Identifying persons and events")
    with open_working(run) as con:
        attach_log(con, open_log(run.log_folder))
        view_staged(con, run.staging, [TABLES[name] for name in _READ])
        con.execute(f"create or replace view sources_read as {read_sql('sources_read')}")
        con.execute("create or replace view sources as from sources_read")
        applied = apply_to_claims(con)
        set_aside(run, con, applied.rejected, is_recorded=is_recorded)
        order_claims(con)
        known = recall_names(con, run.cache)
        judged = [*applied.judged, *resolve_entities(con, applied.on_names(), known_names=known)]
        keep_names(con, run.cache)
        register_preferences(con, applied.standing, judged)
        group_events(con)
        tie_citations(con)
        find_contradictions(con)
        publish_judged(con, settle(con, applied.standing, judged))
        counts = {name: write_table(con, TABLES[name], name, run.staging) for name in _MADE}
        for name in ("transactions", "quality_results"):  # so far: written again once the checks are logged
            write_table(con, TABLES[name], name, run.staging)
        counts["quarantine"] = write_table(con, TABLES["quarantine"], "quarantined", run.staging)
        counts["rulings"] = write_table(con, TABLES["rulings"], "rulings_judged", run.staging)
        for name, relation in _RESOLVED.items():
            _rewrite(con, name, relation, run.staging)
    return counts


def _rewrite(con: duckdb.DuckDBPyConnection, name: str, relation: str, staging: Path) -> None:
    """Write a staged table anew from a relation that reads it: beside it first, then in its place."""
    beside = staging / ".resolved"
    write_table(con, TABLES[name], relation, beside)
    (beside / name / f"{name}.parquet").replace(staging / name / f"{name}.parquet")
    shutil.rmtree(beside)
