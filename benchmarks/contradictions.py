"""How long claims take to become events and contradictions: grouped, weighed, tied to references, checked.

Claims are composed as resolved claims of pages of fifteen: ten pages tell eight persons, and where two tell one, some
dates, figures, places and spouses differ. Bounds for 5,000,000 claims on two threads: 120 s and 4 GiB; the time grows
with an exponent below 1.2. Sizes 50,000 and 500,000, with ``FULL=1`` or ``--full`` also 5,000,000; ``--steps`` prints
each SQL file's seconds. The rival is one bare group by over the same Parquet.
"""

import os
import sys
import time
from pathlib import Path

import duckdb
from growth import time_sizes
from quality import find_peak

import pipelines.contradictions.find as find
import pipelines.events.group as group
from pipelines.contradictions import find_contradictions
from pipelines.entities.things import read_thing
from pipelines.events import group_events, tie_citations
from pipelines.rulings import register_preferences

SQL = Path(__file__).with_suffix(".sql")
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
    con.execute(
        "create table entities as select entity_id, any_value(name) as label from entity_aliases group by entity_id"
    )
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


def work(folder: Path, tell_steps: bool) -> tuple[float, float, int, int, int, float]:
    """Run the steps on two cores; returns seconds (all, of processor), peak, contradictions, events, rival."""
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
        return spent, cores, find_peak(), found[0], events[0], time.perf_counter() - start


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


if __name__ == "__main__":
    sys.exit(time_sizes(__file__, __doc__, compose, work, "{1:,} events, {0:,} contradictions"))
