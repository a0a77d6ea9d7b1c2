"""The log's claims about speed, each beside its rival or its limit, on this machine, in one run.

- Durable append of claims against the library ``eventsourcing`` on SQLite, 1,000 events a save (bound: 5 times its
  rate) and 1 event a save (bound: its rate). Ours starts from Arrow, as the
  comparison with the log hands it over, the rival from rows in Python; both encode and sync at every save.
- Appending claims against a bare zstd write of the same rows by pyarrow, unsynced (bound: 1.5 times its time).
- Folding claim entries to the keys that stand (bound: 1,000,000 entries a second).
- A rebuild of ``claims``, ordered and byte-identical (bounds: 100,000 rows a second, 4 GiB).
- ``claims_as_of`` half way back against the same question to the present state (bound: 2 times its time).

``FULL=1`` or ``--full`` folds and rebuilds 5,000,000 entries, else 500,000.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate

from warehouse.contract.tables import TABLES, Claim
from warehouse.log import attach_log, open_log
from warehouse.log.history import create_history
from warehouse.log.streams import CLAIM_ENTRIES, PARTS_TYPE, logged_columns
from warehouse.publish import write_table
from warehouse.translations.to_arrow import to_arrow_table

TRANSACTIONS = 10
MEMORY = "2500MB"
"""What DuckDB may hold before it spills; the rest of the 4 GiB is for Arrow, Parquet and the interpreter."""

GENERATE = """
select
    case when turn = 0 then 'assert' when n % 10 < 7 then 'restate' when n % 10 < 9 then 'relocate' else 'retract' end
        as action,
    'new version' as cause,
    sha256(claim::varchar)[:24] as claim_id, 'birth' as event_type, 'life' as family, null as subtype,
    'asserted' as modality, false as is_quotation, null as attributed_to_text, 'Person ' || claim // 20 as subject_text,
    'Office ' || claim % 977 as object_text, 'Place ' || claim % 389 as place_text,
    claim % 28 + 1 || ' May 1905' as date_text,
    '1905-05' as date_edtf, date '1905-05-01' + (claim % 28)::integer as date_earliest, null::date as date_start_latest,
    null::date as date_end_earliest, date '1905-05-01' + (claim % 28)::integer as date_latest, 'day' as date_precision,
    null as date_qualifier, 'unstated' as calendar, 'explicit' as date_basis, null as duration, null as figure_text,
    null::double as figure_value, null::double as figure_low, null::double as figure_high, null as figure_qualifier,
    null as figure_unit, null as figure_measure, 's' || sha256((claim // 40)::varchar)[:12] as source_id,
    'corpus/' || claim // 40 || '.txt' as source_path, 1 + turn as source_version,
    sha256((claim // 40)::varchar) as source_sha256, null::bigint as reference_number,
    'Life > Early years' as section_path,
    'p' || sha256((claim // 4)::varchar)[:16] as passage_id,
    'Person ' || claim // 20 || ' was born on ' || claim % 28 + 1 || ' May 1905 in Place ' || claim % 389 as quote,
    claim % 40 * 100 + turn as quote_start, claim % 40 * 100 + 80 + turn as quote_end, 'life.birth' as extractor,
    1 + turn as extractor_version, 0.9 as confidence,
    [{'ordinal': 0, 'part': 'date', 'role': null::varchar, 'text': claim % 28 + 1 || ' May 1905',
      'part_start': 10::bigint, 'part_end': 20::bigint, 'value': '1905-05'}] as parts
from (select n, if(n < $asserted, n, (n * 7919) % $asserted) as claim, if(n < $asserted, 0, 1) as turn
      from range($first, $last) entries(n))
"""


def make_claims(count: int) -> list[Claim]:
    """Claims as Python rows, as a reader hands them over."""
    made = []
    for number in range(count):
        values = dict.fromkeys(Claim.TABLE.column_names)  # type: ignore[attr-defined]
        values |= {
            "claim_id": f"{number:024x}", "event_type": "birth", "family": "life", "modality": "asserted",
            "is_quotation": False, "subject_text": f"Person {number}", "object_text": "First Secretary",
            "place_text": "Borovichi", "date_text": "20 February 1905", "date_edtf": "1905-02-20",
            "date_earliest": -23_692, "date_latest": -23_692, "date_precision": "day", "calendar": "unstated",
            "date_basis": "explicit", "source_id": "s0123456789ab", "source_path": "life.txt", "source_version": 1,
            "source_sha256": "a" * 64, "passage_id": "p0123456789abcdef", "quote_start": number,
            "quote_end": number + 60,
            "quote": f"Person {number} was born on 20 February 1905 in Borovichi.", "extractor": "life.birth",
            "extractor_version": 1, "confidence": 0.9,
        }  # fmt: skip
        made.append(Claim(**values))
    return made


def to_entries(claims: list[Claim]) -> pa.Table:
    """Claims as entries of the log."""
    read = to_arrow_table(TABLES["claims"], claims).select(list(logged_columns(TABLES["claims"])))
    constant = {"action": pa.repeat("assert", len(claims)), "cause": pa.repeat("new source", len(claims))}
    for name, values in constant.items():
        read = read.append_column(name, values)
    return read.append_column("parts", pa.array([[] for _ in claims], PARTS_TYPE))


def append(log, head, entries):
    """One transaction of claims."""
    return log.append(
        parent=head, recorded_at=datetime.now(UTC), kind="normalization", cause="A benchmark.", agent="benchmark",
        run_id=None, segments={"claims": entries},
    )  # fmt: skip


def our_rate(folder: Path, claims: list[Claim], a_save: int) -> float:
    """Claims a second, each save a transaction, synced."""
    log = open_log(folder)
    head = None
    saves = [to_entries(claims[first : first + a_save]) for first in range(0, len(claims), a_save)]
    start = time.perf_counter()
    for entries in saves:
        head = append(log, head, entries)
    return len(claims) / (time.perf_counter() - start)


class Source(Aggregate):
    """The rival's source: an aggregate whose events are its claims."""

    class Asserted(Aggregate.Event):
        """One claim."""

        row: dict[str, object]

    def assert_claim(self, row: dict[str, object]) -> None:
        """Add a claim to what is saved next."""
        self.trigger_event(self.Asserted, row=row)


def rival_rate(folder: Path, claims: list[Claim], a_save: int) -> float:
    """Events a second, each event a claim, each save synced by SQLite."""
    rows = [{name: getattr(claim, name) for name in claim.TABLE.column_names} for claim in claims]
    folder.mkdir()
    app = Application(
        env={"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": str(folder / "events.sqlite")}
    )
    source = Source()
    app.save(source)
    start = time.perf_counter()
    for first in range(0, len(rows), a_save):
        for row in rows[first : first + a_save]:
            source.assert_claim(row)
        app.save(source)
    seconds = time.perf_counter() - start
    app.close()
    return len(rows) / seconds


def median_ratio(one: Callable[[int], float], other: Callable[[int], float], rounds: int) -> tuple[float, float, float]:
    """Medians of both, taken in turn after one round that is not counted, and their ratio."""
    pairs = [(one(turn), other(turn)) for turn in range(rounds + 1)][1:]
    ours, others = (statistics.median(values) for values in zip(*pairs, strict=True))
    return ours, others, ours / others


def write_against_bare(folder: Path, rows: int, rounds: int) -> tuple[float, float, float]:
    """Seconds of an append and of a bare write of the same rows."""
    with duckdb.connect() as con:
        made = con.sql(GENERATE, params={"asserted": rows, "first": 0, "last": rows}).to_arrow_table()
    names = [name for name in CLAIM_ENTRIES.names if name != "tx"]
    entries = made.select(names).cast(pa.schema([CLAIM_ENTRIES.field(name) for name in names]))
    log = open_log(folder / "against-bare")

    def ours(_: int) -> float:
        start = time.perf_counter()
        append(log, log.head, entries)
        return time.perf_counter() - start

    def bare(turn: int) -> float:
        start = time.perf_counter()
        pq.write_table(entries, folder / f"bare{turn}.parquet", compression="zstd")
        return time.perf_counter() - start

    return median_ratio(ours, bare, rounds)


def fill(folder: Path, count: int) -> None:
    """A log of that many claim entries, nine asserted for each one that comes again."""
    log = open_log(folder)
    asserted = count * 9 // 10
    step = count // TRANSACTIONS
    head = None
    with duckdb.connect() as con:
        con.execute(f"set memory_limit = '{MEMORY}'")
        for first in range(0, count, step):
            window = {"asserted": asserted, "first": first, "last": first + step}
            head = append(log, head, con.sql(GENERATE, params=window).to_arrow_reader(65_536))


def fold(folder: Path, rounds: int = 3) -> float:
    """Entries a second, folded to the keys that stand."""
    rates = []
    with duckdb.connect() as con:
        attach_log(con, open_log(folder))
        count = con.sql("select count(*) from log_claims").fetchall()[0][0]
        for _ in range(rounds):
            start = time.perf_counter()
            con.execute(
                "create or replace temp table keys as select claim_id, max(tx) as tx, arg_max(action, tx) as action "
                "from log_claims group by claim_id having arg_max(action, tx) <> 'retract'"
            )
            rates.append(count / (time.perf_counter() - start))
    return statistics.median(rates)


def rebuild(folder: Path, edition: Path) -> tuple[float, float]:
    """Rows a second of an ordered write of ``claims``, and the process's peak in bytes."""
    with duckdb.connect() as con:
        con.execute(f"set memory_limit = '{MEMORY}'")
        con.execute("set temp_directory = ?", [str(folder.parent)])
        attach_log(con, open_log(folder))
        start = time.perf_counter()
        rows = write_table(con, TABLES["claims"], "current_claims", edition)
        seconds = time.perf_counter() - start
    return rows / seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def rebuild_apart(folder: Path, edition: Path) -> tuple[float, float]:
    """``rebuild`` in a process of its own, so that its peak is its own."""
    program = [sys.executable, __file__, "--rebuild", str(folder), str(edition)]
    told = subprocess.run(program, check=True, capture_output=True, text=True).stdout.split()
    return float(told[0]), float(told[1])


def ask_as_of(folder: Path, marts: Path, rounds: int) -> tuple[float, float, float]:
    """Seconds of a question to a past and to the present state."""
    question = "select event_type, object_text, count(*), min(date_earliest), max(length(quote)) from {} group by all"
    with duckdb.connect() as con:
        con.execute(f"set memory_limit = '{MEMORY}'")
        attach_log(con, open_log(folder))
        con.execute("attach ? as regesta", [str(marts)])
        con.execute("create table regesta.main.transactions as from transactions")
        con.execute("create table regesta.main.claims as from current_claims")
        create_history(con, "regesta")
    with duckdb.connect(str(marts), read_only=True) as con:

        def seconds(relation: str) -> float:
            start = time.perf_counter()
            con.execute(question.format(relation)).fetchall()
            return time.perf_counter() - start

        return median_ratio(lambda _: seconds(f"claims_as_of({TRANSACTIONS - 1})"), lambda _: seconds("claims"), rounds)


def main() -> int:
    """Print every rate with its ratio and bound; 1 when one is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", action="store_true", default=os.environ.get("FULL") == "1")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rebuild", nargs=2, metavar=("LOG", "EDITION"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.rebuild:
        print(*rebuild(*map(Path, options.rebuild)))
        return 0
    missed = 0

    def tell(what: str, value: str, holds: bool, bound: str) -> None:
        nonlocal missed
        missed += not holds
        print(f"{what}: {value} (bound {bound}){'' if holds else '  MISSED'}", flush=True)

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for a_save, total, bound in ((1000, 10_000, 5), (1, 500, 1)):
            claims = make_claims(total)
            ours, rivals, ratio = median_ratio(
                lambda turn, c=claims, n=a_save: our_rate(folder / f"ours{n}-{turn}", c, n),
                lambda turn, c=claims, n=a_save: rival_rate(folder / f"rival{n}-{turn}", c, n),
                options.rounds,
            )
            words = f"{ours:,.0f} claims/s, eventsourcing {rivals:,.0f} events/s, ratio {ratio:.1f}"
            tell(f"durable append, {a_save} a save", words, ratio >= bound, f"at least {bound}")
        ours, bare, ratio = write_against_bare(folder, 100_000, options.rounds)
        words = f"{ours:.2f} s, bare zstd write {bare:.2f} s, ratio {ratio:.2f}"
        tell("append of 100,000 claims", words, ratio <= 1.5, "at most 1.5")
        count = 5_000_000 if options.full else 500_000
        fill(folder / "large", count)
        rate = fold(folder / "large")
        tell(f"fold of {count:,} entries", f"{rate:,.0f} entries/s", rate >= 1_000_000, "at least 1,000,000")
        rate, peak = rebuild_apart(folder / "large", folder / "first")
        tell("ordered rebuild of claims", f"{rate:,.0f} rows/s", rate >= 100_000, "at least 100,000")
        tell("its peak", f"{peak / 2**30:.2f} GiB", peak <= 4 * 2**30, "at most 4")
        rebuild_apart(folder / "large", folder / "second")
        files = [folder / edition / "claims" / "claims.parquet" for edition in ("first", "second")]
        same = files[0].read_bytes() == files[1].read_bytes()
        tell("two rebuilds", "the same bytes" if same else "other bytes", same, "the same bytes")
        past, present, ratio = ask_as_of(folder / "large", folder / "marts.duckdb", options.rounds)
        words = f"{past:.3f} s, present state {present:.3f} s, ratio {ratio:.2f}"
        tell("claims_as_of", words, ratio <= 2, "at most 2")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
