"""What every stage of a run is told: folders, who runs it, the clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from pipelines.stages.court import Court


class Reporter(Protocol):
    """Whoever is told how far a run is."""

    def begin(self, stage: str) -> None:
        """A stage begins; ``stage`` is one phrase a person reads."""

    def advance(self, done: int, total: int) -> None:
        """So many of the stage's sources are done."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: where it reads and writes, its id, its agent, its clock (UTC), and whom it tells its progress.

    ``only`` names the sources to read, all where empty: paths, patterns of paths, or collections (the first folder of
    a path). ``is_strict`` lets a broken law of severity warning hold the edition back too. ``batch_sources`` is how
    many sources are read, and recorded, at a time; ``engine`` who reads them, ``local`` or Spark (``find_master`` in
    ``engine.py`` says by which words); ``workers`` how many processes where it is ``local``, 0 for one a core.
    ``rulings`` is the folder of curators' rulings, None for the folder ``rulings`` in the seed folder. ``is_paranoid``
    digests every file anew, even one that lies as it lay. ``court`` judges in a process of its own; this one does where
    there is none.
    """

    seeds: Path
    home: Path
    run_id: str
    agent: str
    withdraw: bool
    clock: Callable[[], datetime]
    reporter: Reporter
    only: tuple[str, ...] = ()
    is_strict: bool = False
    batch_sources: int = 1000
    engine: str = "local"
    workers: int = 0
    rulings: Path | None = None
    is_paranoid: bool = False
    court: Court | None = None

    @property
    def log_folder(self) -> Path:
        """Where the log lies."""
        return self.home / "log"

    @property
    def cache(self) -> Path:
        """What can be forgotten."""
        return self.home / "cache"

    @property
    def staging(self) -> Path:
        """Where this run's edition grows."""
        return self.home / "staging" / self.run_id
