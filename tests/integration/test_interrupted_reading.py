"""A reading that is killed goes on from the last finished batch: nothing is read again that is recorded."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from integration.driver import refresh

from pipelines.stages import reading_batch
from warehouse.log import attach_log, open_log
from warehouse.publish import read_standing

LIFE = "= {name} =\n\n- Born: {day} May 1901\n\n{name} was born on {day} May 1901 in Bergen. She died in 1960.\n"
SOURCES = 12

KILLED = """
import os, signal, sys
from integration.driver import Silent, refresh
from pipelines.stages import read, reading_cache

def die_at(times, before=None):
    calls = []
    def called(*arguments, **named):
        calls.append(arguments)
        if len(calls) == times:
            os.kill(os.getpid(), signal.SIGKILL)
        return before(*arguments, **named) if before else None
    return called

spot = sys.argv[3]
if spot == "after a batch":
    Silent.advance = die_at(3)
if spot == "between cache and log":
    read._log_readings = die_at(4, read._log_readings)
if spot == "between two files of the cache":
    reading_cache.pq.write_table = die_at(4 * 3 + 3, reading_cache.pq.write_table)
refresh(sys.argv[1], sys.argv[2], batch_sources=2)
"""


@pytest.fixture
def lives(tmp_path):
    folder = tmp_path / "lives"
    folder.mkdir()
    for number in range(SOURCES):
        text = LIFE.format(name=f"Anna Berg {chr(65 + number)}", day=number + 1)
        (folder / f"{number:02}.txt").write_text(text)
    return folder


def rows(home, table):
    edition = read_standing(home)[0]
    with duckdb.connect() as con:
        found = con.read_parquet(str(edition / table / "*.parquet"))
        return sorted(map(repr, found.project("columns(lambda name: name not in ('first_tx', 'last_tx'))").fetchall()))


@pytest.mark.parametrize("spot", ["after a batch", "between cache and log", "between two files of the cache"])
@pytest.mark.parametrize("batch_sources", [2, 5])
def test_a_killed_reading_goes_on_from_its_last_finished_batch(spot, batch_sources, lives, tmp_path, monkeypatch):
    home = tmp_path / "home"
    tests = str(Path(__file__).parents[1])
    killed = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {tests!r})\n{KILLED}", str(lives), str(home), spot],
        cwd=tests,
        check=False,
    )
    assert killed.returncode == -9
    with duckdb.connect() as con:
        attach_log(con, open_log(home / "log"))
        recorded = {path for (path,) in con.sql(
            "select path from current_readings join current_accessions using (source_id)"
        ).fetchall()}  # fmt: skip
    assert len(recorded) == 6
    read = []
    take = reading_batch.read_source

    def read_source(received, fingerprint):
        read.append(received.path)
        return take(received, fingerprint)

    monkeypatch.setattr(reading_batch, "read_source", read_source)
    refresh(lives, home, batch_sources=batch_sources, checked=False)
    assert len(read) == SOURCES - 6
    assert recorded.isdisjoint(read)
    refresh(lives, tmp_path / "undisturbed", checked=False)
    for table in ("sources", "passages", "gaps", "citations", "claims", "claim_parts"):
        assert rows(home, table) == rows(tmp_path / "undisturbed", table), table
