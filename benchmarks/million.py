"""A million composed pages through reading and log: time by the number of pages, memory, bytes kept.

The pages lie in containers (lines of JSON, zstandard) of 10,000 each, as a dump would. What was composed, received and
read stays in the working folder: interrupted at any point, the next call goes on from the last finished batch.
"""

import json
import math
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa

from benchmarks.corpus_pages import compose_pages
from benchmarks.measure import CORES, Teller
from benchmarks.scale import MOST_BYTES, MOST_EXPONENT, SEED, bytes_under, run, to_gib
from warehouse.log import open_log

PAGES_OF_CONTAINER = 10_000
EARLY_SHARE = 10
"""Growth is told between the first tenth of the pages and all of them."""


def measure_million(teller: Teller, folder: Path, pages: int) -> dict[str, Any]:
    """Compose what is not there yet, receive and read what is not read yet, and tell what it cost in all."""
    seeds, home, progress = folder / "seeds", folder / "home", folder / "progress.jsonl"
    seeds.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(CORES) as pool:
        list(pool.map(partial(_compose, seeds), range(0, pages, PAGES_OF_CONTAINER)))
    attempts = folder / "attempts.jsonl"
    made, stages = run(seeds, home, is_read_only=True, progress=progress)
    main, *workers = made.peaks.values()
    told = {"main": main, "worker": max(workers, default=0), "stages": stages, "memory": made.thin_memory()}
    with attempts.open("a", encoding="utf-8") as file:
        file.write(json.dumps(told) + "\n")
    curve = _join(progress)
    claims = sum(made.asserted_count for made in open_log(home / "log").transactions())
    read, seconds = curve[-1]
    early = next((second, done) for done, second in curve if done >= pages / EARLY_SHARE)
    kept = bytes_under(home / "log")
    teller.tell(
        f"{pages:,} pages through reading and log",
        f"{seconds:,.0f} s reading, {read / seconds:.1f} documents and {claims / seconds:,.0f} claims a second, "
        f"{kept / 1e9:.2f} GB of log",
    )
    if read > early[1]:
        exponent = math.log(seconds / early[0]) / math.log(read / early[1])
        bound = f"{MOST_EXPONENT}"
        teller.tell("time of reading by pages, exponent", f"{exponent:.3f}", bound, exponent <= MOST_EXPONENT)
    teller.tell("most memory of a worker", to_gib(told["worker"]), to_gib(MOST_BYTES), told["worker"] <= MOST_BYTES)
    teller.tell("most memory of the run's own process", to_gib(main), to_gib(MOST_BYTES), main <= MOST_BYTES)
    return told | {"pages": pages, "claims": claims, "seconds": seconds, "kept_bytes": kept, "curve": _thin(curve)}


def _compose(seeds: Path, first: int) -> None:
    """One container, in one step; one that is there is left."""
    file = seeds / f"{first:09}.jsonl.zst"
    if file.exists():
        return
    part = file.with_suffix(".part")
    with pa.CompressedOutputStream(pa.OSFile(str(part), "wb"), "zstd") as stream:
        for page in compose_pages(SEED, range(first, first + PAGES_OF_CONTAINER)):
            line = {"id": page.path, "title": page.telling.person.name, "text": page.text}
            stream.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
    part.replace(file)


def _join(progress: Path) -> list[tuple[int, float]]:
    """Pages read by the seconds reading took, over all attempts: of one cut off only the batches it finished count."""
    curve: list[tuple[int, float]] = []
    pages_before, seconds_before, began = 0, 0.0, 0.0
    for line in progress.read_text("utf-8").splitlines():
        stage, second, done, _ = json.loads(line)
        if stage == "Reading" and not done:
            pages_before, seconds_before = curve[-1] if curve else (0, 0.0)
            began = second
        elif stage == "Reading":
            curve.append((pages_before + done, seconds_before + second - began))
    return curve


def _thin(curve: list[tuple[int, float]], most: int = 300) -> list[tuple[int, float]]:
    step = max(1, len(curve) // most)
    return curve[::step]
