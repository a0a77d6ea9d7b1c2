"""The marts over the staged tables."""

from pipelines.stages.run import Run
from warehouse.marts.build import build_marts


def stage_marts(run: Run) -> dict[str, int]:
    """Build ``marts.duckdb`` in the staging folder; returns how many rows each mart has."""
    run.reporter.begin("Building marts")
    (run.staging / "marts.duckdb").unlink(missing_ok=True)
    return build_marts(run.staging)
