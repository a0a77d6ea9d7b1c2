"""Reading time: every wording of a date to EDTF and exact bounds.

What lives here, in the order a text passes through: `wording` (the lexicon, loaded once) and `tokens`; `notation`,
`grammar_*` and `parser` (which words in which order); `shapes_*` and `cores` (what a piece of wording states);
`narrative` (what was read before); `dating` (the value), `edtf` and `calendars`; `mentions` and `phrases` (mentions
made); `reading` and `documents` (a passage, a whole text). `value` holds what is handed out.

Pure functions over text: no clock, no disk but the lexicon (package data, read at import), no claims, no storage.
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
from pipelines.dates.reading import context_after, read_dates, read_with_context
from pipelines.dates.value import NO_CONTEXT, VAGUE_RULES, Bounds, DateContext, DateMention, OtherReading
from pipelines.dates.wording import CalendarChange, change_of_calendar

__all__ = [
    "NO_CONTEXT",
    "VAGUE_RULES",
    "Bounds",
    "CalendarChange",
    "DateContext",
    "DateMention",
    "OtherReading",
    "UnreadableEdtf",
    "change_of_calendar",
    "context_after",
    "day_from_ymd",
    "gregorian_to_julian",
    "is_edtf",
    "iso_from_day",
    "julian_to_gregorian",
    "parse_edtf",
    "read_dates",
    "read_with_context",
    "same_day_in_two_calendars",
    "weekday_of",
    "write_between",
    "write_edtf",
    "ymd_from_day",
]
