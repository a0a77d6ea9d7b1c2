"""Statements read from the words a page shows, placed in the text as archived, with their references and links.

Where a text carries no marks, a statement stands where it was read.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipelines.claims.statement import Part, Span, Statement
from pipelines.sources.document import Document
from pipelines.sources.rendering import Link, Mark, Rendering
from pipelines.sources.wikitext.show import without_bracket

_SENTENCE_END = re.compile(r"[.!?…]['\"”’»)\]]*\s|\n")
_NAMING = frozenset(("subject", "antecedent", "object", "place", "speaker", "participant"))
_VALUES = frozenset(("object", "place", "date", "figure", "participant"))
_FAR = 600
"""A mark further behind the words than this stands behind other words."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Places statements in the text as archived; ``archived`` is that text, ``shown`` what its page shows."""

    archived: str
    shown: Rendering | None

    @classmethod
    def of(cls, document: Document) -> "Placing":
        """The placing of a document as archived."""
        return cls(document.text, document.page.shown)

    def place(self, statement: Statement) -> Statement:
        """The statement with every span in the archived text.

        The reference whose mark follows its words is its reference, and each mark there an attribute ``reference``;
        a link on the words of a part gives the part the title of the page it leads to, and an attribute ``link``.
        """
        shown = self.shown
        if shown is None:
            return statement
        parts: list[Part] = []
        for part in statement.parts:
            parts += self._place_part(shown, part)
        marks = _marks_behind(shown, statement) if statement.reference_number is None else []
        parts += [Part("attribute", Span(mark.start, mark.end), "reference", str(mark.number)) for mark in marks]
        number = marks[0].number if marks else statement.reference_number
        quote = Span(*shown.archived_span(*statement.quote))
        return replace(statement, parts=tuple(parts), quote=quote, reference_number=number)

    def _place_part(self, shown: Rendering, part: Part) -> list[Part]:
        if part.span is None:
            return [part]
        words = shown.text[part.span.start : part.span.end]
        span = Span(*shown.archived_span(*part.span))
        if span.start >= span.end:
            return [part._replace(span=None)]
        link = _link_on(shown, part.span) if part.part in _NAMING else None
        value, named = part.value, []
        if link is not None and link.target != words:
            title = without_bracket(link.target)
            value = value or (title if title != words else None)
            named = [Part("attribute", Span(link.start, link.end), "link", link.target)]
        if value is None and self.archived[span.start : span.end] != words:
            value = words
        return [part._replace(span=span, value=value), *named]


def _link_on(shown: Rendering, span: Span) -> Link | None:
    """The link whose words are those of a span."""
    at = bisect_left(shown.links, span.start, key=lambda link: link.shown_start)
    for link in shown.links[at : at + 3]:
        if (link.shown_start, link.shown_end) == span:
            return link
    return None


def _marks_behind(shown: Rendering, statement: Statement) -> list[Mark]:
    """The reference marks of a statement: in the fields it rests on, or next behind its words in their sentence."""
    if statement.rule.startswith("fields."):
        places = {part.span for part in statement.parts if part.span is not None and part.part in _VALUES}
        found = [mark for place in sorted(places) for mark in _marks_in_line(shown, place)]
    else:
        found = [*_marks_in_sentence(shown, statement)]
    seen: dict[int, Mark] = {}
    for mark in found:
        seen.setdefault(mark.number, mark)
    return list(seen.values())


def _marks_from(shown: Rendering, place: int) -> int:
    return bisect_left(shown.marks, place, key=lambda mark: mark.shown)


def _marks_in_line(shown: Rendering, value: Span) -> Iterator[Mark]:
    end = shown.text.find("\n", value.end)
    at = _marks_from(shown, value.end)
    while at < len(shown.marks) and shown.marks[at].shown <= end:
        yield shown.marks[at]
        at += 1


def _marks_in_sentence(shown: Rendering, statement: Statement) -> Iterator[Mark]:
    within = [
        part.span.end for part in statement.parts
        if part.span is not None and statement.quote.start < part.span.end <= statement.quote.end
    ]  # fmt: skip
    begin = max(within, default=statement.quote.end)
    at = _marks_from(shown, begin)
    if at == len(shown.marks) or shown.marks[at].shown > begin + _FAR:
        return
    place = shown.marks[at].shown
    if _SENTENCE_END.search(shown.text, begin, place) is not None:
        return
    while at < len(shown.marks) and shown.marks[at].shown == place:
        yield shown.marks[at]
        at += 1
