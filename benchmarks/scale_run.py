"""One run of the pipeline whose stages are timed, as a program of its own: ``python -m benchmarks.scale_run``.

Prints one line of JSON: each stage, the second at which it began, counted from the start of the process, and the
seconds that had been computed by then, workers that have ended included. With ``--read-only`` it ends when all is read
and logged. ``--progress FILE`` appends a line for each stage and batch: stage, second, sources done, sources to do.
"""

import argparse
import json
import os
import time
import uuid
from datetime import UTC, datetime
from pathlib import Path


def seconds_since_start() -> float:
    """Seconds since this process began, its imports included."""
    ticks = int(Path("/proc/self/stat").read_text("utf-8").rpartition(")")[2].split()[19])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")


def seconds_computed() -> float:
    """Seconds of a core this process and those it has waited for have used."""
    return sum(os.times()[:4])


class StageTimes:
    """Keeps when each stage began, and writes down how far it is."""

    def __init__(self, progress: Path | None) -> None:
        self.began: list[tuple[str, float, float]] = [("Starting", 0.0, 0.0)]
        self._progress = progress

    def begin(self, stage: str) -> None:
        """A stage begins."""
        self.began.append((stage, seconds_since_start(), seconds_computed()))
        self.advance(0, 0)

    def advance(self, done: int, total: int) -> None:
        """So many of the stage's sources are done."""
        if self._progress is not None:
            with self._progress.open("a", encoding="utf-8") as file:
                file.write(json.dumps([self.began[-1][0], round(seconds_since_start(), 2), done, total]) + "\n")


def read_only(seeds: Path, home: Path, workers: int, times: StageTimes) -> None:
    """Receive and read, and stop there."""
    from pipelines.stages.read import read_sources
    from pipelines.stages.receive import receive_sources
    from pipelines.stages.run import Run

    agent, run_id = "benchmark", uuid.uuid4().hex
    run = Run(seeds, home, run_id, agent, False, lambda: datetime.now(UTC), times, workers=workers)
    receive_sources(run)
    read_sources(run)


def run_all(seeds: Path, home: Path, workers: int, times: StageTimes) -> None:
    """Run the job once; raises SystemExit with what went wrong where no edition came of it."""
    from pipelines.launch import launch_refresh

    outcome = launch_refresh(reporter=times, seeds=str(seeds), home=str(home), workers=workers)
    if outcome.problem or outcome.failed_checks:
        raise SystemExit(f"The run failed: {outcome.problem or outcome.failed_checks}")


def main() -> None:
    """Run once and print the times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", required=True, type=Path)
    parser.add_argument("--home", required=True, type=Path)
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--read-only", action="store_true")
    parser.add_argument("--progress", type=Path)
    options = parser.parse_args()
    times = StageTimes(options.progress)
    (read_only if options.read_only else run_all)(options.seeds, options.home, options.workers, times)
    print(json.dumps([*times.began, ("", seconds_since_start(), seconds_computed())]), flush=True)
    os._exit(0)  # as regesta does: all is written


if __name__ == "__main__":
    main()
