"""Plain text about one person, without marks of its own: a heading or none, then prose or an entry of a dictionary.

``Anna Berg`` on a line of its own and paragraphs below, ``# Anna Berg`` with ``## Sections``, ``Anna Berg (1901–1980)
was …`` and ``BERG, Anna (b. Riga 1901) …`` are read. A text that does not say at its beginning whom it is about is not.
"""

import re

from pipelines.sources.document import Page
from pipelines.sources.lines import Blocks, Line, lines_of

NAME = "plain_text"

SURENESS = 0.3
"""Any layout with marks of its own is surer of its pages."""

_LOOKED_AT = 20_000
_TITLE_MAX = 100
_TITLE_WORDS_MAX = 10
_LEAST_WORDS = 6
_LEAST_LETTERS = 0.55
"""Of what is no blank: tables of figures have fewer."""

_HEADING = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*$")
_SENTENCE_END = (".", "!", "?", "…", '."', ".”", ".»", ":", ";", ",")
_PARTICLE = r"(?:da|de|del|della|den|der|di|dos|du|van|von|zu|of|the|ibn|bin|bint|al|el|e|y|ve|af|av|ter|ten|la|le)"
_WORD = r"(?:[^\W\d_a-zа-яё][\w'’.\-]*|al-[\w'’\-]+)"
_NAME = rf"{_WORD}(?:\s+(?:{_PARTICLE}|[\"“«][^\"”»\n]{{1,40}}[\"”»]|{_WORD})){{0,8}}"
_LEAD = re.compile(
    rf"(?P<name>{_NAME})(?:,\s+[^().]{{1,60}})?\s*(?:\((?=[^)]*\d)|,?\s+(?:was|is|(?:was\s+)?born)\b|\s+[—–-]\s)"
)
_ENTRY = re.compile(
    rf"(?P<name>{_WORD}(?:[ -]{_WORD})?,\s+{_WORD}(?:[ -](?:{_PARTICLE}|{_WORD})){{0,4}})\s*[(,;:](?=.{{0,200}}\d)"
)


def recognise(text: str) -> float:
    """A text that begins with the name of whom it is about, and has prose or an entry below."""
    lines = [line for line in lines_of(text[:_LOOKED_AT]) if line.words]
    if _find_title(lines) is None:
        return 0.0
    head = "".join("".join(line.words.split()) for line in lines)
    if sum(map(str.isalpha, head)) < _LEAST_LETTERS * len(head):
        return 0.0
    is_prose = any(len(line.words.split()) >= _LEAST_WORDS and "." in line.words for line in lines)
    return SURENESS if is_prose else 0.0


def split(text: str) -> Page:
    """Title, headings and paragraphs; a paragraph ends at a blank line."""
    blocks = Blocks()
    section: tuple[str, ...] = ()
    lines = list(lines_of(text))
    told = [line for line in lines if line.words]
    title = _find_title(told)
    for at, line in enumerate(lines):
        marked = _HEADING.match(line.words)
        if not line.words:
            blocks.add("blank", line.start, line.end, section)
        elif line is told[0] and title is not None and _is_title_line(line, told):
            blocks.add("title", line.start, line.end, ())
        elif marked is not None or _is_heading(lines, at):
            level = max(1, len(marked[1]) - 1) if marked is not None else 1
            above = section[: level - 1]
            blocks.add("heading", line.start, line.end, above, level=level)
            section = (*above, marked[2] if marked is not None else line.words)
        else:
            blocks.grow_or_add("paragraph", line.start, line.end, section)
    return Page(blocks.done(), title)


def _find_title(lines: list[Line]) -> str | None:
    """Whom the text says it is about: a heading, or the name its first sentence begins with; None where it does not."""
    if not lines:
        return None
    first = lines[0].words
    marked = _HEADING.match(first)
    if marked is not None:
        return marked[2] if len(marked[1]) == 1 else None
    if _is_title_line(lines[0], lines):
        return first
    named = _ENTRY.match(first[:300]) or _LEAD.match(first[:300])
    return named["name"].rstrip(",") if named is not None else None


def _is_title_line(line: Line, lines: list[Line]) -> bool:
    """A short line like a name, with something longer below."""
    if _HEADING.match(line.words):
        return True
    return (
        len(lines) > 1
        and len(line.words) <= _TITLE_MAX
        and not line.words.endswith(_SENTENCE_END)
        and re.fullmatch(rf"{_NAME}(?:\s*\([^()]*\))?|{_WORD},\s+{_NAME}", line.words) is not None
        and len(line.words.split()) <= _TITLE_WORDS_MAX
        and len(lines[1].words) > len(line.words)
    )


def _is_heading(lines: list[Line], at: int) -> bool:
    """A short line between blank ones that ends no sentence."""
    words = lines[at].words
    return (
        0 < at < len(lines) - 1
        and not lines[at - 1].words
        and not lines[at + 1].words
        and len(words) <= _TITLE_MAX
        and len(words.split()) <= _TITLE_WORDS_MAX
        and not words.endswith(_SENTENCE_END)
        and words[0].isupper()
    )
