"""The encyclopedia page: a notice, the title, unmarked headings of two levels, paragraphs, numbered references.

Headings carry no mark: they are told by their shape (short, alone, no mark at the end, no finite verb), their levels
by what follows (a heading right above another is the upper one).
"""

import re
from collections.abc import Sequence

from pipelines.lexicon import load_lexicon
from pipelines.sources.document import Page
from pipelines.sources.lines import Blocks, Line, lines_of
from pipelines.sources.reference_lists import HEADING, number_style

NAME = "encyclopedia_page"

_LEXICON = load_lexicon("pages")
_NOTICES = tuple(_LEXICON["notices"])
_MACHINES = re.compile(r"\b(?:" + "|".join(map(re.escape, _LEXICON["machines"])) + r")\b")
_HUMANS = re.compile(_LEXICON["written_by_people"])
_REFERENCES_LINE = re.compile(rf"^[ \t]*{HEADING.pattern}[ \t]*$", re.IGNORECASE | re.MULTILINE)
_AFTER_REFERENCES = re.compile("|".join(map(re.escape, _LEXICON["after_references"])), re.IGNORECASE)
_ITEM = re.compile(r"(?:[-*•–]|\d{1,3}[.)])\s+\S")
_FINITE = re.compile(r"\s(?:was|were|is|are|had|has|have|did|became|will|would)\s")
_WORD = re.compile(r"[^\W\d_]{3,}")
_DEBRIS_IN_TITLE = re.compile(r"<\|.*")
_DEBRIS = re.compile(_LEXICON["debris"])
_HEADING_MAX = 120
_HEADING_WORDS_MAX = 14
_LONG = 120
_LIST_FROM = 4  # so many short lines in a row are a list, not headings of two levels
_LOOKED_AT = 20_000
_CUT = 1000  # a line so long may have been cut by looking no further
_LEAD = 300


def recognise(text: str) -> float:
    """By its signs: a notice, numbered references under their heading, a lead that names the title, headings."""
    head = text[:_LOOKED_AT]
    if head.lstrip().startswith("="):
        return 0.0
    lines = [line.words for line in lines_of(head) if line.words]
    if len(lines) < 2:
        return 0.0
    at_notice, at_title = _head_of(lines[:2])
    title, body = lines[at_title], lines[2 if at_notice is not None else 1 :]
    lead = next((line for line in body if len(line.split()) > 4 and (_ends_a_sentence(line) or len(line) > _CUT)), None)
    if not _is_short(title) or lead is None:
        return 0.0
    names = {word.lower() for word in _WORD.findall(title)}
    is_named = any(word.lower() in names for word in _WORD.findall(lead[:_LEAD]))
    has_headings = any(map(_is_short, body))
    return min(1.0, 0.4 * _has_references(text) + 0.35 * (at_notice is not None) + 0.35 * is_named + 0.2 * has_headings)


def split(text: str) -> Page:
    """The blocks of an encyclopedia page."""
    splitter = _Splitter(list(lines_of(text)))
    splitter.split()
    return Page(splitter.blocks.done(), splitter.title, splitter.notice, _authorship(splitter.notice))


def _head_of(lines: Sequence[str]) -> tuple[int | None, int]:
    """Which of the first two lines is the notice, if any, and which the title."""
    if len(lines) > 1 and lines[0].startswith(_NOTICES) and _is_short(lines[1]):
        return 0, 1
    is_notice = len(lines) > 1 and lines[1].startswith(_NOTICES) and len(lines[1]) <= _HEADING_MAX
    return (1 if is_notice else None), 0


def _authorship(notice: str | None) -> str:
    if notice is None:
        return "unstated"
    if _MACHINES.search(notice):
        return "machine"
    return "human" if _HUMANS.match(notice) else "unstated"


def _has_references(text: str) -> bool:
    return any(
        number_style(text[found.end() : found.end() + 200].lstrip().split("\n", 1)[0]) is not None
        for found in _REFERENCES_LINE.finditer(text)
    )


def _ends_a_sentence(line: str) -> bool:
    return line[-12:].rstrip('"”’»)]0123456789[').endswith((".", "!", "?", ":", "…"))


def _is_short(line: str) -> bool:
    """Whether a line has the shape of a title or heading."""
    if len(line) > _HEADING_MAX or len(line.split()) > _HEADING_WORDS_MAX or line[-1] in ".,;:!…":
        return False
    if _ITEM.match(line) or _FINITE.search(line) or (line[0] in '"“«' and line[-1] in '"”»'):
        return False
    return line[0].isupper() or line[0].isdigit() or line[0] in '"“«'


