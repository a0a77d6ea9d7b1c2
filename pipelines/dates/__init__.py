"""Reading time: every wording of a date to EDTF and exact bounds.

Rooms: `calendars` counts days, `edtf` writes and bounds EDTF, `value` holds the values handed out, `reading` joins the
steps. Pure functions over text: no clock, no disk but the lexicon (package data, loaded at import), no claims, no
storage.
"""

from pipelines.dates.calendars import (
    day_from_ymd,
    gregorian_to_julian,
    iso_from_day,
    julian_to_gregorian,
    same_day_in_two_calendars,
    weekday_of,
    ymd_from_day,
)
from pipelines.dates.edtf import UnreadableEdtf, is_edtf, parse_edtf, write_between, write_edtf
from pipelines.dates.reading import context_after, read_dates
from pipelines.dates.value import NO_CONTEXT, VAGUE_RULES, Bounds, DateContext, DateMention, OtherReading

__all__ = [
    "NO_CONTEXT",
    "VAGUE_RULES",
    "Bounds",
    "DateContext",
    "DateMention",
    "OtherReading",
    "UnreadableEdtf",
    "context_after",
    "day_from_ymd",
    "gregorian_to_julian",
    "is_edtf",
    "iso_from_day",
    "julian_to_gregorian",
    "parse_edtf",
    "read_dates",
    "same_day_in_two_calendars",
    "weekday_of",
    "write_between",
    "write_edtf",
    "ymd_from_day",
]
