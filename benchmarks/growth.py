"""A step timed at growing sizes, each in a process of its own, beside its bounds: what benchmarks of set work share."""

import argparse
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

SIZES, FULL_SIZE = (50_000, 500_000), 5_000_000
SECONDS, PEAK, EXPONENT = 120.0, 4 * 2**30, 1.2
"""Bounds: of the full size seconds and bytes; of the growth of the seconds of processor from each size to the next."""

Compose = Callable[[Path, int], None]
Work = Callable[[Path, bool], tuple[float, float, int, int, int, float]]
"""Seconds, seconds of processor, peak, two counts of what was made, and the rival's seconds; true: tell the steps."""


def time_sizes(program: str, told: str | None, compose: Compose, work: Work, counted: str) -> int:
    """Print each size beside its bound; 1 when one is missed. ``counted`` words the two counts: ``{:,} of this, …``."""
    parser = argparse.ArgumentParser(description=told, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", action="store_true", default=os.environ.get("FULL") == "1")
    parser.add_argument("--claims", type=int, help="this size alone")
    parser.add_argument("--steps", action="store_true")
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.work:
        print(*work(given.work, given.steps))
        return 0
    sizes = [given.claims] if given.claims else [*SIZES, *([FULL_SIZE] if given.full else [])]
    broken = 0
    measured: list[tuple[int, float]] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            compose(Path(name), size)
            command = [sys.executable, program, "--work", name, *(["--steps"] if given.steps else [])]
            made = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        spent, cores, peak, one, other, rival = (float(word) for word in made.stdout.split()[-6:])
        is_broken = size == FULL_SIZE and (spent > SECONDS or peak > PEAK)
        broken += is_broken
        measured.append((size, cores))
        print(
            f"{size:>9,} claims: {spent:7.1f} s ({cores:.1f} s of processor), peak {peak / 2**30:4.2f} GiB, "
            f"{counted.format(int(one), int(other))}; one group by {rival:.2f} s{'  BROKEN' if is_broken else ''}"
        )
    for (small, quick), (large, slow) in pairwise(measured):
        exponent = math.log(slow / quick) / math.log(large / small)
        broken += exponent > EXPONENT
        print(f"from {small:,} to {large:,}: exponent {exponent:.2f} of seconds of processor (bound {EXPONENT})")
    return 1 if broken else 0
