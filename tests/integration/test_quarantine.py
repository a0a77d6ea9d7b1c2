"""Claims that break a law of their own are set aside, the rest goes on, and a mended reader lets them back in."""

import dataclasses
import json

import pytest
from integration.driver import SEEDS, ask, refresh

from pipelines.stages import reading_batch
from pipelines.stages.rebuild import rebuild_edition
from warehouse.log import open_log

LAW = "claims.confidence_is_a_share"


@pytest.fixture
def broken_reader(monkeypatch):
    """A reader that is too sure of every birth, and a code of its own."""
    read_source = reading_batch.read_source

    def read(received, fingerprint):
        reading = read_source(received, fingerprint)
        claims = tuple(
            dataclasses.replace(claim, confidence=1.5) if claim.event_type == "birth" else claim
            for claim in reading.claims
        )
        return dataclasses.replace(reading, claims=claims)

    monkeypatch.setattr(reading_batch, "read_source", read)
    for room in ("read", "plan", "publish"):
        monkeypatch.setattr(f"pipelines.stages.{room}.reading_fingerprint", lambda: "b" * 64)
    return monkeypatch


def quarantined(home):
    return ask(home, "select table_name, row_key, expectation, reason, tx from quarantine order by row_key")


def test_a_claim_that_breaks_a_law_of_its_own_is_set_aside_and_comes_back(home, broken_reader, published):
    births = {row[0] for row in ask(published, "select claim_id from claims where event_type = 'birth'")}
    kept = ask(published, "select count(*) from claims")[0][0] - len(births)
    refresh(SEEDS, home)
    aside = quarantined(home)
    assert {row[1] for row in aside} == births
    assert {row[2:4] for row in aside} == {(LAW, "1.5")}
    (tx,) = {row[4] for row in aside}
    head = open_log(home / "log").transactions()[tx - 1]
    assert head.cause == f"Judged claims one by one: {len(births)} set aside, 0 let back in."
    assert ask(home, "select count(*), count(*) filter (event_type = 'birth') from claims") == [(kept, 0)]
    assert ask(home, "select count(*) from claim_parts anti join claims using (claim_id)") == [(0,)]
    assert ask(home, "select severity from quality_results where not success and suite = 'quarantine'") == [
        ("warning",)
    ]

    broken_reader.undo()
    refresh(SEEDS, home)
    assert quarantined(home) == []
    assert {row[0] for row in ask(home, "select claim_id from claims where event_type = 'birth'")} == births
    assert any(
        f"0 set aside, {len(births)} let back in" in made.cause for made in open_log(home / "log").transactions()
    )


def test_what_is_set_aside_stays_so_while_nothing_is_mended_and_in_a_replay(home, broken_reader, seeds):
    from datetime import UTC, datetime

    from integration.driver import Silent

    from pipelines.stages.run import Run

    refresh(seeds, home)
    before = quarantined(home)
    (seeds / "new.txt").write_text("= Karl Moe =\n\n- Died: 7 June 1950\n")
    refresh(seeds, home)
    assert quarantined(home) == before
    heads = len(open_log(home / "log").transactions())
    run = Run(seeds, home, "again", "test", False, lambda: datetime.now(UTC), Silent())
    rebuilt = rebuild_edition(run, to=home.parent / "again")
    again = rebuilt.folder / "quarantine" / "quarantine.parquet"
    standing = (home / "published" / "current").resolve() / "quarantine" / "quarantine.parquet"
    assert again.read_bytes() == standing.read_bytes()
    assert len(open_log(home / "log").transactions()) == heads


def test_a_ruling_that_mends_a_claim_lets_it_back_in_and_sets_it_aside_again_when_withdrawn(
    home, broken_reader, seeds, published
):
    refresh(seeds, home, checked=False)
    births = {row[1] for row in quarantined(home)}
    claim_id, path, quote = ask(
        published, "select claim_id, source_path, quote from claims where event_type = 'birth'"
    )[0]
    assert claim_id in births
    (seeds / "rulings").mkdir()
    ruling = seeds / "rulings" / "sure.yml"
    told = {"kind": "correct", "source": path, "quote": quote, "type": "birth", "claim": claim_id}
    told |= {"column": "confidence", "value": "0.9", "author": "A. Curator", "reason": "The words are plain."}
    ruling.write_text(json.dumps(told))
    refresh(seeds, home, checked=False)
    assert ask(home, "select status, problem from rulings") == [("active", None)]
    assert {row[1] for row in quarantined(home)} == births - {claim_id}
    assert ask(home, "select confidence from claims where claim_id = ?", claim_id) == [(0.9,)]

    ruling.unlink()
    refresh(seeds, home, checked=False)
    assert {row[1] for row in quarantined(home)} == births
    assert ask(home, "select status from rulings") == [("withdrawn",)]
