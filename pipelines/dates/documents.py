"""Dates of a whole document: paragraphs in reading order, years in headings, the birth a biography states.

For who has a text and no passages (`regesta dates`). Readers of claims have passages and carry the context themselves.
"""

import re
from dataclasses import replace

from pipelines.dates.calendars import ymd_from_day
from pipelines.dates.reading import read_with_context
from pipelines.dates.value import NO_CONTEXT, Bounds, DateContext, DateMention

_PARAGRAPH = re.compile(r"[^\n]++(?:\n(?![ \t]*+\n)[^\n]++)*+")
_MARKED_HEADING = re.compile(r"\s{0,3}(={1,6}|#{1,6})\s*(.*?)\s*=*\s*")
_LONGEST_HEADING = 90
_HEADING_YEAR = re.compile(r"(?<![0-9])1[0-9]{3}(?![0-9])|(?<![0-9])20[0-9]{2}(?![0-9])")
_BORN = re.compile(
    r"(?:\bborn\b[^.;()\n]{0,60}|\bBirth Date:\s*|\bBorn:\s*|\bb\.\s*|\bродил(?:ся|ась)\b[^.;()\n]{0,60})$",
    re.IGNORECASE,
)
_LIFE_REACH = 400  # a life's dates stand in the first lines, in brackets after the name


def read_document(text: str, *, durations: bool = False) -> list[DateMention]:
    """All mentions of time in a document, in order, with offsets into the whole text."""
    mentions: list[DateMention] = []
    context = NO_CONTEXT
    headings: list[tuple[int, tuple[int, int] | None]] = []
    undated: list[tuple[int, str]] = []
    for paragraph in _PARAGRAPH.finditer(text):
        start, words = paragraph.start(), paragraph[0]
        level = _heading_level(words)
        if level is not None:
            while headings and headings[-1][0] >= level:
                headings.pop()
            headings.append((level, _years(words)))
            known = next((years for _, years in reversed(headings) if years is not None), None)
            context = replace(context, heading_years=known)
            if known is not None and headings[-1][1] is not None:
                context = replace(context, last_year=known[0], last_month=None, last_day=None)
        was_dated = context.last_year is not None
        found, context = read_with_context(words, context, durations=durations, offset=start)
        if not was_dated and context.last_year is not None and undated:
            mentions = _date_opening(undated, context.last_year, durations=durations)
            undated = []
        elif not was_dated:
            undated.append((start, words))
        if context.birth is None and found:
            context = replace(context, birth=find_birth(text, found, reach=_LIFE_REACH + 200))
        mentions += found
    return mentions


def _date_opening(paragraphs: list[tuple[int, str]], year: int, *, durations: bool) -> list[DateMention]:
    """The paragraphs before the first that names a year, read again in that year."""
    context = DateContext(heading_years=(year, year))
    mentions: list[DateMention] = []
    for start, words in paragraphs:
        found, context = read_with_context(words, context, durations=durations, offset=start)
        mentions += found
    return mentions


def _heading_level(words: str) -> int | None:
    if len(words) > _LONGEST_HEADING or "\n" in words:
        return None
    marked = _MARKED_HEADING.fullmatch(words)
    if marked is not None:
        return len(marked[1])
    return 9 if words[-1:].isalnum() and words[:1].isalnum() else None


def _years(words: str) -> tuple[int, int] | None:
    years = [int(year) for year in _HEADING_YEAR.findall(words)]
    return (min(years), max(years)) if years else None


def _is_born(before: str) -> bool:
    # the cheap look first: most dates stand after no such word
    return any(sign in before for sign in ("orn", "irth", "b.", "одил")) and _BORN.search(before) is not None


def find_birth(text: str, mentions: list[DateMention], reach: int = _LIFE_REACH) -> Bounds | None:
    """The bounds of the birth a passage states, if it does: after *born*, or first of two dates in brackets.

    ``reach`` is how far into the text a bracket may stand and still belong to the page's subject.
    """
    for mention in mentions:
        if mention.kind != "date" or mention.earliest is None:
            continue
        if mention.precision in ("day", "month", "year") and _is_born(text[max(0, mention.start - 80) : mention.start]):
            return Bounds(mention.earliest, None, None, mention.latest)
        is_life = (
            mention.precision == "interval" and mention.start < reach and text[mention.start - 1 : mention.start] == "("
        )
        if is_life and mention.latest is not None and mention.start_latest is not None:
            years = ymd_from_day(mention.latest)[0] - ymd_from_day(mention.earliest)[0]
            if 15 <= years <= 115:
                return Bounds(mention.earliest, None, None, mention.start_latest)
    return None
