"""Sources read batch by batch: what a batch costs does not depend on how many were read before it."""

import pytest
from integration.driver import ask, refresh

from pipelines.stages import read
from warehouse.log import open_log

NAMES = ("Anna Berg", "Otto Lind", "Ida Moe")


def write(seeds, name, year):
    seeds.mkdir(exist_ok=True)
    (seeds / f"{name.split()[0].lower()}.txt").write_text(f"= {name} =\n\n- Born: 3 May {year}\n", "utf-8")


@pytest.fixture
def asked(monkeypatch):
    """The transactions each batch looked into for what stood of its sources."""
    asked = []
    real = read.read_stream

    def look(con, log, stream, *, held_in):
        asked.append(sorted(held_in))
        return real(con, log, stream, held_in=held_in)

    monkeypatch.setattr(read, "read_stream", look)
    return asked


def test_a_batch_looks_only_where_its_sources_are_told(tmp_path, home, asked):
    seeds = tmp_path / "seeds"
    for place, name in enumerate(NAMES):
        write(seeds, name, 1900 + place)
    refresh(seeds, home, batch_sources=1, checked=False)
    assert asked == [[], [], []], "of what was never read nothing stands"
    read_in = {made.tx for made in open_log(home / "log").transactions() if made.kind == "normalization"}
    asked.clear()
    write(seeds, "Otto Lind", 1911)
    refresh(seeds, home, batch_sources=1, checked=False)
    ((first,),) = asked
    assert first in read_in
    asked.clear()
    write(seeds, "Otto Lind", 1901)
    refresh(seeds, home, batch_sources=1, checked=False)
    ((older, newer),) = asked
    assert older == first < newer


def test_what_changed_and_changed_back_stands_once(tmp_path, home):
    seeds = tmp_path / "seeds"
    for place, name in enumerate(NAMES):
        write(seeds, name, 1900 + place)
    refresh(seeds, home, checked=False)
    births = "select subject_text, date_edtf from claims where event_type = 'birth' order by 1"
    before = ask(home, births)
    for year, counts in ((1911, (1, 1)), (1901, (1, 1))):
        write(seeds, "Otto Lind", year)
        refresh(seeds, home, batch_sources=1, checked=False)
        made = [made for made in open_log(home / "log").transactions() if made.kind == "normalization"][-1]
        assert (made.asserted_count, made.retracted_count) == counts
    assert ask(home, births) == before
