"""The encyclopedia page: a notice, the title, unmarked headings of two levels, paragraphs, numbered references."""

import re

from pipelines.lexicon import load_lexicon
from pipelines.sources.document import Block, Page
from pipelines.sources.lines import Line, lines_of

NAME = "encyclopedia_page"

_LEXICON = load_lexicon("pages")
_NOTICES = tuple(_LEXICON["notices"])
_MACHINES = re.compile(r"\b(?:" + "|".join(map(re.escape, _LEXICON["machines"])) + r")\b")
_REFERENCES = frozenset(_LEXICON["references"])
_NUMBER = re.compile(r"(\d{1,4})[.)]\s*\[(\d{1,4})\]$|\[(\d{1,4})\]$")
_NUMBER_WITH_WORDS = re.compile(r"(?:(?:\d{1,4})[.)]\s*)?\[(\d{1,4})\]\s+\S")
_ITEM = re.compile(r"[-*•]\s+\S")
_DEBRIS = re.compile(r"(?:Missing:|Show results with:|<\|)")
_HEADING_MAX = 120
_HEADING_WORDS_MAX = 14
_PARAGRAPH_MIN = 120


def recognise(text: str) -> float:
    """By its signs: a notice, numbered references under their heading, unmarked headings over long paragraphs."""
    lines = [line.words for line in lines_of(text) if line.words]
    if len(lines) < 3 or lines[0].startswith("="):
        return 0.0
    has_notice = lines[0].startswith(_NOTICES)
    title = lines[1] if has_notice else lines[0]
    if not _is_heading(title):
        return 0.0
    body = lines[2:] if has_notice else lines[1:]
    paragraphs = sum(len(line) >= _PARAGRAPH_MIN and _ends_a_sentence(line) for line in body)
    if not paragraphs:
        return 0.0
    at = next((i for i, line in enumerate(body) if line in _REFERENCES), None)
    has_references = at is not None and any(_number_of(line) for line in body[at + 1 : at + 4])
    has_headings = any(_is_heading(line) for line in body)
    return min(1.0, 0.4 * has_references + 0.3 * has_notice + 0.35 * has_headings)


def split(text: str) -> Page:
    """The blocks of an encyclopedia page."""
    splitter = _Splitter(list(lines_of(text)))
    splitter.split()
    notice = splitter.notice
    authorship = "machine" if notice and _MACHINES.search(notice) else "unstated"
    return Page(tuple(splitter.blocks), splitter.title, notice, authorship)


def _ends_a_sentence(line: str) -> bool:
    return line.rstrip('"”’»)]0123456789[').endswith((".", "!", "?", ":", "…"))


def _is_heading(line: str) -> bool:
    if len(line) > _HEADING_MAX or len(line.split()) > _HEADING_WORDS_MAX or _ITEM.match(line) or _number_of(line):
        return False
    return not line.endswith((".", ",", ";", ":", "!", "…")) and (
        line[0].isupper() or line[0].isdigit() or line[0] in '"“«'
    )


def _number_of(line: str) -> int | None:
    found = _NUMBER.match(line) or _NUMBER_WITH_WORDS.match(line)
    if not found:
        return None
    return int(next(group for group in reversed(found.groups()) if group))


class _Splitter:
    """The state of one pass over the lines."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.blocks: list[Block] = []
        self.section: list[str] = []
        self.title: str | None = None
        self.notice: str | None = None
        self.number: int | None = None
        self.has_levels = False

    def split(self) -> None:
        in_references = False
        for at, line in enumerate(self.lines):
            if not line.words:
                self._add("blank", line.start, line.end, joined=True)
            elif self.title is None:
                self._take_head(line)
            elif self._stands_as_heading(at, in_references):
                in_references = line.words in _REFERENCES
                self._take_heading(line, self._is_upper(at, in_references))
            elif in_references:
                self._take_reference(line)
            elif _ITEM.match(line.words):
                self._add("list_item", line.start, line.end)
            else:
                self._add("paragraph", line.start, line.end, joined=True)

    def _add(self, kind: str, start: int, end: int, *, level: int = 0, joined: bool = False) -> None:
        last = self.blocks[-1] if self.blocks else None
        number = self.number if kind in ("reference", "debris") else None
        if joined and last is not None and last.kind == kind and last.number == number:
            self.blocks[-1] = Block(kind, last.start, end, last.section, last.level, number)
            return
        section = tuple(self.section[:-1] if kind == "heading" else self.section)
        self.blocks.append(Block(kind, start, end, section, level, number))

    def _take_head(self, line: Line) -> None:
        if self.notice is None and line.words.startswith(_NOTICES):
            self.notice = line.words
            self._add("notice", line.start, line.end)
        else:
            self.title = line.words
            self._add("title", line.start, line.end)

    def _neighbour(self, at: int, step: int) -> str:
        at += step
        while 0 <= at < len(self.lines):
            if self.lines[at].words:
                return self.lines[at].words
            at += step
        return ""

    def _stands_as_heading(self, at: int, in_references: bool) -> bool:
        words = self.lines[at].words
        if in_references:  # a title of a reference looks like a heading: only a known section ends the list
            return words in _REFERENCES
        if not _is_heading(words):
            return False
        alone_before = at == 0 or not self.lines[at - 1].words
        alone_after = at + 1 == len(self.lines) or not self.lines[at + 1].words
        return words in _REFERENCES or (alone_before and alone_after and bool(self._neighbour(at, 1)))

    def _is_upper(self, at: int, is_references: bool) -> bool:
        """Of the upper level: references, and a heading right above another; all, where no heading stands so."""
        following = self._neighbour(at, 1)
        if is_references:
            return True
        if _is_heading(following) and following not in _REFERENCES:
            self.has_levels = True
            return True
        return not self.has_levels

    def _take_heading(self, line: Line, is_upper: bool) -> None:
        level = 1 if is_upper or not self.section else 2
        self.section[level - 1 :] = [line.words]
        self._add("heading", line.start, line.end, level=level)

    def _take_reference(self, line: Line) -> None:
        number = _number_of(line.words)
        if number is not None:
            self.number = number
            self._add("reference", line.start, line.end)
            return
        if self.number is None:
            self._add("paragraph", line.start, line.end, joined=True)
            return
        found = _DEBRIS.search(line.words)
        if found is None:
            self._add("reference", line.start, line.end, joined=True)
            return
        debris = line.words_start + found.start()
        if found.start():
            self._add("reference", line.start, debris, joined=True)
        self._add("debris", debris if found.start() else line.start, line.end, joined=True)
