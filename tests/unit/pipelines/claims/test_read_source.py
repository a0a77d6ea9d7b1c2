import hashlib
from pathlib import Path

import pytest

from pipelines.claims.fingerprint import reading_fingerprint
from pipelines.claims.read_source import read_source
from pipelines.sources.document import Received

SEEDS = sorted((Path(__file__).parents[4] / "seeds").glob("*.txt"))


def read(content, path="page.txt"):
    return read_source(Received("s1", path, None, 1, hashlib.sha256(content).hexdigest(), content), "f")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"x" * 1000, b"no layout at all\n" * 3])
def test_what_cannot_be_read_is_quarantined_with_its_problem(content):
    reading = read(content)
    assert reading.facts.status == "quarantined"
    assert reading.facts.problem and reading.claims == () and reading.passages == ()


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_every_span_of_a_seed_gives_its_words_back(path):
    content = path.read_bytes()
    reading = read(content, path.name)
    text = content.decode().removeprefix("\ufeff")
    assert reading.claims
    for claim in reading.claims:
        assert text[claim.quote_start : claim.quote_end] == claim.quote
    for part in reading.parts:
        assert part.part_start is None or text[part.part_start : part.part_end] == part.text


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_reading_twice_gives_the_same_rows_and_no_id_twice(path):
    content = path.read_bytes()
    first, second = read(content), read(content)
    assert first == second
    assert len({claim.claim_id for claim in first.claims}) == len(first.claims)


def test_a_paragraph_added_above_keeps_the_ids_of_what_stands_below():
    lead = "= Ann Holm =\n\nAnn Holm\n- Occupation: Painter\n\nAnn Holm was a painter.\n\n== Life ==\n"
    told = "In 1905 Holm married Per Lund.\n"
    before = {claim.claim_id for claim in read((lead + told).encode()).claims}
    after = {claim.claim_id for claim in read((lead + "The winters were long.\n\n" + told).encode()).claims}
    assert before == after


def test_the_fingerprint_is_the_same_twice():
    assert reading_fingerprint() == reading_fingerprint() and len(reading_fingerprint()) == 16
