"""Hostile pages cost no more than their length: each is measured against ordinary prose in the same run."""

import time
from pathlib import Path

import pytest

from pipelines.citations import read_citations
from pipelines.passages import find_gaps, split_passages
from pipelines.sources.document import Received
from pipelines.sources.open import open_source

LENGTH = 200_000
HEAD = "= Ada Lovelace =\n\n"
PAGE = "Ada Lovelace\n\nAda was a mathematician of London.\n\nReferences\n\n"
SEED = next((Path(__file__).parents[2] / "seeds").glob("002_*.txt"))
PROSE = SEED.read_text("utf-8").split("\n\n", 2)[2] + "\n\n"

PROSE_LIKE = {
    "no line end": "a word and more text, ",
    "one word": "the ",
    "one letter": "A",
    "blanks": " ",
    "dots": ".",
    "quotes": '"',
    "open brackets": "( ",
    "equals signs": "=",
    "stray commas": " ,",
    "prepositions": "of ",
    "pairs": "of in ",
    "fronted times": "In 1904, was ",
    "intervals": "between 1904 and ",
    "Russian": "слово и ",
}
OF_MANY_PARTS = {
    "fields": (HEAD, "- a: b\n"),
    "numbered fields": (HEAD, "- Office7: b\n- Office9: c\n"),
    "short lines": (HEAD, "of\n"),
    "bare returns": (HEAD, "a\r"),
    "short paragraphs": (HEAD, "x:\n\n"),
    "blank lines": (HEAD + "She rested.", "\n"),
    "headings": (PAGE.removesuffix("References\n\n"), "A Head\n\n"),
    "references": (PAGE + "  1. [1]\n", "    T\n    S ...Missing: x\n"),
    "debris": (PAGE + "  1. [1]\n    T\n", "<|x\n"),
    "ellipses": (PAGE + "  1. [1]\n    T\n", "... "),
}


def cost(text):
    """The least of three runs over a text, in seconds."""
    content = text.encode()
    times = []
    for _ in range(3):
        start = time.process_time()
        document = open_source(Received("s", "p", None, 1, "0" * 64, content))
        find_gaps(document, split_passages(document))
        read_citations(document)
        times.append(time.process_time() - start)
    return min(times)


@pytest.fixture(scope="module")
def ordinary():
    return cost(HEAD + (PROSE * (LENGTH // len(PROSE) + 1))[:LENGTH])


@pytest.mark.parametrize("name", PROSE_LIKE)
def test_one_hostile_paragraph_costs_as_much_as_prose(name, ordinary):
    piece = PROSE_LIKE[name]
    assert cost(HEAD + "It begins: " + piece * (LENGTH // len(piece)) + " end.") < 20 * ordinary


def test_ten_thousand_nested_brackets(ordinary):
    assert cost(HEAD + "(" * 10_000 + "x" + ")" * 10_000) < 5 * ordinary


@pytest.mark.parametrize("name", OF_MANY_PARTS)
def test_a_page_of_many_parts_is_linear_in_them(name):
    head, piece = OF_MANY_PARTS[name]
    count = 20_000 // len(piece)
    small, large = cost(head + piece * count), cost(head + piece * count * 8)
    assert large < 8 * 4 * small + 0.02
