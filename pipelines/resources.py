"""What enters a run from outside: settings with their checks, and where progress is told."""

import logging
import os
from pathlib import Path

import dagster as dg
from pydantic import Field

from pipelines.stages.run import Reporter

__all__ = ["LogReporter", "Reporter", "Settings"]

HOME_VARIABLE = "REGESTA_HOME"
SEEDS_VARIABLE = "REGESTA_SEEDS"


class Settings(dg.ConfigurableResource[None]):
    """The settings of a run. Folders are taken relative to where the process was started."""

    seeds: str = Field(
        default_factory=lambda: os.environ.get(SEEDS_VARIABLE, "seeds"),
        description="The folder of source files, exactly as received.",
    )
    home: str = Field(
        default_factory=lambda: os.environ.get(HOME_VARIABLE, "data"),
        description="The folder all output stands under: log, editions, quality pages.",
    )
    withdraw: bool = Field(
        default=False,
        description="Withdraw sources that are gone even when the folder is empty, another one, or has lost over half.",
    )

    @property
    def seeds_path(self) -> Path:
        """The seed folder."""
        return Path(self.seeds)

    @property
    def home_path(self) -> Path:
        """The home folder."""
        return Path(self.home)


class LogReporter:
    """Tells progress to Python's log, which Dagster shows in a run's page."""

    def __init__(self) -> None:
        self._log = logging.getLogger("regesta")
        self._stage = ""

    def begin(self, stage: str) -> None:
        """A stage begins."""
        self._stage = stage
        self._log.info("%s", stage)

    def advance(self, done: int, total: int) -> None:
        """So many of the stage's sources are done."""
        self._log.info("%s: %s of %s", self._stage, done, total)
