"""How long claims take to become events and contradictions: grouped, weighed, tied to references, checked.

Claims are composed as resolved claims of pages of fifteen: ten pages tell eight persons, and where two tell one, some
dates, figures, places and spouses differ. Bounds for 5,000,000 claims on two threads: 120 s and 4 GiB; the time grows
with an exponent below 1.2. Sizes 50,000 and 500,000, with ``FULL=1`` or ``--full`` also 5,000,000; ``--steps`` prints
each SQL file's seconds. The rival is one bare group by over the same Parquet.
"""

import argparse
import itertools
import math
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb
from quality import find_peak

import pipelines.contradictions.find as find
import pipelines.events.group as group
from pipelines.contradictions import find_contradictions
from pipelines.entities.things import read_thing
from pipelines.events import group_events, tie_citations
from pipelines.rulings import register_preferences

SQL = Path(__file__).with_suffix(".sql")
SECONDS, PEAK, EXPONENT = 120.0, 4 * 2**30, 1.2
RIVAL = "select subject_id, event_type, count(*), min(date_earliest), max(date_latest) from claims group by all"


def compose(folder: Path, claims: int) -> None:
    """The tables that the steps read, as Parquet under the folder."""
    with duckdb.connect() as con:
        con.execute(f"set threads = 2; set variable pages = {claims // 15}")
        for statement in SQL.read_text("utf-8").split(";\n"):
            if statement.strip():
                con.execute(statement)
        for name in (
            "claims",
            "claim_parts",
            "claim_order",
            "passages",
            "citations",
            "sources_resolved",
            "entity_aliases",
        ):
            con.execute(f"copy {name} to '{folder / name}.parquet'")


def prepare(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """The relations that resolving entities leaves behind."""
    for path in folder.glob("*.parquet"):
        con.execute(f"create view {path.stem} as from '{path}'")
    con.execute("create view claims_resolved as from claims; create view claim_parts_resolved as from claim_parts")
    con.execute("create view sources_read as from sources_resolved")
    con.create_function("plain_key", lambda name: read_thing("place", name).key, ["VARCHAR"], "VARCHAR")  # type: ignore[list-item, arg-type]
    con.execute("""
        create table name_keys as
        select 'place' as kind, name, plain_key(name) as plain_key, null::varchar as given, null::varchar as given_key,
            null::varchar as surname
        from (select distinct place_text as name from claims where place_text is not null)
        union all
        select 'office', name, plain_key(name), null, null, null
        from (
            select distinct object_text as name from claims where event_type in ('tenure', 'appointment', 'departure')
        )
        union all
        select 'person', name, lower(name), split_part(name, ' ', 1), lower(split_part(name, ' ', 1)),
            split_part(name, ' ', 2)
        from (select distinct object_text as name from claims where event_type in ('marriage', 'kinship'))
    """)
    register_preferences(con, [], [])


def work(folder: Path, *, tell_steps: bool) -> None:
    """Run the steps on two cores; print seconds (all, of processor), peak, contradictions, events, rival."""
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    with duckdb.connect() as con:
        con.execute(f"set threads = 2; set memory_limit = '2500MB'; set temp_directory = '{folder / 'spill'}'")
        prepare(con, folder)
        if tell_steps:
            _tell_steps()
        start, begun = time.perf_counter(), time.process_time()
        group_events(con)
        tie_citations(con)
        find_contradictions(con)
        spent, cores = time.perf_counter() - start, time.process_time() - begun
        found = con.execute("select count(*) from contradictions").fetchone()
        events = con.execute("select count(*) from events").fetchone()
        assert found is not None and events is not None
        start = time.perf_counter()
        con.execute(RIVAL).fetchmany(1)
        print(spent, cores, find_peak(), found[0], events[0], time.perf_counter() - start)


def _tell_steps() -> None:
    """Print the seconds of each SQL file as it is run."""
    for module in (group, find):
        read = module.read_sql
        last: list[float] = []

        def timed(name: str, *words: object, read=read, last=last, **more: object) -> str:  # type: ignore[no-untyped-def]
            now = time.process_time()
            print(f"  +{now - last[0]:6.2f} s of processor, now {name}" if last else f"  first {name}", file=sys.stderr)
            last[:] = [now]
            return read(name, *words, **more)  # type: ignore[no-any-return]

        module.read_sql = timed  # type: ignore[assignment]


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
            told = subprocess.run(
                command,
                check=True,
                stdout=subprocess.PIPE,
                stderr=None if given.steps else subprocess.DEVNULL,
                text=True,
            )
        spent, cores, peak, found, events, rival = (float(word) for word in told.stdout.split()[-6:])
        is_broken = size == 5_000_000 and (spent > SECONDS or peak > PEAK)
        broken += is_broken
        measured.append((size, spent))
        print(
            f"{size:>9,} claims: {spent:7.1f} s ({cores:.1f} s of processor), peak {peak / 2**30:4.2f} GiB, "
            f"{events:,.0f} events, {found:,.0f} contradictions; one group by {rival:.2f} s"
            f"{'  BROKEN' if is_broken else ''}"
        )
    for (small, quick), (large, slow) in itertools.pairwise(measured):
        exponent = math.log(slow / quick) / math.log(large / small)
        broken += exponent > EXPONENT
        print(f"from {small:,} to {large:,}: exponent {exponent:.2f} (bound {EXPONENT})")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
