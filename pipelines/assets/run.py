"""From Dagster's context to the run the stages know."""

from datetime import UTC, datetime

import dagster as dg

from pipelines.resources import Settings
from pipelines.stages.run import Run

RESOURCES = {"settings", "reporter", "writer"}
"""What every step of a run needs; ``writer`` holds the home while the run lasts."""


def open_run(context: dg.AssetExecutionContext | dg.AssetCheckExecutionContext) -> Run:
    """The run a step belongs to. A run that is retried goes on in the staging folder of its first attempt."""
    settings: Settings = context.resources.settings
    return Run(
        seeds=settings.seeds_path,
        home=settings.home_path,
        run_id=context.run.root_run_id or context.run.run_id,
        agent="regesta",
        withdraw=settings.withdraw,
        clock=lambda: datetime.now(UTC),
        reporter=context.resources.reporter,
    )
