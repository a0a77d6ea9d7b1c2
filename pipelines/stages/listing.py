"""The seed folder as it lies now, for whoever only wants to know whether it has changed."""

import hashlib
import time
from pathlib import Path

from pipelines.stages.ruling_folder import find_folder, list_rulings
from warehouse.receive import Listing, list_seeds


def list_now(seeds: Path, home: Path, *, reads_all: bool = False) -> Listing:
    """The listing of the seed folder; digests of resting files are remembered under the home's cache.

    ``reads_all`` digests them anew.
    """
    return list_seeds(seeds, home / "cache", now_ns=time.time_ns(), reads_all=reads_all)


def digest_seeds(seeds: Path, home: Path, rulings: Path | None = None) -> str:
    """One digest over the content of the seed folder and of its rulings."""
    ruled = list_rulings(find_folder(seeds, rulings))
    return hashlib.sha256(f"{list_now(seeds, home).digest} {ruled!r}".encode()).hexdigest()
