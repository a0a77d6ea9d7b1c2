"""What answers cost in an edition of 5,000,000 claims, each beside bare DuckDB over the same Parquet.

The edition is composed as in `benchmarks/quality.py`; every copy's persons have names of their own. Bounds on two
threads: all marts built within 120 s and 4 GiB, any mart scanned within 1 s, any question for one person within 50 ms.
``--claims N`` or ``FULL=1`` (5,000,000); otherwise 500,000.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow as pa
from quality import compose, find_peak, name_in_copy, publish_seeds

from warehouse.contract.marts import MARTS
from warehouse.contract.tables import TABLES
from warehouse.log import open_log
from warehouse.log.streams import CLAIM_ENTRIES, logged_columns
from warehouse.marts.build import build_marts

PERSON = name_in_copy("Alexey Kuznetsov", 777)
BARE = {
    "timeline_of": "select * from timeline where person = '{person}' order by date_earliest",
    "what_held": "select * from office_tenures where person = '{person}' and start_earliest <= date '1946-06-01'",
    "sentence": "select quote from claims where claim_id = '{claim}'",
}
ASKED = {
    "timeline_of": "from timeline_of('{person}')",
    "what_held": "from what_held('{person}', '1946-06-01')",
    "sentence": "from sentence('{claim}')",
}


def log_claims(staging: Path, folder: Path) -> None:
    """A log of one transaction that asserts every claim of an edition, and what is known of its sources' bytes."""
    logged = ", ".join(logged_columns(TABLES["claims"]))
    with duckdb.connect() as con:
        con.execute("set threads = 2; set memory_limit = '2GB'")
        con.execute("set temp_directory = ?", [str(staging.parent / "spill")])
        parts = CLAIM_ENTRIES.field("parts").type
        rows = con.sql(
            f"select 'assert' as action, 'new source' as cause, {logged}, [] as parts "
            f"from '{staging / 'claims'}/*.parquet'"
        ).to_arrow_reader(122_880)
        schema = pa.schema([field for field in CLAIM_ENTRIES if field.name != "tx"])

        def fitted() -> Iterator[pa.RecordBatch]:
            for batch in rows:
                arrays = [batch.column(name) for name in schema.names[:-1]]
                yield pa.RecordBatch.from_arrays([*arrays, pa.array([[]] * len(batch), parts)], schema=schema)

        open_log(folder).append(
            parent=None, recorded_at=datetime.now(UTC), kind="normalization", cause="A benchmark.", agent="benchmark",
            run_id=None, segments={"claims": pa.RecordBatchReader.from_batches(schema, fitted())},
        )  # fmt: skip


def seconds(con: duckdb.DuckDBPyConnection, query: str) -> float:
    """The median of five runs, after one that is not counted."""
    times = []
    for _ in range(6):
        start = time.perf_counter()
        con.execute(query).fetchall()
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def build(staging: Path) -> None:
    """Build the marts on two cores, and print the seconds and the peak in bytes."""
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    start = time.perf_counter()
    build_marts(staging, open_log(staging.parent / "log"))
    print(time.perf_counter() - start, find_peak())


def main() -> int:
    """Print each figure with its bound; 1 when one is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=5_000_000 if os.environ.get("FULL") == "1" else 500_000)
    parser.add_argument("--build", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.build:
        build(options.build)
        return 0
    missed = 0

    def tell(what: str, value: str, holds: bool, bound: str) -> None:
        nonlocal missed
        missed += not holds
        print(f"{what}: {value} (bound {bound}){'' if holds else '  MISSED'}", flush=True)

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        edition, _, _ = publish_seeds(folder / "home")
        staging = folder / "staging"
        claims = compose(edition, staging, options.claims)
        log_claims(staging, folder / "log")
        program = [sys.executable, __file__, "--build", str(staging)]
        told = subprocess.run(program, check=True, capture_output=True, text=True).stdout.split()
        built, peak = float(told[0]), float(told[1])
        words = f"{built:.1f} s, {peak / 2**30:.2f} GiB"
        tell(f"all marts of {claims:,} claims", words, built < 120 and peak < 4 * 2**30, "120 s, 4 GiB")
        with duckdb.connect() as con, duckdb.connect() as bare:
            for opened in (con, bare):
                opened.execute("set threads = 2")
            con.execute("attach ? as regesta (read_only)", [str(staging / "marts.duckdb")])
            con.execute("use regesta")
            for mart in MARTS:
                con.execute(f"copy main.{mart} to '{folder / mart}.parquet' (compression zstd)")
                bare.execute(f"create view {mart} as from '{folder / mart}.parquet'")
            for table in TABLES:
                bare.execute(f"create view {table} as from '{staging / table}/*.parquet'")
            for mart in MARTS:
                # of every row, lest the answer be taken from statistics alone
                scan = f"select count(*), max(columns(*)) from {mart} where random() < 2"
                ours, others = seconds(con, scan), seconds(bare, scan)
                tell(f"scan of {mart}", f"{ours:.2f} s, {ours / others:.2f} of bare Parquet", ours < 1, "1 s")
            # one from the middle: the least and the greatest are found at the edges of what lies together
            ((claim,),) = con.execute("select min(claim_id) from claims where claim_id > 'c8'").fetchall()
            for asked, query in ASKED.items():
                values = {"person": PERSON, "claim": claim}
                ours, others = seconds(con, query.format(**values)), seconds(bare, BARE[asked].format(**values))
                words = f"{1000 * ours:.0f} ms, {ours / others:.2f} of bare Parquet"
                tell(f"{asked} for one", words, ours < 0.05, "50 ms")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
