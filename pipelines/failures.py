"""What is told of a run that failed, and the sensor that tells it."""

from collections.abc import Iterable
from typing import Protocol

import dagster as dg

from pipelines.notify import notify_failure
from pipelines.resources import Settings
from pipelines.stages.judge import read_failed

TOLD = "regesta/told_by"
"""The tag of runs whose end is told by whoever started them."""


class Told(Protocol):
    """An error as Dagster keeps it."""

    @property
    def message(self) -> str:
        """The class and the words."""

    @property
    def cls_name(self) -> str | None:
        """The name of its class."""

    @property
    def cause(self) -> "Told | None":
        """The error behind it."""


def describe_failure(errors: Iterable[Told | None]) -> str | None:
    """The words of the first error that is not a check that held the edition back; None where there is none."""
    for error in errors:
        while error is not None:
            if error.cls_name == "DagsterAssetCheckFailedError":
                return None
            if error.cause is None:
                # Dagster puts the class before the words: "warehouse.errors.UnusableSeeds: There is ..."
                before, _, words = error.message.strip().partition(f"{error.cls_name}: ")
                return words if words and " " not in before else error.message.strip()
            error = error.cause
    return None


@dg.run_failure_sensor(
    name="failures",
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Tells the log, and the webhook where one is set, of every run that failed or was held back.",
)
def failures(context: dg.RunFailureSensorContext, settings: Settings) -> None:
    """Runs of the command line tell their end themselves."""
    run = context.dagster_run
    if TOLD in run.tags:
        return
    events = context.get_step_failure_events()
    problem = describe_failure(event.step_failure_data.error for event in events)
    if problem is None and events:
        failed = read_failed(settings.home_path / "log", is_strict=True)
        problem = f"{len(failed)} broken laws, the first: {failed[0][0]}: {failed[0][1]}" if failed else None
    notify_failure(
        problem or context.failure_event.message or "Its process ended without a word.",
        job=run.job_name, run_id=run.run_id, home=settings.home, webhook=settings.webhook,
    )  # fmt: skip
