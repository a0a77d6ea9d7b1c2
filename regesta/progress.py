"""Progress of a run on the terminal."""

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn


class TerminalReporter:
    """Shows each stage as a line, with a bar where the number of sources is known."""

    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            SpinnerColumn(finished_text="[green]✓[/]"),
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            TimeRemainingColumn(compact=True),
            console=console,
            transient=False,
        )
        self._task = self._progress.add_task("Starting", total=None)

    def __enter__(self) -> "TerminalReporter":
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._finish()
        self._progress.stop()

    def _finish(self) -> None:
        task = self._progress.tasks[-1]
        total = task.total or 1
        self._progress.update(self._task, total=total, completed=total)

    def begin(self, stage: str) -> None:
        """A stage begins: the one before it is done."""
        self._finish()
        self._task = self._progress.add_task(stage, total=None)

    def advance(self, done: int, total: int) -> None:
        """So many of the stage's sources are done."""
        self._progress.update(self._task, completed=done, total=total)
