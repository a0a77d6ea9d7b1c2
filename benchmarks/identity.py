"""How long names take to become persons, bodies, offices and places: judged, blocked, weighed, resolved.

Claims are composed as read, fifteen a page, with names in several forms, namesakes and two pages on every fifth person.
Bounds for 5,000,000 claims on two threads: 120 s and 4 GiB; the time grows with an exponent below 1.2. Sizes 50,000 and
500,000, with ``FULL=1`` or ``--full`` also 5,000,000; ``--steps`` prints each step's seconds. The rival is one bare
group by of the mentions by name over the same Parquet, which tells nobody from anybody.
"""

import argparse
import math
import os
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

import duckdb
from quality import find_peak

import pipelines.entities.persons as persons
import pipelines.entities.resolve as resolve
from pipelines.entities import resolve_entities

SQL = Path(__file__).with_suffix(".sql")
SECONDS, PEAK, EXPONENT = 120.0, 4 * 2**30, 1.2
TABLES = ("sources_read", "passages", "claims", "claim_order", "claim_parts")
RIVAL = "select subject_text, count(*), min(date_earliest), max(date_latest) from claims group by all"


def compose(folder: Path, claims: int) -> None:
    """The tables that the step reads, as Parquet under the folder."""
    with duckdb.connect() as con:
        con.execute(f"set threads = 2; set variable pages = {claims // 15}")
        con.execute(SQL.read_text("utf-8"))
        for name in TABLES:
            con.execute(f"copy {name} to '{folder / name}.parquet'")


def work(folder: Path, *, tell_steps: bool) -> None:
    """Resolve on two cores; print seconds, seconds of processor, peak, entities, most of one block, rival's seconds."""
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    with duckdb.connect() as con:
        con.execute(f"set threads = 2; set memory_limit = '2500MB'; set temp_directory = '{folder / 'spill'}'")
        for name in TABLES:
            con.execute(f"create view {name} as from '{folder / name}.parquet'")
        if tell_steps:
            _tell_steps()
        start, begun = time.perf_counter(), time.process_time()
        resolve_entities(con)
        spent, cores = time.perf_counter() - start, time.process_time() - begun
        found = con.execute("select count(*) from entities").fetchone()
        widest = con.execute("select max(size) from (select count(*) as size from blocks group by block)").fetchone()
        assert found is not None and widest is not None
        start = time.perf_counter()
        con.execute(RIVAL).fetchmany(1)
        print(spent, cores, find_peak(), found[0], widest[0], time.perf_counter() - start)


def _tell_steps() -> None:
    """Print the seconds of each step as the next begins."""
    last: list[float] = []
    for module, name in ((resolve, "read_sql"), (persons, "_read_step")):
        read = getattr(module, name)

        def timed(step: str, read=read, last=last) -> str:  # type: ignore[no-untyped-def]
            now = time.process_time()
            print(f"  +{now - last[0] if last else 0.0:6.2f} s of processor, now {step}", file=sys.stderr)
            last[:] = [now]
            return read(step)  # type: ignore[no-any-return]

        setattr(module, name, timed)


def main() -> int:
    """Print each size with its bound; 1 when one is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", action="store_true", default=os.environ.get("FULL") == "1")
    parser.add_argument("--claims", type=int, help="this size alone")
    parser.add_argument("--steps", action="store_true")
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.work:
        work(given.work, tell_steps=given.steps)
        return 0
    sizes = [given.claims] if given.claims else [50_000, 500_000, *([5_000_000] if given.full else [])]
    broken = 0
    measured: list[tuple[int, float]] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            compose(Path(name), size)
            command = [sys.executable, __file__, "--work", name, *(["--steps"] if given.steps else [])]
            told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        spent, cores, peak, found, widest, rival = (float(word) for word in told.stdout.split()[-6:])
        is_broken = size == 5_000_000 and (spent > SECONDS or peak > PEAK)
        broken += is_broken
        measured.append((size, cores))
        print(
            f"{size:>9,} claims: {spent:7.1f} s ({cores:.1f} s of processor), peak {peak / 2**30:4.2f} GiB, "
            f"{found:,.0f} entities, at most {widest:,.0f} names in a block; one group by {rival:.2f} s"
            f"{'  BROKEN' if is_broken else ''}"
        )
    for (small, quick), (large, slow) in pairwise(measured):
        exponent = math.log(slow / quick) / math.log(large / small)
        broken += exponent > EXPONENT
        print(f"from {small:,} to {large:,}: exponent {exponent:.2f} of seconds of processor (bound {EXPONENT})")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
