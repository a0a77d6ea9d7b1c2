"""From Dagster's context to the run the stages know."""

from datetime import UTC, datetime

import dagster as dg

from pipelines.resources import Reporter, Settings
from pipelines.stages.run import Run


def open_run(
    context: dg.AssetExecutionContext | dg.AssetCheckExecutionContext, settings: Settings, reporter: Reporter
) -> Run:
    """The run a step belongs to. A run that is retried goes on in the staging folder of its first attempt."""
    return Run(
        seeds=settings.seeds_path,
        home=settings.home_path,
        run_id=context.run.root_run_id or context.run.run_id,
        agent="regesta",
        withdraw=settings.withdraw,
        clock=lambda: datetime.now(UTC),
        reporter=reporter,
    )
