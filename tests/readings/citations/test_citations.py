"""The references of a seed, each read by eye: title, snippet without debris, site, language, date."""

import json
from pathlib import Path

import pytest

from pipelines.citations import find_snippets, read_citations
from pipelines.sources.document import Received
from pipelines.sources.open import open_source

HERE = Path(__file__).parent
SEED = next((HERE.parents[2] / "seeds").glob("001_*.txt"))
EXPECTED = [json.loads(line) for line in (HERE / "seed_001.jsonl").read_text("utf-8").splitlines()]
DOCUMENT = open_source(Received("s", SEED.name, None, 1, "0" * 64, SEED.read_bytes()))
READ = read_citations(DOCUMENT)


def test_every_reference_is_there_once_and_in_order():
    assert [citation.reference_number for citation in READ] == list(range(1, 53))


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda expected: str(expected["reference_number"]))
def test_a_reference_is_read_as_a_person_reads_it(expected):
    citation = READ[expected["reference_number"] - 1]
    assert {name: getattr(citation, name) for name in expected} == expected


def test_spans_give_the_words_back():
    for citation, snippet in zip(READ, find_snippets(DOCUMENT), strict=True):
        assert (DOCUMENT.text[slice(*snippet.title)] if snippet.title else None) == citation.title
        assert (" ".join(DOCUMENT.text[slice(*span)] for span in snippet.words) or None) == citation.snippet
        inside = [span for span in (snippet.title, snippet.published, *snippet.words) if span]
        assert all(citation.citation_start <= start < end <= citation.citation_end for start, end in inside)
        assert inside == sorted(inside)
