"""How long names take to become persons, bodies, offices and places: judged, blocked, weighed, resolved.

Claims are composed as read, fifteen a page, with names in several forms, namesakes and two pages on every fifth person.
Bounds for 5,000,000 claims on two threads: 120 s and 4 GiB; the time grows with an exponent below 1.2. Sizes 50,000 and
500,000, with ``FULL=1`` or ``--full`` also 5,000,000; ``--steps`` prints each step's seconds. The rival is one bare
group by of the mentions by name over the same Parquet, which tells nobody from anybody.
"""

import os
import sys
import time
from pathlib import Path

import duckdb
from growth import time_sizes
from quality import find_peak

import pipelines.entities.persons as persons
import pipelines.entities.resolve as resolve
from pipelines.entities import resolve_entities

SQL = Path(__file__).with_suffix(".sql")
TABLES = ("sources_read", "passages", "claims", "claim_order", "claim_parts")
RIVAL = "select subject_text, count(*), min(date_earliest), max(date_latest) from claims group by all"


def compose(folder: Path, claims: int) -> None:
    """The tables that the step reads, as Parquet under the folder."""
    with duckdb.connect() as con:
        con.execute(f"set threads = 2; set variable pages = {claims // 15}")
        con.execute(SQL.read_text("utf-8"))
        for name in TABLES:
            con.execute(f"copy {name} to '{folder / name}.parquet'")


def work(folder: Path, tell_steps: bool) -> tuple[float, float, int, int, int, float]:
    """Resolve on two cores: seconds, seconds of processor, peak, entities, most of one block, rival's seconds."""
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
        return spent, cores, find_peak(), found[0], widest[0], time.perf_counter() - start


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


if __name__ == "__main__":
    sys.exit(time_sizes(__file__, __doc__, compose, work, "{:,} entities, at most {:,} names in a block"))
