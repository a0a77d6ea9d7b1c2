"""The shown text in the making: copied and composed stretches, each with where it comes from."""

from typing import NamedTuple

from pipelines.sources.document import Block
from pipelines.sources.rendering import Link, Mark, Run

Whole = tuple[int, int] | None


class State(NamedTuple):
    """How much was written at one moment."""

    length: int
    pieces: int
    marks: int
    links: int


class Writer:
    """Collects what is shown, in order, and the blocks it is cut into."""

    def __init__(self) -> None:
        self.length = 0
        self.runs: list[Run] = []
        self.marks: list[Mark] = []
        self.links: list[Link] = []
        self.blocks: list[Block] = []
        self._pieces: list[str] = []

    @property
    def text(self) -> str:
        """All that is shown so far."""
        return "".join(self._pieces)

    @property
    def ends_with_blank(self) -> bool:
        """Whether nothing or a blank was written last."""
        return not self._pieces or self._pieces[-1][-1].isspace()

    def copy(self, words: str, start: int, whole: Whole) -> None:
        """Adds words that stand in the archived text from ``start``; ``whole`` is the construct around them."""
        if words:
            first, last = whole or (start, start + len(words))
            self._add(words, Run(self.length, start, start + len(words), True, first, last))

    def compose(self, words: str, start: int, end: int, whole: Whole = None) -> None:
        """Adds words that a stretch of the archived text stands for."""
        if words:
            first, last = whole or (start, end)
            self._add(words, Run(self.length, start, end, False, first, last))

    def _add(self, words: str, run: Run) -> None:
        self.runs.append(run)
        self._pieces.append(words)
        self.length += len(words)

    def state(self) -> State:
        """How far it is, to come back to."""
        return State(self.length, len(self._pieces), len(self.marks), len(self.links))

    def rewind(self, state: State) -> None:
        """Takes back what was written since; blocks made since stay, so none may have been."""
        self.length = state.length
        del self._pieces[state.pieces :], self.runs[state.pieces :]
        del self.marks[state.marks :], self.links[state.links :]

    def words_since(self, state: State) -> str:
        """What was written since."""
        return "".join(self._pieces[state.pieces :])

    def forget_marks(self) -> None:
        """Leaves out the marks so far: they stand again where the same words are read in their place."""
        self.marks.clear()

    def mark(self, number: int, start: int, end: int) -> None:
        """Notes a reference's mark here."""
        self.marks.append(Mark(number, self.length, start, end))

    def block(self, kind: str, begun: int, section: tuple[str, ...], level: int = 0) -> None:
        """Makes what was written since ``begun`` a block; nothing where nothing was."""
        if self.length > begun:
            last = self.blocks[-1] if self.blocks else None
            if kind == "paragraph" and last is not None and last.kind == kind:
                self.blocks[-1] = Block(kind, last.start, self.length, last.section)
            else:
                self.blocks.append(Block(kind, begun, self.length, section, level))
