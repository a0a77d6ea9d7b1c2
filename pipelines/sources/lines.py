"""Lines in, blocks out: what every layout that goes by lines needs."""

from collections.abc import Iterator
from typing import NamedTuple

from pipelines.sources.document import Block


class Line(NamedTuple):
    """One line: its offsets, its end included; its words without surrounding blanks, and where they begin.

    Blank lines that follow one another are one line without words.
    """

    start: int
    end: int
    words: str
    words_start: int


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a text; they tile it. Every line end that Unicode knows ends one, and none is changed."""
    at = blank = 0
    for line in text.splitlines(keepends=True):
        end = at + len(line)
        words = line.strip()
        if words:
            if blank < at:
                yield Line(blank, at, "", at)
            yield Line(at, end, words, at + line.index(words[0]))
            blank = end
        at = end
    if blank < at:
        yield Line(blank, at, "", at)


class Blocks:
    """Blocks in the making: the last can still grow."""

    def __init__(self) -> None:
        self._done: list[Block] = []
        self.kind: str | None = None
        """The kind of the last block, None before the first."""
        self._start = self._end = self._level = 0
        self._section: tuple[str, ...] = ()
        self._number: int | None = None

    def add(
        self, kind: str, start: int, end: int, section: tuple[str, ...], *, level: int = 0, number: int | None = None
    ) -> None:
        """Begins a new block."""
        self._close()
        self.kind, self._start, self._end, self._section = kind, start, end, section
        self._level, self._number = level, number

    def grow(self, end: int) -> None:
        """Takes what follows, up to ``end``, into the last block."""
        self._end = end

    def grow_or_add(
        self, kind: str, start: int, end: int, section: tuple[str, ...], *, number: int | None = None
    ) -> None:
        """Takes it into the last block where that has this kind and number, else begins a new one."""
        if self.kind == kind and self._number == number:
            self._end = end
        else:
            self.add(kind, start, end, section, number=number)

    def done(self) -> tuple[Block, ...]:
        """All blocks, in order."""
        self._close()
        self.kind = None
        return tuple(self._done)

    def _close(self) -> None:
        if self.kind is not None:
            block = Block(self.kind, self._start, self._end, self._section, self._level, self._number)
            self._done.append(block)
