"""The law above all: the edition after any refresh is, byte for byte, the one a rebuild from the log alone makes."""

import random
import shutil
from datetime import UTC, datetime

import duckdb
import pytest
from integration.driver import Silent, refresh

from expectations import run as expectations_run
from pipelines.stages import judge
from pipelines.stages.rebuild import find_replay_damage
from pipelines.stages.run import Run

NAMES = ("John Berg", "Johann Berg", "J. A. Berg", "John Albert Berg", "Anna Dahl", "Anna Berg")
LIVES = ((1850, 1910), (1851, 1910), (1901, 1950), (1921, 1980))
PLACES = ("Lund", "Bergen", "Riga")


def compose(choose):
    """A page about one of a few namesakes, which names others; nobody here ever lived."""
    name, other = choose.choice(NAMES), choose.choice(NAMES)
    born, died = choose.choice(LIVES)
    day = choose.randint(1, 28)
    married = born + choose.randint(20, 30)
    return (
        f"= {name} =\n\n- Born: {day} May {born}\n- Died: 7 June {died}\n\n== Life ==\n\n"
        f"{name} was born on {day} May {born} in {choose.choice(PLACES)}. "
        f"In {married} {name.split()[-1]} married {other}. "
        f"In {born + 35} he was elected mayor of {choose.choice(PLACES)}, after {other}. "
        f"{name} died on {choose.randint(1, 28)} June {died} in {choose.choice(PLACES)}.\n"
    )


def change(seeds, choose):
    """One source added, changed, removed or moved."""
    lying = sorted(seeds.iterdir())
    deed = choose.choice(("add", "change", "remove", "move")) if len(lying) > 3 else "add"
    if deed in ("add", "change"):
        file = choose.choice(lying) if deed == "change" else seeds / f"page {choose.randint(0, 10**6)}.txt"
        file.write_text(compose(choose), "utf-8")
    elif deed == "move":
        choose.choice(lying).rename(seeds / f"moved {choose.randint(0, 10**6)}.txt")
    else:
        choose.choice(lying).unlink()


def find_damage(home, edition):
    """What a replay makes otherwise that knows nothing but the log."""
    shutil.rmtree(home / "cache")
    run = Run(home, home, "replay", "test", False, lambda: datetime.now(UTC), Silent())
    return find_replay_damage(run, edition)


@pytest.mark.parametrize("seed", range(2))
def test_a_refresh_makes_what_a_rebuild_makes(tmp_path, seed):
    choose = random.Random(seed)
    seeds, home = tmp_path / "seeds", tmp_path / "home"
    seeds.mkdir()
    for number in range(6):
        (seeds / f"page {number}.txt").write_text(compose(choose), "utf-8")
    refresh(seeds, home, checked=False)
    for _ in range(3):
        for _ in range(choose.choice((1, 1, 3))):
            change(seeds, choose)
        _, published = refresh(seeds, home, checked=False, withdraw=True)
        if published is not None:
            assert find_damage(home, published.folder) == []


def test_namesakes_who_join_and_part_leave_no_trace_of_what_they_were(tmp_path):
    choose = random.Random(0)
    seeds, home = tmp_path / "seeds", tmp_path / "home"
    seeds.mkdir()
    page = (
        "= John Berg =\n\n- Born: 3 May {born}\n\nJohn Berg was born on 3 May {born} in Lund. He was mayor of Lund.\n"
    )
    (seeds / "one.txt").write_text(page.format(born=1850), "utf-8")
    (seeds / "other.txt").write_text(page.format(born=1930), "utf-8")
    (seeds / "beside.txt").write_text(compose(choose), "utf-8")
    persons = []
    for born in (1930, 1850, 1930):
        (seeds / "other.txt").write_text(page.format(born=born), "utf-8")
        _, published = refresh(seeds, home, checked=False)
        with duckdb.connect(str(published.folder / "marts.duckdb"), read_only=True) as con:
            asked = "select count(distinct subject_id) from sources where path in ('one.txt', 'other.txt')"
            persons.append(con.execute(asked).fetchall()[0][0])
        assert find_damage(home, published.folder) == []
    assert persons == [2, 1, 2]


def test_what_is_judged_of_a_refresh_is_what_is_judged_of_all(tmp_path, monkeypatch):
    choose = random.Random(1)
    seeds, home = tmp_path / "seeds", tmp_path / "home"
    seeds.mkdir()
    for number in range(6):
        (seeds / f"page {number}.txt").write_text(compose(choose), "utf-8")
    refresh(seeds, home)
    spared = []

    def judge_twice(staging, bounds, *, quality, history, since):
        spared.append(since)
        findings = expectations_run.validate(staging, bounds, quality=quality, history=history, since=since)
        assert findings == expectations_run.validate(staging, bounds, quality=quality, history=history)
        return findings

    monkeypatch.setattr(judge, "validate", judge_twice)
    (seeds / "page 0.txt").write_text(compose(choose), "utf-8")
    refresh(seeds, home)
    (since,) = spared
    assert since.changed.num_rows == 1
    assert "claims.quote_stands_at_its_offsets" in since.held
