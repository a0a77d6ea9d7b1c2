"""Many sources are read in several processes as in one."""

import hashlib
import os
import re
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from pipelines.sources.document import Received
from pipelines.stages import engine
from warehouse.errors import UnusableEngine

PAGE = """= Anna Berg {number} =

- Born: {day} May 1901
- Died: 7 June 1960

== Life ==

Anna Berg was born on {day} May 1901 in Bergen. In 1925 she was elected chairman of the union. She died in 1960.
"""


def receive(number):
    content = PAGE.format(number=number, day=number % 28 + 1).encode()
    if number % 10 == 3:
        content = bytes(range(256))
    return Received(f"s{number:012d}", f"{number}.txt", None, 1, hashlib.sha256(content).hexdigest(), content)


BATCHES = [[receive(batch * 60 + number) for number in range(60)] for batch in range(3)]


def read(monkeypatch, workers):
    monkeypatch.setattr(engine, "SMALL_BYTES", 0)
    return list(engine.read_batches(iter(BATCHES), "f" * 64, workers=workers, byte_count=1))


def test_the_rows_are_the_same_in_one_process_and_in_two(monkeypatch):
    alone, together = read(monkeypatch, 1), read(monkeypatch, 2)
    assert len(alone) == len(together) == 3
    for one, other in zip(alone, together, strict=True):
        assert one.facts.num_rows == 60
        assert one.claims.num_rows > 100
        assert one.facts.equals(other.facts)
        assert one.claims.equals(other.claims)
        assert all(one.cached[name].equals(other.cached[name]) for name in one.cached)


def test_what_cannot_be_read_costs_one_source(monkeypatch):
    (first, *_) = read(monkeypatch, 1)
    assert first.facts.column("status").to_pylist().count("quarantined") == 6


def test_no_more_is_taken_than_keeps_the_workers_busy(monkeypatch):
    """Beyond the batch that is next, two record batches a worker: 4 here, which are two batches of two."""
    monkeypatch.setattr(engine, "SMALL_BYTES", 0)
    taken = []

    def batches():
        for number in range(9):
            taken.append(number)
            yield BATCHES[number % 3]

    readings = engine.read_batches(batches(), "f" * 64, workers=2, byte_count=1)
    for given in range(6):
        next(readings)
        assert taken == list(range(given + 3))
    assert len(list(readings)) == 3


def test_small_batches_keep_the_workers_busy_too(monkeypatch):
    monkeypatch.setattr(engine, "SMALL_BYTES", 0)
    taken = []

    def batches():
        for number in range(9):
            taken.append(number)
            yield BATCHES[0][number : number + 1]

    readings = engine.read_batches(batches(), "f" * 64, workers=2, byte_count=1)
    next(readings)
    assert taken == [0, 1, 2, 3, 4]
    readings.close()


def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_dies_is_told(monkeypatch):
    monkeypatch.setattr(engine, "read_record_batch", die)
    with pytest.raises(BrokenProcessPool):
        read(monkeypatch, 2)


ORPHANS = """
import sys
from pipelines.stages import engine
from warehouse.errors import UnusableEngine
from unit.pipelines.stages.test_engine import BATCHES
engine.SMALL_BYTES = 0
if __name__ == "__main__":
    readings = engine.read_batches(iter(BATCHES), "f" * 64, workers=2, byte_count=1)
    next(readings)
    print(flush=True)
    sys.stdin.read()
"""


def children_of(parent):
    listed = Path(f"/proc/{parent}/task/{parent}/children").read_text("ascii").split()
    return [int(child) for child in listed]


def is_running(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_processes_end_with_the_one_they_read_for(tmp_path):
    program = tmp_path / "orphans.py"
    program.write_text(ORPHANS)
    parent = subprocess.Popen(
        [sys.executable, program],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    parent.stdout.readline()
    children = children_of(parent.pid)
    assert len(children) >= 2
    parent.kill()
    parent.wait()
    deadline = time.monotonic() + 10
    while any(map(is_running, children)) and time.monotonic() < deadline:
        time.sleep(0.05)
    left = [child for child in children if is_running(child)]
    for child in left:
        os.kill(child, signal.SIGKILL)
    parent.stdin.close()
    parent.stdout.close()
    assert left == []


@pytest.mark.parametrize(
    ("engine_setting", "master"),
    [
        ("local", None),
        ("spark", "local[*]"),
        ("spark://127.0.0.1:7077", "spark://127.0.0.1:7077"),
        ("spark:local[2]", "local[2]"),
        ("spark:yarn", "yarn"),
    ],
)
def test_one_word_names_the_engine(engine_setting, master):
    assert engine.find_master(engine_setting) == master


@pytest.mark.parametrize("word", ["", "Local", "sparks", "spark:", "local[2]", "yarn"])
def test_an_unknown_engine_is_one_sentence(word):
    with pytest.raises(UnusableEngine, match=re.escape(f"The setting engine is “{word}”: give local")):
        engine.find_master(word)
