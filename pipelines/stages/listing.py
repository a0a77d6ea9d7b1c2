"""The seed folder as it lies now, for whoever only wants to know whether it has changed."""

import time
from pathlib import Path

from warehouse.receive import Listing, list_seeds


def list_now(seeds: Path, home: Path) -> Listing:
    """The listing of the seed folder; digests of resting files are remembered under the home's cache."""
    return list_seeds(seeds, home / "cache", now_ns=time.time_ns())


def digest_seeds(seeds: Path, home: Path) -> str:
    """One digest over the content of the seed folder."""
    return list_now(seeds, home).digest
