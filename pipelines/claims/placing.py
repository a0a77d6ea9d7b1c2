"""Statements read from the words a page shows, placed in the text as archived, with their references and links.

Where a layout has no markup, a statement stands where it was read, and the marks of references are the ``[3]`` of the
text itself.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from pipelines.claims.statement import Part, Span, Statement
from pipelines.sources.document import Document
from pipelines.sources.rendering import Link, Mark, Rendering
from pipelines.sources.wikitext.show import without_bracket

_NUMBER = re.compile(r"\[(\d{1,4})\]")
_SENTENCE_END = re.compile(r"[.!?…]['\"”’»)\]]*\s|\n")
_NAMING = frozenset(("subject", "antecedent", "object", "place", "speaker", "participant"))
_VALUES = frozenset(("object", "place", "date", "figure", "participant"))
_FAR = 600
"""A mark further behind the words than this stands behind other words."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Places statements in the text as archived.

    ``text`` is the one they were read from, ``shown`` that of a layout with markup, ``marks`` are those of references.
    """

    archived: str
    text: str
    shown: Rendering | None
    marks: tuple[Mark, ...]

    @classmethod
    def of(cls, document: Document) -> "Placing":
        """The placing of a document as archived."""
        shown = document.page.shown
        if shown is None:
            return cls(document.text, document.text, None, _marks_of(document))
        return cls(document.text, shown.text, shown, shown.marks)

    def place(self, statement: Statement) -> Statement:
        """The statement with every span in the archived text.

        The reference whose mark follows its words is its reference, and each mark there an attribute ``reference``;
        a link on the words of a part gives the part the title of the page it leads to, and an attribute ``link``.
        """
        shown = self.shown
        marks = self._marks_behind(statement) if statement.reference_number is None and self.marks else []
        if shown is None and not marks:
            return statement
        quote, parts = statement.quote, [*statement.parts]
        if shown is not None:
            quote = Span(*shown.archived_span(*statement.quote))
            parts = [placed for part in statement.parts for placed in self._place_part(shown, part)]
        parts += [Part("attribute", Span(mark.start, mark.end), "reference", str(mark.number)) for mark in marks]
        number = marks[0].number if marks else statement.reference_number
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

    def _marks_behind(self, statement: Statement) -> list[Mark]:
        """The reference marks of a statement: in the fields it rests on, or next behind its words in their sentence."""
        if statement.rule.startswith("fields."):
            places = {part.span for part in statement.parts if part.span is not None and part.part in _VALUES}
            found = [mark for place in sorted(places) for mark in self._marks_in_line(place)]
        else:
            found = [*self._marks_in_sentence(statement)]
        seen: dict[int, Mark] = {}
        for mark in found:
            seen.setdefault(mark.number, mark)
        return list(seen.values())

    def _marks_from(self, place: int) -> int:
        return bisect_left(self.marks, place, key=lambda mark: mark.shown)

    def _marks_in_line(self, value: Span) -> Iterator[Mark]:
        end = self.text.find("\n", value.end)
        at = self._marks_from(value.end)
        while at < len(self.marks) and self.marks[at].shown <= end:
            yield self.marks[at]
            at += 1

    def _marks_in_sentence(self, statement: Statement) -> Iterator[Mark]:
        within = [
            part.span.end for part in statement.parts
            if part.span is not None and statement.quote.start < part.span.end <= statement.quote.end
        ]  # fmt: skip
        begin = max(within, default=statement.quote.end)
        at = self._marks_from(begin)
        if at == len(self.marks) or self.marks[at].shown > begin + _FAR:
            return
        first = self.marks[at]
        if _SENTENCE_END.search(self.text, begin, first.shown) is not None:
            return
        yield first
        for before, mark in pairwise(self.marks[at:]):
            if mark.shown not in (before.shown, before.end):
                return
            yield mark


def _marks_of(document: Document) -> tuple[Mark, ...]:
    """The marks in a text without markup: ``[3]`` outside the references, where the page has a reference 3."""
    numbers = {block.number for block in document.page.blocks if block.number is not None}
    return tuple(
        Mark(int(found[1]), found.start(), found.start(), found.end())
        for block in document.page.blocks
        if numbers and block.number is None
        for found in _NUMBER.finditer(document.text, block.start, block.end)
        if int(found[1]) in numbers
    )


def _link_on(shown: Rendering, span: Span) -> Link | None:
    """The link whose words are those of a span."""
    at = bisect_left(shown.links, span.start, key=lambda link: link.shown_start)
    for link in shown.links[at : at + 3]:
        if (link.shown_start, link.shown_end) == span:
            return link
    return None
