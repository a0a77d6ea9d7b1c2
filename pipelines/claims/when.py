"""Dates as the readers of claims use them: where the words stand, and the date columns they give.

Wordings and calendars belong to `pipelines.dates`; here their mentions are placed in the page and joined to intervals.
"""

from typing import NamedTuple

from pipelines.claims.statement import Part, Span, When
from pipelines.dates import NO_CONTEXT, DateContext, DateMention, parse_edtf, read_dates

_EXPECTED = DateContext(is_dated=True)


class Dated(NamedTuple):
    """A mention of time in the page: its words, its date columns, and the mention itself for what else it says."""

    span: Span
    when: When
    mention: DateMention | None = None

    def part(self) -> Part:
        """The part ``date`` of a statement."""
        return Part("date", self.span, None, self.when.edtf)

    def parts(self, offset: int) -> tuple[Part, ...]:
        """The part ``date``, what it leans on, and the other calendar's reading, for a mention read from ``offset``."""
        made = [self.part()]
        if self.mention is not None:
            if self.mention.anchor is not None:
                start, end = self.mention.anchor
                made.append(Part("date_anchor", Span(start + offset, end + offset)))
            other = self.mention.other
            if other is not None:
                made.append(
                    Part("attribute", Span(other.start + offset, other.end + offset), "other_calendar", other.calendar)
                )
        return tuple(made)


def to_when(mention: DateMention) -> When:
    """The date columns of a mention."""
    return When(
        mention.edtf, mention.earliest, mention.start_latest, mention.end_earliest, mention.latest, mention.precision,
        mention.qualifier, mention.calendar, mention.basis,
    )  # fmt: skip


def find_dates(text: str, start: int, end: int, context: DateContext = NO_CONTEXT) -> list[Dated]:
    """The dates in a stretch of the page, in order; lengths of time and vague words left out."""
    return [
        Dated(Span(mention.start + start, mention.end + start), to_when(mention), mention)
        for mention in read_dates(text[start:end], context)
        if mention.kind == "date" and not mention.is_vague
    ]


def find_expected_dates(text: str, start: int, end: int) -> list[Dated]:
    """The dates in a stretch that is there to give one: the brackets of a life, the field of a birth or a term."""
    return find_dates(text, start, end, _EXPECTED)


def join_interval(first: When | None, last: When | None) -> When:
    """The interval whose ends two fields or brackets give; either end may be unknown (then it is open)."""
    calendar = (first or last or When()).calendar or "unstated"
    if first and last and None not in (first.earliest, last.latest) and first.earliest > last.latest:  # type: ignore[operator]
        return When(
            calendar=calendar, basis="explicit"
        )  # the words stay; a span that ends before it begins has no bounds
    edges = (_edge(first, first=True), _edge(last, first=False))
    return When(
        edtf=f"{edges[0] or '..'}/{edges[1] or '..'}",
        earliest=first.earliest if first else None,
        start_latest=first.latest if first else None,
        end_earliest=last.earliest if last else None,
        latest=last.latest if last else None,
        precision="interval" if first and last else "open",
        qualifier=None if first and last else "after" if first else "before",
        calendar=calendar,
        basis="explicit",
    )


def _edge(when: When | None, *, first: bool) -> str | None:
    """The EDTF of one end: an interval or a set cannot stand inside an interval, so its own end is taken."""
    if when is None or when.edtf is None:
        return None
    if "/" in when.edtf:
        return when.edtf.split("/")[0 if first else 1].replace("..", "") or None
    if when.edtf.startswith(("[", "{")):
        return when.edtf.strip("[]{}").replace("..", ",").split(",")[0 if first else -1]
    return when.edtf


def is_year(words: str) -> bool:
    """Whether a bare number can be a year where nothing else says so: ``his 1950 arrest``."""
    return len(words) == 4 and words.isascii() and words.isdigit() and "1000" <= words <= "2100"


def year_of(words: str, span: Span) -> Dated:
    """The date of a year given as EDTF, at the words that tell it."""
    bounds = parse_edtf(words)
    return Dated(span, When(words, bounds.earliest, None, None, bounds.latest, "year", None, "unstated", "explicit"))