class _Splitter:
    """The state of one pass over the lines."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.blocks = Blocks()
        self.section: tuple[str, ...] = ()
        self.title: str | None = None
        self.notice: str | None = None
        self.style: re.Pattern[str] | None = None
        self.number: int | None = None
        self.used: set[int] = set()
        self.wants_title = False

    def split(self) -> None:
        solid = [at for at, line in enumerate(self.lines) if line.words]
        notice, title = _head_of([self.lines[at].words for at in solid[:2]])
        kinds = {solid[title]: "title"} if solid else {}
        if notice is not None:
            kinds[solid[notice]] = "notice"
            self.notice = self.lines[solid[notice]].words
        self.title = self.lines[solid[title]].words if solid else None
        levels, entries = self._find_headings(solid[len(kinds) :])
        for at, line in enumerate(self.lines):
            if not line.words:
                self._add("blank", line.start, line.end)
            elif at in kinds:
                self._add(kinds[at], line.start, line.end)
            elif at in levels:
                self._take_heading(at, levels[at])
            elif self.style is not None:
                self._take_reference(line)
            elif at in entries or _ITEM.match(line.words):
                self._add("list_item", line.start, line.end)
            else:
                self._add("paragraph", line.start, line.end, is_joined=True)

    def _add(self, kind: str, start: int, end: int, *, is_joined: bool = False) -> None:
        number = self.number if kind in ("reference", "debris") else None
        add = self.blocks.grow_or_add if is_joined else self.blocks.add
        add(kind, start, end, self.section, number=number)

    def _find_headings(self, solid: Sequence[int]) -> tuple[dict[int, int], set[int]]:
        """The level of every heading by its line, and the lines that are bare entries of lists."""
        found = _Headings()
        in_references = False
        for place, at in enumerate(solid):
            words = self.lines[at].words
            after = self.lines[solid[place + 1]].words if place + 1 < len(solid) else ""
            begins = HEADING.fullmatch(words) is not None and number_style(after) is not None
            if begins or (in_references and _AFTER_REFERENCES.fullmatch(words)):
                found.settle(is_followed=False)
                found.levels[at] = 1
                in_references = begins
            elif in_references:
                continue  # titles of references look like headings
            elif _is_short(words) and self._stands_alone(at):
                found.run.append(at)
            else:
                found.settle(is_followed=True)
        found.settle(is_followed=False)
        return found.levels, found.entries

    def _stands_alone(self, at: int) -> bool:
        before = self.lines[at - 1].words if at else ""
        after = self.lines[at + 1].words if at + 1 < len(self.lines) else ""
        return (not before or _ends_a_sentence(before) or _is_short(before)) and (not after or len(after) >= _LONG)

    def _take_heading(self, at: int, level: int) -> None:
        line = self.lines[at]
        level = min(level, len(self.section) + 1)
        above = self.section[: level - 1]
        self.blocks.add("heading", line.start, line.end, above, level=level)
        self.section = (*above, line.words)
        after = next((other.words for other in self.lines[at + 1 : at + 3] if other.words), "")
        self.style = number_style(after) if HEADING.fullmatch(line.words) else None
        self.number = None

    def _take_reference(self, line: Line) -> None:
        found = self.style.match(line.words) if self.style is not None else None
        number = int(found[1]) if found else None
        if number is not None and (self.number is None or number > self.number or number in self.used):
            self.number = None if number in self.used else number
            self.used.add(number)
            self._add("reference", line.start, line.end)
            self.wants_title = line.words.endswith("]")
            return
        pattern = _DEBRIS_IN_TITLE if self.wants_title else _DEBRIS
        self.wants_title = False
        at = line.start
        for debris in pattern.finditer(line.words):
            start = line.words_start + debris.start()
            end = line.words_start + debris.end()
            if line.words[debris.end() :].strip() == "":
                end = line.end
            if start > at:
                self._add("reference", at, start, is_joined=True)
            self._add("debris", start if start > line.words_start else at, end, is_joined=True)
            at = end
        if at < line.end:
            self._add("reference", at, line.end, is_joined=True)


class _Headings:
    """Short lines that follow one another become headings of two levels, or a heading and the entries of its list."""

    def __init__(self) -> None:
        self.levels: dict[int, int] = {}
        self.entries: set[int] = set()
        self.run: list[int] = []
        self.has_levels = False

    def settle(self, *, is_followed: bool) -> None:
        """Ends a run of short lines; ``is_followed``: a paragraph stands under its last."""
        run, self.run = self.run, []
        if not run:
            return
        if len(run) >= _LIST_FROM:
            self.entries.update(run[1:-1] if is_followed else run[1:])
            self.levels[run[0]] = 1
            if is_followed:
                self.levels[run[-1]] = 2 if self.has_levels else 1
            return
        if not is_followed:
            self.entries.update(run[1:])
            run = run[:1]
        self.has_levels = self.has_levels or len(run) > 1
        self.levels.update((at, 1) for at in run[:-1])
        self.levels[run[-1]] = 2 if self.has_levels else 1
