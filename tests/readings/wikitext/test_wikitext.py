"""Composed wikitext beside the claims and citations it must give, and the law that spans give their words back."""

import tomllib
from pathlib import Path

import pytest

from pipelines.claims.read_source import read_source
from pipelines.sources.document import Received

HERE = Path(__file__).parent
READINGS = [
    reading for file in sorted(HERE.glob("*.toml")) for reading in tomllib.loads(file.read_text("utf-8"))["reading"]
]
APART = ("parts", "stands_at")


def read(text):
    made = read_source(Received("s", "page.wiki", None, 1, "0" * 64, text.encode()), "f")
    assert made.facts.status == "normalized", made.facts.problem
    assert made.facts.layout == "wikitext"
    return made


def told(part):
    return f"{part.part}{' ' + part.role if part.role else ''}={part.value or part.text}"


def find(claims, expected):
    """The first claim with every value expected."""
    wanted = {name: value for name, value in expected.items() if name not in APART}
    return next((claim for claim in claims if all(getattr(claim, n) == v for n, v in wanted.items())), None)


@pytest.mark.parametrize("reading", READINGS, ids=lambda reading: reading["name"])
def test_a_page_gives_its_claims_and_citations(reading):
    made = read(reading["text"])
    left = [claim for claim in made.claims if claim.event_type in reading["types"]]
    for expected in reading["claims"]:
        found = find(left, {"reference_number": None, **expected})
        assert found is not None, (expected, left)
        left.remove(found)
        parts = [part for part in made.parts if part.claim_id == found.claim_id]
        assert set(expected.get("parts", ())) <= {told(part) for part in parts}
        for name, words in expected.get("stands_at", {}).items():
            assert [part.text for part in parts if part.part == name] == [words]
    assert left == []
    expected = reading.get("citations", [])
    assert len(made.citations) == len(expected)
    for citation, wanted in zip(made.citations, expected, strict=True):
        assert {name: getattr(citation, name) for name in wanted} == wanted


@pytest.mark.parametrize("reading", READINGS, ids=lambda reading: reading["name"])
def test_every_span_gives_its_words_back(reading):
    made, text = read(reading["text"]), reading["text"]
    for claim in made.claims:
        assert text[claim.quote_start : claim.quote_end] == claim.quote
        start = next(p.passage_start for p in made.passages if p.passage_id == claim.passage_id)
        assert start <= claim.quote_start
    for part in made.parts:
        assert part.text is None or text[part.part_start : part.part_end] == part.text
    assert "".join(passage.text for passage in made.passages) == text
