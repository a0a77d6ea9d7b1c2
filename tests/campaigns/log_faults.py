"""Kills, rivals and readers at the level of log and publication, for real: processes are started and killed.

usage: log_faults.py [--kills N] [--writers N] [--publications N] [--seed N]

A worker takes steps: each reads anew a source made from the step's number, appends the difference and publishes.
What it has been told is safe it writes to a pipe. The campaign kills it at random instants, and after each kill checks:
nothing told is lost, nothing stands twice, the edition in force opens and agrees with itself. At the end the tables are
those of an undisturbed run. Exit code 1 where any of this does not hold. The short form runs in the test suite.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow as pa

from warehouse.contract.tables import TABLES
from warehouse.contract.types import Kind
from warehouse.errors import LogConflict
from warehouse.log import attach_log, diff_claims, hold_writer, open_log
from warehouse.log.streams import CLAIM_ENTRIES, PARTS_TYPE
from warehouse.log.verify import verify_edition, verify_home
from warehouse.publish import clear_staging, name_edition, publish, read_standing, write_descriptor, write_table

STEPS = 8
CLAIMS = 60
PUBLISHED = {
    "transactions": "transactions",
    "source_versions": "source_versions",
    "claims": "current_claims",
    "claim_parts": "current_claim_parts",
}
_FILLED = {Kind.TEXT: "x", Kind.INTEGER: 0, Kind.NUMBER: 0.5, Kind.BOOLEAN: False}


def read_source(step: int) -> pa.Table:
    """The claims of the one source as step ``step`` reads them: some new, some gone, some restated or relocated."""
    columns = [column for column in TABLES["claims"].columns if column.name in CLAIM_ENTRIES.names]
    rows, parts = [], []
    for number in range(CLAIMS):
        if (number + step) % 7 == 0:
            continue
        row = {column.name: None if column.nullable else _FILLED[column.kind] for column in columns}
        row |= {"claim_id": f"c{number:04d}", "source_id": "s1", "quote_start": number + step}
        row["date_text"] = str(1900 + (number * step) % 5)
        rows.append(row)
        part = dict.fromkeys(field.name for field in PARTS_TYPE.value_type)
        parts.append([part | {"ordinal": 0, "part": "date", "text": row["date_text"]}])
    schema = pa.schema([CLAIM_ENTRIES.field(column.name) for column in columns])
    return pa.Table.from_pylist(rows, schema).append_column("parts", pa.array(parts, PARTS_TYPE))


def take_step(home: Path, tell) -> bool:
    """Append the next step and publish it; False where all steps are taken. ``tell`` hears what is safe."""
    log = open_log(home / "log")
    with hold_writer(home, who="worker"), duckdb.connect() as con:
        log.sweep()
        clear_staging(home)
        head = attach_log(con, log)
        step = head.tx + 1 if head else 1
        standing = read_standing(home)
        is_published = standing is not None and standing[1]["tx"] == step - 1
        if step > STEPS and is_published:
            return False
        if step <= STEPS and (is_published or head is None):
            con.register("fresh", read_source(step))
            con.register("read_now", pa.table({"source_id": ["s1"], "cause": ["new version"]}))
            entries = diff_claims(con, "fresh", "current_claim_entries", "read_now").to_arrow_table()
            tell("append")
            head = log.append(
                parent=head, recorded_at=datetime.now(UTC), kind="normalization", cause=f"Step {step}.", agent="worker",
                run_id=None, segments={"claims": entries.to_batches(max_chunksize=10)},
            )  # fmt: skip
            tell(f"committed {head.tx} {head.hash}")
            attach_log(con, log)
        assert head is not None
        staged = home / "staging" / f"step{head.tx}"
        for name, relation in PUBLISHED.items():
            write_table(con, TABLES[name], relation, staged)
        con.execute("attach ? as marts", [str(staged / "marts.duckdb")])
        con.execute("create table marts.claims as from current_claims")
        con.execute(f"create table marts.head as select {head.tx} as tx")
        con.execute("detach marts")
        name = name_edition(home, f"{head.tx:06d}-{head.hash[:8]}")
        tables = [TABLES[table] for table in PUBLISHED]
        write_descriptor(staged, tables, name=name, created=head.recorded_at, custom={"tx": head.tx})
        tell("switch")
        publish(home, staged, name)
        tell(f"published {head.tx}")
    return True


def work(home: Path, pipe: int) -> None:
    """Take all steps, telling what is safe."""

    def tell(words: str) -> None:
        os.write(pipe, f"{words}\n".encode())

    while take_step(home, tell):
        pass
    tell("done")


def check(home: Path, told: list[str]) -> None:
    """Whether all that was told to be safe is there, once, and the edition in force agrees with itself."""
    log = open_log(home / "log")
    transactions = {made.tx: made.hash for made in log.transactions()}
    for words in told:
        if words.startswith("committed"):
            _, tx, made_hash = words.split()
            assert transactions.get(int(tx)) == made_hash, f"transaction {tx} was told to be safe and is lost"
    published = [int(words.split()[1]) for words in told if words.startswith("published")]
    standing = read_standing(home)
    assert not published or standing is not None, "an edition was told to be published and there is none"
    fixity = verify_home(log, standing[0] if standing else None)
    assert fixity.damages == (), fixity.damages[:1]
    if standing is None:
        return
    edition, about = standing
    assert not published or about["tx"] >= max(published), "an edition told to be published is no longer in force"
    with duckdb.connect(str(home / "marts.duckdb"), read_only=True) as marts:
        assert marts.sql("from head").fetchall() == [(about["tx"],)], "marts and tables are of different editions"
        rows = marts.sql("select * from claims order by source_id, quote_start, claim_id").fetchall()
    with duckdb.connect() as con:
        for name in PUBLISHED:
            con.read_parquet(str(edition / name / "*.parquet")).create_view(f"published_{name}")
        assert con.sql("from published_claims").fetchall() == rows
        attach_log(con, log, as_of=about["tx"])
        replayed = con.sql("from current_claims order by source_id, quote_start, claim_id").fetchall()
        assert replayed == rows, "the edition is not what its log folds to"
        doubles = con.sql("select claim_id, tx from log_claims group by all having count(*) > 1").fetchall()
        assert doubles == [], f"entries stand twice: {doubles[:1]}"


def final_tables(home: Path) -> dict[str, list[tuple]]:
    """The tables of the edition in force, times and hashes aside."""
    edition, _ = read_standing(home) or (None, None)
    assert edition is not None
    with duckdb.connect() as con:
        tables = {
            name: con.read_parquet(str(edition / name / "*.parquet")).fetchall()
            for name in PUBLISHED
            if name != "transactions"
        }
        told = con.read_parquet(str(edition / "transactions" / "*.parquet"))
        tables["transactions"] = told.project(
            "tx, kind, cause, asserted_count, restated_count, retracted_count"
        ).fetchall()
    return tables


def in_child(function, *arguments) -> int:
    """Run a function in a forked process; returns its id. The parent itself never uses DuckDB: threads do not fork."""
    pid = os.fork()
    if pid == 0:
        try:
            function(*arguments)
            os._exit(0)
        except BaseException as error:
            print(f"{function.__name__}: {type(error).__name__}: {error}", file=sys.stderr, flush=True)
            os._exit(1)
    return pid


def must(function, *arguments) -> None:
    """Run a function in a child and stop the campaign where it fails."""
    _, status = os.waitpid(in_child(function, *arguments), 0)
    if status:
        sys.exit(f"{function.__name__} failed")


def read_told(pipe: int, until: str | None = None) -> list[str]:
    """The lines of a pipe until its writer is gone, or has told of the step named."""
    content = b""
    while chunk := os.read(pipe, 65536):
        content += chunk
        if until is not None and f"{until}\n".encode() in content:
            break
    return content.decode().split("\n")[:-1]


def kill_at_random(folder: Path, kills: int, chance: random.Random) -> None:
    """Kill the worker at random instants, and check after each; then let it end and compare with an undisturbed run."""
    undisturbed = folder / "undisturbed"
    reading, writing = os.pipe()
    start = time.monotonic()
    must(work, undisturbed, writing)
    whole = time.monotonic() - start
    os.close(writing)
    os.close(reading)
    after: Counter[str] = Counter()
    done, home, told = 0, folder / "home0", []
    while done < kills:
        reading, writing = os.pipe()
        pid = in_child(work, home, writing)
        os.close(writing)
        # Any instant, or one in the short time in which names change on disk.
        aim = chance.choice([None, "append", "switch"])
        now = read_told(reading, aim) if aim else []
        time.sleep(chance.uniform(0, 0.03) if aim else chance.uniform(0.01, whole * 4 / STEPS))
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        now += read_told(reading)
        os.close(reading)
        told += now
        if os.WIFSIGNALED(status):
            done += 1
            after[now[-1].split()[0] if now else "start"] += 1
        must(check, home, told)
        if "done" in now:
            must(compare, undisturbed, home)
            home, told = folder / f"home{done}", []
    reading, writing = os.pipe()
    must(work, home, writing)
    os.close(writing)
    os.close(reading)
    must(compare, undisturbed, home)
    killed = ", ".join(f"{count} after {words!r}" for words, count in sorted(after.items()))
    print(f"{done} kills ({killed}): nothing told was lost, nothing stood twice, the same tables at the end")


def compare(undisturbed: Path, home: Path) -> None:
    """Whether both homes ended in the same tables."""
    assert final_tables(undisturbed) == final_tables(home), "the disturbed run ended in other tables"


def append_many(home: Path, writer: int, count: int) -> None:
    """Append transactions without asking the lock: only the number decides; whoever lost tries again."""
    log = open_log(home / "log")
    for number in range(count):
        while True:
            try:
                log.append(
                    parent=log.head, recorded_at=datetime.now(UTC), kind="normalization", cause=f"{writer}/{number}",
                    agent="writer", run_id=None, segments={},
                )  # fmt: skip
                break
            except LogConflict:
                continue


def check_rivals(home: Path, writers: int, count: int) -> None:
    """Whether each writer's transactions stand once, in its order."""
    causes = [made.cause for made in open_log(home / "log").transactions()]
    assert len(causes) == writers * count
    for writer in range(writers):
        own = [cause for cause in causes if cause.startswith(f"{writer}/")]
        assert own == [f"{writer}/{number}" for number in range(count)], f"writer {writer} lost or doubled something"
    assert open_log(home / "log").sweep() == []


