"""From Dagster's context to the run the stages know; which failures are worth another try."""

import errno
import random
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from datetime import UTC, datetime

import dagster as dg

from pipelines.resources import Settings
from pipelines.stages.run import Run
from warehouse.errors import LogConflict, RegestaError

RESOURCES = {"settings", "reporter", "writer", "court"}
"""What every step of a run needs; ``writer`` holds the home while the run lasts, ``court`` judges apart where there is
one.
"""

RETRIES = 3
FIRST_PAUSE_SECONDS = 2.0
"""Before the first retry; each later pause is twice as long, and up to a half longer by chance."""

_PASSING = {
    errno.EAGAIN, errno.EBUSY, errno.EINTR, errno.EIO, errno.ENOLCK, errno.ESTALE, errno.ETIMEDOUT,
}  # fmt: skip
"""What a disk or a network folder says when a moment later it may say otherwise. A full disk is not among them: it
needs a person."""


def may_pass(error: BaseException) -> bool:
    """Whether a step that failed with this may succeed a moment later: another was first, a worker died, a disk."""
    if isinstance(error, (LogConflict, BrokenProcessPool)):
        return True
    cause = error if isinstance(error, OSError) else error.__cause__
    return isinstance(cause, OSError) and cause.errno in _PASSING


@contextmanager
def open_run(context: dg.AssetExecutionContext | dg.AssetCheckExecutionContext) -> Iterator[Run]:
    """The run a step belongs to. A run that is retried goes on in the staging folder of its first attempt.

    A step that fails with what may pass is tried again, up to three times, later each time; any other failure we
    know ends the run with its one sentence.
    """
    settings: Settings = context.resources.settings
    try:
        settings.check()
        yield Run(
            seeds=settings.seeds_path,
            home=settings.home_path,
            run_id=context.run.root_run_id or context.run.run_id,
            agent="regesta",
            withdraw=settings.withdraw,
            clock=lambda: datetime.now(UTC),
            reporter=context.resources.reporter,
            only=tuple(settings.only),
            is_strict=settings.strict,
            batch_sources=settings.batch_sources,
            engine=settings.engine,
            workers=settings.workers,
            rulings=settings.rulings_path,
            is_paranoid=settings.paranoid,
            court=context.resources.court,
        )
    except (RegestaError, OSError, BrokenProcessPool) as error:
        if may_pass(error):
            pause = FIRST_PAUSE_SECONDS * 2**context.retry_number
            context.log.warning(f"{error} Another try follows.")
            raise dg.RetryRequested(RETRIES, seconds_to_wait=pause * random.uniform(1, 1.5)) from error
        if isinstance(error, RegestaError):
            raise dg.Failure(str(error), allow_retries=False) from error
        raise
