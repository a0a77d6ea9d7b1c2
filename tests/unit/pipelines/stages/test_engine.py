"""Many sources are read in several processes as in one."""

import hashlib
import os
import signal
from concurrent.futures.process import BrokenProcessPool

import pytest

from pipelines.sources.document import Received
from pipelines.stages import engine

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


def test_batches_are_taken_one_ahead(monkeypatch):
    monkeypatch.setattr(engine, "SMALL_BYTES", 0)
    taken = []

    def batches():
        for number, batch in enumerate(BATCHES):
            taken.append(number)
            yield batch[:2]

    readings = engine.read_batches(batches(), "f" * 64, workers=2, byte_count=1)
    next(readings)
    assert taken == [0, 1]
    assert len(list(readings)) == 2


def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_dies_is_told(monkeypatch):
    monkeypatch.setattr(engine, "read_chunk", die)
    with pytest.raises(BrokenProcessPool):
        read(monkeypatch, 2)
