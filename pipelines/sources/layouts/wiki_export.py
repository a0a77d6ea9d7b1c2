"""The wiki export: ``= Title =``, a name line, ``- Key: value`` fields, ``== Section ==``, list items, paragraphs."""

import re

from pipelines.sources.document import Block, Page
from pipelines.sources.lines import Line, lines_of

NAME = "wiki_export"

_HEADING = re.compile(r"(={1,6})\s*(\S.*?)\s*\1$")
_FIELD = re.compile(r"[-*] ([^:\s][^:]{0,60}):(?:\s|$)")
_ITEM = re.compile(r"(?:[-*•]|\d{1,3}[.)])\s+\S")
_SENTENCE_END = (".", "!", "?", "…", '."', ".”", ".»")
_NAME_LINE_MAX = 300


def recognise(text: str) -> float:
    """Surely a wiki export where a title between single equals signs comes first and fields or sections follow."""
    lines = [line.words for line in lines_of(text[:20_000]) if line.words]
    if not lines:
        return 0.0
    title = _HEADING.match(lines[0])
    if title is None or len(title[1]) > 1:
        return 0.0
    others = lines[1:]
    has_marks = any(_FIELD.match(line) or _HEADING.match(line) for line in others)
    return 1.0 if has_marks else 0.6 if others else 0.2


def split(text: str) -> Page:
    """The blocks of a wiki export. Fields stand before the first paragraph; later bullets are list items."""
    return _Splitter().split(text)


class _Splitter:
    """The state of one pass over the lines."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.section: list[str] = []
        self.title: str | None = None
        self.in_head = True

    def split(self, text: str) -> Page:
        lines = list(lines_of(text))
        for at, line in enumerate(lines):
            following = lines[at + 1].words if at + 1 < len(lines) else ""
            self._take(line, following)
        return Page(tuple(self.blocks), self.title)

    def _add(self, kind: str, line: Line, level: int = 0) -> None:
        section = tuple(self.section[:-1] if kind == "heading" else self.section)
        self.blocks.append(Block(kind, line.start, line.end, section, level))

    def _extend(self, line: Line) -> None:
        last = self.blocks[-1]
        self.blocks[-1] = Block(last.kind, last.start, line.end, last.section, last.level)

    def _take(self, line: Line, following: str) -> None:
        last = self.blocks[-1].kind if self.blocks else None
        if not line.words:
            if last == "blank":
                self._extend(line)
            else:
                self._add("blank", line)
            return
        heading = _HEADING.match(line.words)
        if heading:
            self._take_heading(line, len(heading[1]), heading[2])
        elif self.in_head and _FIELD.match(line.words):
            self._add("field", line)
        elif last == "field" and not _ITEM.match(line.words):
            self._extend(line)  # a value that runs on
        elif _ITEM.match(line.words):
            self._add("list_item", line)
        elif self.in_head and last in (None, "title", "blank") and self._is_name_line(line.words, following):
            self._add("name_line", line)
        elif last == "paragraph":
            self._extend(line)
        else:
            self.in_head = False
            self._add("paragraph", line)

    def _take_heading(self, line: Line, marks: int, words: str) -> None:
        if marks == 1 and self.title is None:
            self.title = words
            self._add("title", line)
            return
        level = max(1, marks - 1)
        self.in_head = False
        self.section[level - 1 :] = [words]
        self._add("heading", line, level)

    def _is_name_line(self, words: str, following: str) -> bool:
        if any(block.kind in ("field", "name_line") for block in self.blocks) or len(words) > _NAME_LINE_MAX:
            return False
        if _FIELD.match(following):
            return True
        return not words.endswith(_SENTENCE_END) and "(" not in words and len(words.split()) <= 12
