"""A process that judges editions for a run. It loads Great Expectations, seconds and 260 MB, while the run still reads.

Nothing here imports what it does there: whoever begins a run begins with this.
"""

from __future__ import annotations

from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pipelines.stages.processes import open_processes

if TYPE_CHECKING:
    import pyarrow as pa

    from expectations.run import Finding, Since


@dataclass(frozen=True, slots=True)
class Case:
    """What a staged edition is judged with, beside the laws; ``expectations.run.validate`` says what each is."""

    edtf_bounds: pa.Table
    quality: Path
    history: pa.Table
    since: Since | None


class Court:
    """Judges staged editions in a process of its own, from when it is entered until it is left."""

    def __init__(self) -> None:
        self._process: ProcessPoolExecutor | None = None
        self._begun: tuple[Path, Future[tuple[Finding, ...]]] | None = None

    def __enter__(self) -> Self:
        self._open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def _open(self) -> ProcessPoolExecutor:
        if self._process is None:
            self._process = open_processes(1)
            self._process.submit(_load)
        return self._process

    def _close(self) -> None:
        if self._process is not None:
            self._process.shutdown(cancel_futures=True)
            self._process = self._begun = None

    def begin(self, staging: Path, case: Case) -> None:
        """Begin to judge the staged tables by the laws that need no marts; returns at once."""
        if self._begun is None or self._begun[0] != staging:
            self._begun = staging, self._open().submit(_validate, staging, case, False)

    def finish(self, staging: Path, case: Case) -> tuple[Finding, ...]:
        """Judge the marts, too: what ``expectations.run.validate`` says of all. Raises BrokenProcessPool where the
        process dies; another try has a new one.
        """
        from expectations.catalogue import laws

        try:
            self.begin(staging, case)
            assert self._begun is not None
            on_marts = self._open().submit(_validate, staging, case, True)
            made = {finding.law.check_id: finding for finding in (*self._begun[1].result(), *on_marts.result())}
        except BrokenProcessPool:
            self._close()
            raise
        return tuple(made[law.check_id] for law in laws() if law.check_id in made)


def _load() -> None:
    from expectations.run import load

    load()


def _validate(staging: Path, case: Case, with_marts: bool) -> tuple[Finding, ...]:
    from expectations.run import validate

    return validate(
        staging, case.edtf_bounds, quality=case.quality, history=case.history, since=case.since, with_marts=with_marts
    )
