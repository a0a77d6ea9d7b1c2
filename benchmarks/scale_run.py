"""One run of the pipeline whose stages are timed, as a program of its own: ``python -m benchmarks.scale_run``.

Prints one line of JSON: each stage, the second at which it began, counted from the start of the process, and the
seconds that had been computed by then, workers that have ended included.
"""

import argparse
import json
import os
import time
from pathlib import Path


def seconds_since_start() -> float:
    """Seconds since this process began, its imports included."""
    ticks = int(Path("/proc/self/stat").read_text("utf-8").rpartition(")")[2].split()[19])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")


def seconds_computed() -> float:
    """Seconds of a core this process and those it has waited for have used."""
    return sum(os.times()[:4])


class StageTimes:
    """Keeps when each stage began."""

    def __init__(self) -> None:
        self.began: list[tuple[str, float, float]] = [("Starting", 0.0, 0.0)]

    def begin(self, stage: str) -> None:
        """A stage begins."""
        self.began.append((stage, seconds_since_start(), seconds_computed()))

    def advance(self, done: int, total: int) -> None:
        """How far a stage is does not matter here."""


def main() -> None:
    """Run the job once and print the times; raises SystemExit with what went wrong where no edition came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", required=True)
    parser.add_argument("--home", required=True)
    parser.add_argument("--workers", type=int, default=0)
    options = parser.parse_args()
    from pipelines.launch import launch_refresh
    from pipelines.resources import Settings

    times = StageTimes()
    settings = Settings(seeds=options.seeds, home=options.home, workers=options.workers)
    outcome = launch_refresh(settings, reporter=times)
    if outcome.problem or outcome.failed_checks:
        raise SystemExit(f"The run failed: {outcome.problem or outcome.failed_checks}")
    print(json.dumps([*times.began, ("", seconds_since_start(), seconds_computed())]), flush=True)
    os._exit(0)  # as regesta does: all is written


if __name__ == "__main__":
    main()
