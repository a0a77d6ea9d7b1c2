"""The job ``refresh`` run in this process, on the instance under the home: what ``regesta run`` does."""

import logging
from dataclasses import dataclass
from pathlib import Path

import dagster as dg

from pipelines.definitions import defs
from pipelines.instance import open_instance
from pipelines.stages.judge import read_failed
from pipelines.stages.run import Reporter
from warehouse.errors import RegestaError


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended: its id; the failed checks that held its edition back (table, expectation, rows); or, where it
    could not run, why.
    """

    run_id: str
    failed_checks: tuple[tuple[str, str, int], ...]
    problem: str | None


def _find_problem(result: dg.ExecuteInProcessResult) -> str | None:
    """The words of the first error that is not a check that held the edition back."""
    for event in result.all_events:
        if not event.is_step_failure:
            continue
        error = event.step_failure_data.error
        while error is not None:
            if error.cls_name == "DagsterAssetCheckFailedError":
                return None
            if error.cause is None:
                return f"{error.message.strip()} (step {event.step_key})"
            error = error.cause
    return None


def launch_refresh(*, seeds: Path, home: Path, withdraw: bool, reporter: Reporter) -> Outcome:
    """Run the job once; raises RegestaError where the home cannot be written."""
    try:
        instance = open_instance(home)
    except OSError as error:
        raise RegestaError(f"The home {home} cannot be written: {error.strerror}. Give another with --home.") from error
    # what Dagster has to say stands in the run's page; here only errors are worth a person's time
    logging.getLogger("dagster").setLevel(logging.ERROR)
    with instance:
        settings = {"seeds": str(seeds), "home": str(home), "withdraw": withdraw}
        result = defs.resolve_job_def("refresh").execute_in_process(
            instance=instance,
            resources={"reporter": reporter},
            run_config={
                "resources": {"settings": {"config": settings}},
                "loggers": {"console": {"config": {"log_level": "CRITICAL"}}},
            },
            raise_on_error=False,
        )
        problem = None if result.success else _find_problem(result)
        failed = () if result.success or problem else read_failed(home / "log")
        return Outcome(result.run_id, failed, problem)
