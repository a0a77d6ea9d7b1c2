"""The job ``refresh`` run in this process, on the instance under the home: what ``regesta run`` does.

Dagster is imported when the job is launched: by then a process of its own loads Great Expectations.
"""

import logging
import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipelines.stages.court import Court
from pipelines.stages.run import Reporter

if TYPE_CHECKING:
    import dagster as dg


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended: its id; the failed checks that held its edition back (table, expectation, rows); or, where it
    could not run, why.
    """

    run_id: str
    failed_checks: tuple[tuple[str, str, int], ...]
    problem: str | None


def launch_refresh(*, reporter: Reporter, **settings: Any) -> Outcome:
    """Run the job once; ``settings`` are those of ``Settings``. Raises RegestaError where one, or the home, cannot be
    used.
    """
    with Court() as court:
        return _launch(settings, {"reporter": reporter, "court": court})


def _launch(given: dict[str, Any], resources: dict[str, Any]) -> Outcome:
    from pipelines.definitions import defs
    from pipelines.failures import TOLD, describe_failure
    from pipelines.instance import PROCESS, fail_dead_runs, open_instance
    from pipelines.notify import post_failure
    from pipelines.resources import Settings
    from pipelines.stages.judge import read_failed

    settings = Settings(**given)
    settings.check()
    instance = open_instance(settings.home_path)
    # what Dagster has to say stands in the run's page; here only errors are worth a person's time
    logging.getLogger("dagster").setLevel(logging.ERROR)
    with instance:
        fail_dead_runs(instance)
        result = defs.resolve_job_def("refresh").execute_in_process(
            instance=instance,
            resources=resources,
            run_config={
                "resources": {"settings": {"config": settings.model_dump()}},
                "loggers": {"console": {"config": {"log_level": "CRITICAL"}}},
            },
            tags={TOLD: "the command line", PROCESS: str(os.getpid())},
            raise_on_error=False,
        )
        if result.success:
            return Outcome(result.run_id, (), None)
        problem = describe_failure(event.step_failure_data.error for event in _failures(result))
        failed = () if problem else read_failed(settings.home_path / "log", is_strict=settings.strict)
        told = problem or f"{len(failed)} laws held the edition back."
        post_failure(told, job="refresh", run_id=result.run_id, home=settings.home, webhook=settings.webhook)
        return Outcome(result.run_id, failed, problem)


def _failures(result: "dg.ExecuteInProcessResult") -> Iterable["dg.DagsterEvent"]:
    return (event for event in result.all_events if event.is_step_failure)
