"""Reading the dates of a text (first working version: plain days, months, years, decades; being replaced)."""

import re

from pipelines.dates.edtf import parse_edtf, write_edtf
from pipelines.dates.value import NO_CONTEXT, DateContext, DateMention

_MONTHS = "January February March April May June July August September October November December".split()
_M = "|".join(_MONTHS)
_SIMPLE = re.compile(
    rf"(?P<d1>\d{{1,2}}) (?P<m1>{_M}) (?P<y1>\d{{4}})|(?P<m2>{_M}) (?P<d2>\d{{1,2}}), (?P<y2>\d{{4}})"
    rf"|(?P<m3>{_M}) (?P<y3>\d{{4}})|(?P<dec>the \d{{3}}0s)|(?P<y4>\b1[0-9]{{3}}\b)"
)


def read_dates(text: str, context: DateContext = NO_CONTEXT, *, durations: bool = False) -> list[DateMention]:
    """All mentions of time in a text, in order."""
    mentions = []
    for match in _SIMPLE.finditer(text):
        year = match["y1"] or match["y2"] or match["y3"] or match["y4"]
        month = match["m1"] or match["m2"] or match["m3"]
        day = match["d1"] or match["d2"]
        if match["dec"]:
            edtf, precision, rule = match["dec"][4:7] + "X", "decade", "en.decade"
        else:
            edtf = write_edtf(int(year), month and _MONTHS.index(month) + 1, day and int(day))
            precision = "day" if day else "month" if month else "year"
            rule = {"day": "en.day_month_year", "month": "en.month_year", "year": "any.year"}[precision]
        try:
            bounds = parse_edtf(edtf)
        except Exception:
            continue
        mentions.append(
            DateMention(
                kind="date", start=match.start(), end=match.end(), text=match[0], edtf=edtf, **bounds._asdict(),
                precision=precision, qualifier=None, calendar="unstated", basis="explicit", rule=rule,
            )
        )
    return mentions


def context_after(mentions: list[DateMention], context: DateContext = NO_CONTEXT) -> DateContext:
    """What is known after a passage: the context before it with the last date read in it."""
    return context
