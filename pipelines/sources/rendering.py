"""A marked-up text as its page shows it, and where each shown stretch stands in the text as archived.

Readers of claims see plain words; provenance needs the bytes as they came. A layout whose text carries marks gives
both, and here is the way back from one to the other.
"""

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from pipelines.sources.document import Block, Snippet


class Run(NamedTuple):
    """A stretch of the shown text and where it comes from, both half-open.

    ``is_copy``: letter for letter; else the whole archived stretch gives the whole shown one (a template's date).
    ``whole_start`` and ``whole_end``: the mark around it (link, template), which a span over more than it takes whole.
    """

    shown: int
    start: int
    end: int
    is_copy: bool
    whole_start: int
    whole_end: int


class Mark(NamedTuple):
    """A reference's mark: its number, where it stands in the shown text (without width) and in the archived one."""

    number: int
    shown: int
    start: int
    end: int


class Link(NamedTuple):
    """A link: its words in the shown text, and where the title of the page it leads to stands in the archived one."""

    shown_start: int
    shown_end: int
    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Rendering:
    """The shown text with its own blocks, tiling it; the runs it is made of, in order; marks and links, in order.

    ``quotations`` are the words that references quote, as snippets of the shown text.
    """

    text: str
    blocks: tuple[Block, ...]
    runs: tuple[Run, ...]
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()
    quotations: tuple[Snippet, ...] = ()

    def archived_span(self, start: int, end: int) -> tuple[int, int]:
        """Where a shown stretch stands in the archived text; a place without width where it has none."""
        first = self._run_at(start)
        if start >= end:
            at = first.start + min(start - first.shown, first.end - first.start)
            return at, at
        last = self._run_at(end - 1)
        if first is last and first.is_copy:
            return first.start + start - first.shown, first.start + end - first.shown
        left = first.start + start - first.shown if first.is_copy and start > first.shown else first.whole_start
        is_inside = last.is_copy and end - last.shown < last.end - last.start
        right = last.start + end - last.shown if is_inside else last.whole_end
        if left < right:
            return left, right
        return min(first.whole_start, last.whole_start), max(first.whole_end, last.whole_end)

    def _run_at(self, place: int) -> Run:
        return self.runs[max(0, bisect_right(self.runs, place, key=_shown) - 1)]


def _shown(run: Run) -> int:
    return run.shown
