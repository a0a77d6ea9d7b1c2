"""The marts over the staged tables."""

import duckdb

from pipelines.stages.run import Run
from warehouse.log import open_log
from warehouse.marts.build import build_marts


def stage_marts(run: Run) -> dict[str, int]:
    """Build ``marts.duckdb`` in the staging folder; returns how many rows each mart has."""
    run.reporter.begin("Building marts")
    (run.staging / "marts.duckdb").unlink(missing_ok=True)
    return build_marts(run.staging, open_log(run.log_folder))


def find_set_aside(run: Run) -> list[dict[str, str]]:
    """The staged sources that could not be read, with why: path and problem."""
    with duckdb.connect() as con:
        sources = con.read_parquet(str(run.staging / "sources" / "*.parquet"))
        rows = sources.filter("status = 'quarantined'").select("path", "problem").order("path").fetchall()
    return [{"path": str(path), "problem": str(problem)} for path, problem in rows]
