"""Lists of awards under a heading that says so: one award an item, with its count, class, date and reason."""

import re
from collections.abc import Iterator
from itertools import pairwise

from pipelines.claims import lexicon
from pipelines.claims.awards import count_award
from pipelines.claims.page import Page
from pipelines.claims.statement import Part, Span, Statement, When
from pipelines.claims.values import split_note, trim
from pipelines.claims.when import Dated, find_dates

_BULLET = re.compile(r"[ \t]*[-*•–][ \t]*")
_CUT = re.compile(r"\s+[–—-]\s+|:\s+|,\s+(?=(?:in\s+)?\d{4}\b)|\s+(?=in\s+\d{4}\b)")
_LEADING_YEAR = re.compile(r"[\s:–—,-]+")


def read_award_lists(page: Page) -> Iterator[Statement]:
    """The awards of every list item that stands under a heading of awards."""
    for passage in page.passages:
        if passage.kind != "list_item" or not is_award_section(passage.section_path):
            continue
        bullet = _BULLET.match(page.text, passage.passage_start, passage.passage_end)
        start = bullet.end() if bullet is not None else passage.passage_start
        item = trim(page.text, start, passage.passage_end, " \t\r\n.;")
        if item.end > item.start:
            yield from _read_item(page, item)


def is_award_section(section_path: str | None) -> bool:
    """Whether a heading above says that what is listed below it are awards."""
    heads = lexicon.words("awards", "headings")
    return section_path is not None and any(word in heads for word in re.findall(r"\w+", section_path.lower()))


def _read_item(page: Page, item: Span) -> Iterator[Statement]:
    text = page.text
    dates = find_dates(text, item.start, item.end)
    named, note = split_note(text, item)
    when: When | None = None
    parts: list[Part] = []
    if dates:
        when = dates[0].when
        parts.extend(dates[0].parts(item.start))
        if note is None or not (note.start <= dates[0].span.start < note.end):
            named = _around_date(text, item, dates[0].span)
    counted, figure, more = count_award(text, named if dates else item)
    if figure is None and note is not None and not dates:
        counted = named
        parts.append(Part("attribute", note, "note"))
    named_at = counted
    parts += more
    several = _years_of(page.text, item, dates)
    for one in [*several] if several else [None]:
        own = parts if one is None else [one.part(), *(part for part in parts if part.part != "date")]
        yield Statement(
            "award", page.subject, item, (*page.antecedent(), Part("object", named_at), *own), "lists.award", 0.95,
            when=when if one is None else one.when, figure=figure,
        )  # fmt: skip


def _years_of(text: str, item: Span, dates: list[Dated]) -> list[Dated]:
    """The dates of ``Footballer of the Year: 2013, 2014``, an award each; nothing where there is one date only."""
    if len(dates) < 2 or dates[-1].span.end != item.end or dates[0].span.start - item.start < 4:
        return []
    between = pairwise(dates)
    if all(text[a.span.end : b.span.start].strip() in (",", "and", ", and", "&", ";") for a, b in between):
        return dates
    return []


def _around_date(text: str, item: Span, date: Span) -> Span:
    """The award where the date stands in the open: after it (``1945: Order of Lenin``) or before."""
    if date.start - item.start <= 3:
        skipped = _LEADING_YEAR.match(text, date.end, item.end)
        after = trim(text, skipped.end() if skipped is not None else date.end, item.end)
        if after.end > after.start:
            return after
    cut = _CUT.search(text, item.start, date.start)
    before = trim(text, item.start, cut.start() if cut is not None else date.start, " \t,:;–—-(")
    for word in (" on", " in", " from"):
        if text[before.start : before.end].endswith(word):
            before = trim(text, before.start, before.end - len(word), " \t,")
    return before if before.end > before.start else item
