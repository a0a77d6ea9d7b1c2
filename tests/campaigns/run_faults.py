"""``regesta run`` killed at random instants, and several at once: whole processes on the project's own seeds.

usage: run_faults.py [--kills N] [--at-once N] [--seed N]

After each kill the log is whole and the edition in force is what was published. At the end the tables are those of an
undisturbed run (run ids, times and transaction numbers aside). Exit code 1 where any of this does not hold.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from warehouse.contract.tables import TABLES
from warehouse.contract.types import Kind
from warehouse.log import attach_log, open_log
from warehouse.log.verify import verify_home
from warehouse.publish import read_standing

ROOT = Path(__file__).parents[2]
OF_THE_RUN = ("transactions", "quality_results")
"""Tables that tell of runs, of which a disturbed home has more."""


def start(home: Path) -> subprocess.Popen[bytes]:
    """Start ``regesta run`` in a process group of its own."""
    program = [sys.executable, "-c", "from regesta.cli import main; main()", "run", "--seeds", str(ROOT / "seeds")]
    return subprocess.Popen(
        [*program, "--home", str(home)],
        cwd=home.parent,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def finish(process: subprocess.Popen[bytes]) -> None:
    """Wait for a run; stops the campaign where it failed."""
    _, told = process.communicate()
    if process.returncode:
        sys.exit(f"a run ended with {process.returncode}: {told.decode()[-1000:]}")


def check(home: Path) -> None:
    """Whether the log is whole, each entry stands once, and the edition in force is what was published."""
    log = open_log(home / "log")
    standing = read_standing(home)
    fixity = verify_home(log, standing[0] if standing else None)
    assert fixity.damages == (), fixity.damages[:1]
    with duckdb.connect() as con:
        attach_log(con, log)
        doubles = con.sql("select claim_id, tx from log_claims group by all having count(*) > 1").fetchall()
        assert doubles == [], doubles[:1]
    if standing:
        with duckdb.connect(str((home / "marts.duckdb").resolve()), read_only=True) as marts:
            assert marts.sql("select count(*) from claims").fetchall()[0][0] > 0


def tables(home: Path) -> dict[str, list[str]]:
    """Every table of the edition in force, without what numbers transactions."""
    standing = read_standing(home)
    assert standing is not None, "no edition in force"
    found = {}
    with duckdb.connect() as con:
        for table in TABLES.values():
            if table.name in OF_THE_RUN:
                continue
            kept = [
                column.name
                for column in table.columns
                if column.refers_to != "transactions.tx" and column.kind is not Kind.TIME
            ]
            rows = con.read_parquet(str(standing[0] / table.name / "*.parquet")).project(", ".join(kept)).fetchall()
            found[table.name] = sorted(map(repr, rows))
    return found


def main() -> None:
    """Run the campaign."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--at-once", type=int, default=4)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        began = time.monotonic()
        finish(start(folder / "undisturbed"))
        whole = time.monotonic() - began
        expected = tables(folder / "undisturbed")
        home = folder / "killed"
        ended = 0
        for kill in range(options.kills):
            process = start(home)
            time.sleep(chance.uniform(0.3, 1) * whole)
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            check(home)
            if read_standing(home) is not None:  # it got through: begin again with an empty home
                finish(start(home))
                assert tables(home) == expected, "a disturbed home ended in other tables"
                ended += 1
                home = folder / f"killed{kill}"
        finish(start(home))
        assert tables(home) == expected, "a disturbed home ended in other tables"
        print(f"{options.kills} kills of whole runs, {ended + 1} homes: all ended in the tables of an undisturbed run")
        for count in (2, options.at_once):
            home = folder / f"at-once{count}"
            for process in [start(home) for _ in range(count)]:
                finish(process)
            check(home)
            assert tables(home) == expected, "runs at once ended in other tables"
            print(f"{count} runs at once: none failed, the tables of one undisturbed run")


if __name__ == "__main__":
    main()
