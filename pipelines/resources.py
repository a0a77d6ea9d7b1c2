"""What enters a run from outside: settings with their checks, and where progress is told."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import dagster as dg
from pydantic import Field

from pipelines.stages.engine import LOCAL, check_engine
from pipelines.stages.run import Reporter
from warehouse.errors import RegestaError
from warehouse.log.lock import hold_writer

__all__ = ["LogReporter", "Reporter", "Settings", "writer"]

HOME_VARIABLE = "REGESTA_HOME"
SEEDS_VARIABLE = "REGESTA_SEEDS"
ENGINE_VARIABLE = "REGESTA_ENGINE"
WEBHOOK_VARIABLE = "REGESTA_WEBHOOK"

MOST_BATCH_SOURCES = 100_000
MOST_WORKERS = 256


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
    rulings: str = Field(
        default="",
        description="The folder of curators' rulings. Empty: the folder rulings in the seed folder.",
    )
    withdraw: bool = Field(
        default=False,
        description="Withdraw sources that are gone even when the folder is empty, another one, or has lost over half.",
    )
    only: list[str] = Field(
        default=[],
        description="Read these sources again, and no others: paths, patterns (letters/*.txt), or collections (the "
        "first folder of a path). Such a run withdraws nothing. Empty: all that is new.",
    )
    strict: bool = Field(
        default=False,
        description="Let a broken law of severity warning hold the edition back too.",
    )
    batch_sources: int = Field(
        default=1000,
        description="How many sources are read, and recorded, at a time: more is faster, fewer takes less memory.",
    )
    engine: str = Field(
        default_factory=lambda: os.environ.get(ENGINE_VARIABLE) or LOCAL,
        description="Who reads: local (this machine's processes), spark (Spark on this machine), spark://HOST:PORT (a "
        "standalone cluster), or spark:MASTER (another master as Spark names it). The rows are the same.",
    )
    workers: int = Field(
        default=0,
        description="How many processes the engine local reads with: 0 for one a core. Where there is little to read, "
        "one does.",
    )
    paranoid: bool = Field(
        default=False,
        description="Read every source file to its end, even one whose size, times and number are as they were.",
    )
    webhook: str = Field(
        default_factory=lambda: os.environ.get(WEBHOOK_VARIABLE, ""),
        description="An address that is sent a short JSON message when a run fails. Empty: only the log is told.",
    )

    def check(self) -> None:
        """Raises RegestaError, with one sentence for people, where a setting cannot be used."""
        if not 1 <= self.batch_sources <= MOST_BATCH_SOURCES:
            raise RegestaError(
                f"The setting batch_sources is {self.batch_sources}: give a number from 1 to {MOST_BATCH_SOURCES:,}."
            )
        if not 0 <= self.workers <= MOST_WORKERS:
            raise RegestaError(f"The setting workers is {self.workers}: give a number from 0 (one a core) to 256.")
        check_engine(self.engine)
        for pattern in self.only:
            if not pattern.strip() or pattern.startswith("/") or ".." in Path(pattern).parts:
                raise RegestaError(
                    f"The setting only holds “{pattern}”: give paths, patterns or collections inside the seed folder."
                )
        if self.only and self.withdraw:
            raise RegestaError(
                "The settings only and withdraw exclude each other: a run of some sources withdraws none."
            )
        if self.webhook and not self.webhook.startswith(("http://", "https://")):
            raise RegestaError(
                f"The setting webhook is “{self.webhook}”: give an address that begins with http:// or https://."
            )

    @property
    def seeds_path(self) -> Path:
        """The seed folder."""
        return Path(self.seeds)

    @property
    def rulings_path(self) -> Path | None:
        """The rulings folder; None for the one in the seed folder."""
        return Path(self.rulings) if self.rulings else None

    @property
    def home_path(self) -> Path:
        """The home folder."""
        return Path(self.home)


class LogReporter:
    """Tells progress to the log of the run, which Dagster shows in its page: each stage, and every few seconds how far
    it is, how fast, and how long it will still take.
    """

    PAUSE_SECONDS = 5.0

    def __init__(self) -> None:
        self._stage = ""
        self._began = self._told = 0.0

    def begin(self, stage: str) -> None:
        """A stage begins."""
        self._stage = stage
        self._began = self._told = time.monotonic()
        dg.get_dagster_logger("regesta").info(stage, extra={"stage": stage})

    def advance(self, done: int, total: int) -> None:
        """So many of the stage's sources are done."""
        now = time.monotonic()
        if now - self._told < self.PAUSE_SECONDS and done < total:
            return
        self._told = now
        rate = done / max(now - self._began, 1e-3)
        left = (total - done) / rate if rate else None
        told = f"{self._stage}: {done:,} of {total:,}, {rate:,.0f} a second"
        told += f", about {left:,.0f} s left" if left else ""
        counts = {"stage": self._stage, "done": done, "total": total, "rate": rate, "seconds_left": left}
        dg.get_dagster_logger("regesta").info(told, extra=counts)


@dg.resource(
    required_resource_keys={"settings", "reporter"},
    description="Holds the home for this run: whoever else wants to write waits, however they were started.",
)
def writer(context: dg.InitResourceContext) -> Iterator[None]:
    """Hold the writer lock of the home while the run lasts; it falls with the process, however that ends."""
    settings: Settings = context.resources.settings
    reporter: Reporter = context.resources.reporter
    with hold_writer(settings.home_path, who=f"run {context.run.run_id if context.run else None}", tell=reporter.begin):
        yield None