def write_at_once(folder: Path, writers: int, count: int) -> None:
    """Several writers at once on one log."""
    home = folder / f"rivals{writers}"
    pids = [in_child(append_many, home, writer, count) for writer in range(writers)]
    failed = [status for _, status in (os.waitpid(pid, 0) for pid in pids) if status]
    if failed:
        sys.exit("a writer failed")
    must(check_rivals, home, writers, count)
    print(f"{writers} writers at once, {count} transactions each: none lost, none doubled")


def publish_numbers(home: Path, count: int) -> None:
    """Publish editions whose every file holds the same number."""
    for number in range(count):
        staged = home / "staging" / "run"
        (staged / "entities").mkdir(parents=True)
        with duckdb.connect(str(staged / "marts.duckdb")) as marts:
            marts.execute(f"create table numbers as select {number} as number from range(1000)")
        with duckdb.connect() as con:
            con.execute(f"create view numbers as select '{number}' as entity_id, 'person' as kind, 'x' as label")
            write_table(con, TABLES["entities"], "numbers", staged)
        name = f"{number:06d}-aa"
        about = {"number": number}
        write_descriptor(staged, [TABLES["entities"]], name=name, created=datetime.now(UTC), custom=about)
        publish(home, staged, name)
    (home / "stop").touch()


