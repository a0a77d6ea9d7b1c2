"""A process that judges editions for a run. It loads Great Expectations, seconds and 260 MB, while the run still reads.

Nothing here imports what it does there: whoever begins a run begins with this.
"""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pipelines.stages.processes import open_processes

if TYPE_CHECKING:
    import pyarrow as pa

    from expectations.run import Finding, Since


class Court:
    """Judges staged editions in a process of its own, from when it is entered until it is left."""

    def __init__(self) -> None:
        self._process: ProcessPoolExecutor | None = None

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
            self._process = None

    def validate(
        self, staging: Path, edtf_bounds: pa.Table, *, quality: Path, history: pa.Table, since: Since | None
    ) -> tuple[Finding, ...]:
        """What ``expectations.run.validate`` says. Raises BrokenProcessPool where the process dies; another try has a
        new one.
        """
        try:
            return self._open().submit(_validate, staging, edtf_bounds, quality, history, since).result()
        except BrokenProcessPool:
            self._close()
            raise


def _load() -> None:
    from expectations.run import load

    load()


def _validate(
    staging: Path, edtf_bounds: pa.Table, quality: Path, history: pa.Table, since: Since | None
) -> tuple[Finding, ...]:
    from expectations.run import validate

    return validate(staging, edtf_bounds, quality=quality, history=history, since=since)
