"""The wiki export: ``= Title =``, a name line, ``- Key: value`` fields, ``== Section ==``, list items, paragraphs.

Under ``== References ==``, or another heading of that kind, numbered lines are references.
"""

import re

from pipelines.sources.document import Page
from pipelines.sources.lines import Blocks, Line, lines_of
from pipelines.sources.reference_lists import HEADING, number_style

NAME = "wiki_export"

_FIELD = re.compile(r"[-*] ([^:\s][^:]{0,60}):(?:\s|$)")
_ITEM = re.compile(r"(?:[-*•]+|\d{1,3}[.)])\s+\S|\*+\S")
_SENTENCE_END = (".", "!", "?", "…", '."', ".”", ".»", ":")
_VERB = re.compile(r"\s(?:was|is|were|are|had|has|—|–\s+это)\s")
_LOOKED_AT = 20_000
_HEADING_MAX = 500
_NAME_LINE_MAX = 300
_NAME_LINE_WORDS_MAX = 24


def recognise(text: str) -> float:
    """Surely a wiki export where a title between single equals signs comes first and fields or sections follow."""
    head = text[:_LOOKED_AT]
    if not head.lstrip().startswith("="):
        return 0.0
    lines = [line.words for line in lines_of(head) if line.words]
    title = _heading_of(lines[0]) if lines else None
    if title is None or title[0] > 1:
        return 0.0
    others = lines[1:]
    has_marks = any(_FIELD.match(line) or _heading_of(line) for line in others)
    return 1.0 if has_marks else 0.6 if others or text[_LOOKED_AT:].strip() else 0.2


def split(text: str) -> Page:
    """The blocks of a wiki export. Fields stand before the first paragraph; later bullets are list items."""
    return _Splitter().split(text)


def _heading_of(words: str) -> tuple[int, str] | None:
    """How many equals signs stand around a heading, and its words; None where the line is none."""
    if words[:1] != "=" or words[-1:] != "=" or len(words) > _HEADING_MAX:
        return None
    inner = words.strip("=")
    marks = min(len(words) - len(words.lstrip("=")), len(words) - len(words.rstrip("=")), 6)
    return (marks, inner.strip()) if inner.strip() else None


class _Splitter:
    """The state of one pass over the lines."""

    def __init__(self) -> None:
        self.blocks = Blocks()
        self.section: tuple[str, ...] = ()
        self.title: str | None = None
        self.in_head = True
        self.has_name_line = False
        self.in_references = False
        self.number = 0

    def split(self, text: str) -> Page:
        lines = list(lines_of(text))
        for at, line in enumerate(lines):
            following = lines[at + 1].words if at + 1 < len(lines) else ""
            self._take(line, following)
        return Page(self.blocks.done(), self.title)

    def _add(self, kind: str, line: Line) -> None:
        self.blocks.add(kind, line.start, line.end, self.section)

    def _take(self, line: Line, following: str) -> None:
        last = self.blocks.kind
        words = line.words
        heading = _heading_of(words)
        if not words:
            self._add("blank", line)
        elif heading:
            self._take_heading(line, *heading)
        elif self.in_references and self._is_reference(words):
            self.blocks.add("reference", line.start, line.end, self.section, number=self.number)
        elif last == "reference":
            self.blocks.grow(line.end)
        elif self.in_head and _FIELD.match(words):
            self.has_name_line = True  # what could still come is no name line
            self._add("field", line)
        elif last == "field" and self._runs_on(line):
            self.blocks.grow(line.end)
        elif _ITEM.match(words):
            self._add("list_item", line)
        elif self._is_name_line(words, following, last):
            self.has_name_line = True
            self._add("name_line", line)
        elif last == "paragraph":
            self.blocks.grow(line.end)
        else:
            self.in_head = False
            self._add("paragraph", line)

    def _take_heading(self, line: Line, marks: int, words: str) -> None:
        if marks == 1 and self.title is None:
            self.title = words
            self._add("title", line)
            return
        level = max(1, marks - 1)
        above = self.section[: level - 1]
        self.in_head = False
        self.blocks.add("heading", line.start, line.end, above, level=level)
        self.section = (*above, words)
        self.in_references = HEADING.fullmatch(words) is not None

    def _is_reference(self, words: str) -> bool:
        """Whether a line begins the next reference of the page's list; its number is kept."""
        style = number_style(words)
        found = style.match(words) if style is not None else None
        if found is None or int(found[1]) <= self.number:
            return False
        self.number = int(found[1])
        return True

    def _runs_on(self, line: Line) -> bool:
        """Whether a line under a field belongs to its value: a list of values, an indented line, a bit of a value."""
        if _ITEM.match(line.words) or line.words_start > line.start:
            return True
        return not line.words.endswith(_SENTENCE_END) and _VERB.search(line.words) is None

    def _is_name_line(self, words: str, following: str, last: str | None) -> bool:
        if not self.in_head or self.has_name_line or last not in (None, "title", "blank"):
            return False
        if len(words) > _NAME_LINE_MAX or _VERB.search(words):
            return False
        parts = words.split()
        if len(parts) > _NAME_LINE_WORDS_MAX or 2 * sum(part[0].islower() for part in parts) > len(parts):
            return False
        return bool(_FIELD.match(following)) or not words.endswith(_SENTENCE_END)
