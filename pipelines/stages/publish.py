"""The staged edition made whole with the log's own tables, and switched in."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipelines.claims.fingerprint import reading_fingerprint
from pipelines.stages.plan import describe_state
from pipelines.stages.read import is_all_read
from pipelines.stages.run import Run
from warehouse.contract.tables import TABLES
from warehouse.log import attach_log, open_log
from warehouse.marts.build import refresh_tables
from warehouse.publish import name_edition, publish, write_descriptor, write_table

LOG_TABLES = ("transactions", "quality_results")
"""The tables that tell of the run itself: they are complete only once its checks are logged."""


LOG_MARTS = ("quality_history",)
"""The marts that tell of them."""


@dataclass(frozen=True, slots=True)
class Published:
    """An edition that took force: its name, its folder, and how many rows the last written tables have."""

    edition: str
    folder: Path
    counts: dict[str, int]


def publish_edition(run: Run) -> Published:
    """Write the log's tables into the staged edition, describe it, and switch to it in one step."""
    run.reporter.begin("Publishing")
    head = open_log(run.log_folder).head
    assert head is not None
    name = name_edition(run.home, f"{head.tx:06d}-{head.hash[:8]}")
    with duckdb.connect() as con:
        attach_log(con, open_log(run.log_folder))
        # where a run read only some sources, the next one has the rest to do
        reading = reading_fingerprint() if is_all_read(con) else None
    counts = complete_edition(run, name, reading=reading)
    return Published(name, publish(run.home, run.staging, name), counts)


def complete_edition(run: Run, name: str, *, reading: str | None) -> dict[str, int]:
    """Write the log's own tables into the staged edition, and describe it; returns rows by table.

    ``reading`` is the fingerprint of the code that read its claims, None where several did.
    """
    log = open_log(run.log_folder)
    with duckdb.connect() as con:
        head = attach_log(con, log)
        assert head is not None
        counts = {table: write_table(con, TABLES[table], table, run.staging) for table in LOG_TABLES}
    counts |= refresh_tables(run.staging, LOG_TABLES, LOG_MARTS)
    write_descriptor(
        run.staging,
        list(TABLES.values()),
        name=f"regesta-{name}",
        created=head.recorded_at,
        custom={"edition": name, "tx": head.tx, **describe_state(log), "reading": reading},
    )
    return counts
