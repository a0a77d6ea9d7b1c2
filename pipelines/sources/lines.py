"""Lines with their offsets: what every layout by lines needs."""

from collections.abc import Iterator
from typing import NamedTuple


class Line(NamedTuple):
    """One line: its offsets, its end included; its words without surrounding blanks, and where they begin."""

    start: int
    end: int
    words: str
    words_start: int


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a text; they tile it. Every line end that Unicode knows ends one, and none is changed."""
    at = 0
    for line in text.splitlines(keepends=True):
        yield Line(at, at + len(line), line.strip(), at + len(line) - len(line.lstrip()))
        at += len(line)
