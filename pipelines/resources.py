"""What enters a run from outside: settings with their checks, and where progress is told."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import dagster as dg
from pydantic import Field

from pipelines.stages.run import Reporter
from warehouse.log.lock import hold_writer

__all__ = ["LogReporter", "Reporter", "Settings", "writer"]

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


@dg.resource(
    required_resource_keys={"settings", "reporter"},
    description="Holds the home for this run: whoever else wants to write waits, however they were started.",
)
def writer(context: dg.InitResourceContext) -> Iterator[None]:
    """Hold the writer lock of the home while the run lasts; it falls with the process, however that ends."""
    settings: Settings = context.resources.settings
    reporter: Reporter = context.resources.reporter
    with hold_writer(settings.home_path, who=f"run {context.run_id}", tell=reporter.begin):
        yield None
