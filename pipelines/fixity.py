"""The fixity check as a Dagster job: every byte of log and edition, weekly, the result kept in the log."""

from datetime import UTC, datetime

import dagster as dg

from pipelines.resources import Settings
from pipelines.stages.run import Run
from pipelines.stages.verify import verify_everything


@dg.op(
    required_resource_keys={"settings", "reporter"},
    description="Check the chain of transactions, every segment, every stored byte, and the edition against a replay.",
)
def check_fixity(context: dg.OpExecutionContext) -> None:
    """Fails where a file is damaged, naming each; the log keeps the result either way."""
    settings: Settings = context.resources.settings
    run = Run(
        seeds=settings.seeds_path,
        home=settings.home_path,
        run_id=context.run.run_id,
        agent="regesta verify",
        withdraw=False,
        clock=lambda: datetime.now(UTC),
        reporter=context.resources.reporter,
    )
    verified = verify_everything(run, is_replayed=True, is_recorded=True, tell=context.log.info)
    fixity = verified.fixity
    for told in (verified.replay, fixity.told):
        if told:
            context.log.info(told)
    if fixity.damages:
        raise dg.Failure(
            fixity.told,
            metadata={"damaged": dg.MetadataValue.md("\n".join(f"- {damage}" for damage in fixity.damages))},
            allow_retries=False,  # damage does not pass
        )


@dg.job(
    executor_def=dg.in_process_executor,
    description="Check that log and edition are still what was written. Records its result; no edition becomes stale.",
)
def verify() -> None:
    """The one step."""
    check_fixity()