def read_on(home: Path, pipe: int) -> None:
    """Read marts and tables until told to stop; fails on any error, lock or mixture."""
    looks, last = 0, -1
    while not (home / "stop").exists():
        if not (home / "marts.duckdb").exists():
            continue
        with duckdb.connect(str((home / "marts.duckdb").resolve()), read_only=True) as marts:
            first = marts.sql("select min(number), max(number), count(*) from numbers").fetchall()
            again = marts.sql("select min(number), max(number), count(*) from numbers").fetchall()
        assert first == again == [(first[0][0], first[0][0], 1000)], "a mixed edition"
        assert first[0][0] >= last, "an older edition after a newer one"
        last = first[0][0]
        standing = read_standing(home)
        assert standing is not None
        edition, about = standing
        damages = [damage for _, damage in verify_edition(edition) if damage]
        # An edition that is no longer kept may go while it is read; one in force may not.
        if read_standing(home) == standing:
            assert damages == [], damages[:1]
            assert edition.name == f"{about['number']:06d}-aa"
        looks += 1
    os.write(pipe, f"{looks}\n".encode())


def read_through(folder: Path, publications: int, readers: int = 8) -> None:
    """Readers through many publications."""
    home = folder / "read"
    home.mkdir()
    reading, writing = os.pipe()
    pids = [in_child(read_on, home, writing) for _ in range(readers)]
    must(publish_numbers, home, publications)
    failed = [status for _, status in (os.waitpid(pid, 0) for pid in pids) if status]
    os.close(writing)
    looks = [int(words) for words in read_told(reading)]
    if failed or min(looks, default=0) == 0:
        sys.exit("a reader failed, or saw nothing")
    print(f"{readers} readers through {publications} publications: {sum(looks)} looks, no lock, no mixture")


def main() -> None:
    """Run the campaign."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=180)
    parser.add_argument("--writers", type=int, default=100, help="transactions of each of two and four writers at once")
    parser.add_argument("--publications", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kill_at_random(Path(folder), options.kills, random.Random(options.seed))
        for writers in (2, 4):
            write_at_once(Path(folder), writers, options.writers)
        read_through(Path(folder), options.publications)


if __name__ == "__main__":
    main()
