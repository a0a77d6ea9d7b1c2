"""EDTF (ISO 8601-2) written in the claims and read back to bounds.

What is read: level 1 (qualifiers, seasons 21 to 24, ``X`` digits at the end, open intervals, ``Y`` years, negative
years) and of level 2 one-of and all-of sets, sub-year groupings 25 to 41 and ``X`` digits anywhere in the last parts.
Year 0000 is 1 BC. A season's months are the northern ones of the model (winter of a year begins in its December).
No wording is read here.

Source: Library of Congress, Extended Date/Time Format Specification (2019-02-04).
"""

import re
from typing import NamedTuple

from pipelines.dates.calendars import day_from_ymd, iso_from_day, iso_year, month_length, ymd_from_day
from pipelines.dates.value import Bounds
from warehouse.contract.types import Day
from warehouse.errors import RegestaError


class UnreadableEdtf(RegestaError):
    """A string is not EDTF as far as this project writes and reads it."""


GROUPING_MONTHS: dict[int, tuple[int, int]] = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4),
    40: (1, 6), 41: (7, 6),
}  # fmt: skip
"""First month and number of months of every season (21 to 32) and sub-year grouping (33 to 41) of EDTF."""


class _Point(NamedTuple):
    """A date that is no interval: its bounds, and whether it is blank (open)."""

    earliest: Day
    latest: Day


_DATE = re.compile(
    r"(?P<year>Y-?\d{5,9}|-?[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?[?~%]?", re.ASCII
)


def parse_edtf(text: str) -> Bounds:
    """The four bounds of an EDTF string: outer bounds, and for an interval the inner ones.

    An open side gives nulls. An interval with an open end is taken as an interval: ``1917/..`` begins in 1917 at the
    latest; who means the instant ("after 1917") leaves the inner bounds away. ``?``, ``~`` and ``%`` do not widen.
    Raises UnreadableEdtf for anything else, with what was found.
    """
    if text[:1] in "[{" and text[-1:] in "]}" and len(text) > 2:
        return _bound_set(text)
    if "/" in text:
        start_text, _, end_text = text.partition("/")
        start, end = _bound_side(start_text, text), _bound_side(end_text, text)
        if start is None and end is None:
            raise UnreadableEdtf(f"EDTF {text!r} is open on both sides and bounds nothing: leave the date away.")
        if start is not None and end is not None and start.earliest > end.latest:
            raise UnreadableEdtf(f"EDTF {text!r} ends before it begins: exchange its ends.")
        return Bounds(start and start.earliest, start and start.latest, end and end.earliest, end and end.latest)
    point = _bound_point(text, text)
    return Bounds(point.earliest, None, None, point.latest)


def _bound_side(text: str, whole: str) -> _Point | None:
    return None if text in ("", "..") else _bound_point(text, whole)


def _bound_set(text: str) -> Bounds:
    earliest: Day | None = None
    latest: Day | None = None
    is_open_start = is_open_end = False
    for member in text[1:-1].split(","):
        first_text, dots, last_text = member.strip().partition("..")
        if not dots:
            last_text = first_text
        if first_text:
            first = _bound_point(first_text, text)
            earliest = first.earliest if earliest is None else min(earliest, first.earliest)
        else:
            is_open_start = True
        if last_text:
            last = _bound_point(last_text, text)
            latest = last.latest if latest is None else max(latest, last.latest)
        else:
            is_open_end = True
    return Bounds(None if is_open_start else earliest, None, None, None if is_open_end else latest)


def _bound_point(text: str, whole: str) -> _Point:
    match = _DATE.fullmatch(text)
    if match is None:
        raise UnreadableEdtf(f"EDTF {whole!r}: found {text!r} where a date as YYYY, YYYY-MM or YYYY-MM-DD must stand.")
    years = _bound_year(match["year"])
    month, day = match["month"], match["day"]
    try:
        if month is None:
            return _Point(day_from_ymd(years[0], 1, 1), day_from_ymd(years[1], 12, 31))
        if day is None and "X" not in month and int(month) in GROUPING_MONTHS:
            first, count = GROUPING_MONTHS[int(month)]
            return _bound_months(years[0], years[1], first, count)
        first, last = _digits(month, 1, 12)
        if day is None:
            return _Point(day_from_ymd(years[0], first, 1), day_from_ymd(years[1], last, month_length(years[1], last)))
        low, high = _digits(day, 1, month_length(years[1], last) if "X" in day else 31)
        return _Point(day_from_ymd(years[0], first, low), day_from_ymd(years[1], last, high))
    except ValueError:
        raise UnreadableEdtf(f"EDTF {whole!r}: there is no date {text!r}; correct its month or day.") from None


def _bound_year(text: str) -> tuple[int, int]:
    if text.startswith("Y"):
        year = int(text[1:])
        return year, year
    if text.startswith("-"):
        return -int(text[1:].replace("X", "9")), -int(text[1:].replace("X", "0"))
    return int(text.replace("X", "0")), int(text.replace("X", "9"))


def _digits(text: str, low: int, high: int) -> tuple[int, int]:
    if "X" not in text and low <= int(text) <= high:
        return int(text), int(text)
    fitting = [n for n in range(low, high + 1) if all(c in ("X", d) for c, d in zip(text, f"{n:02d}", strict=True))]
    if not fitting:
        raise ValueError(text)
    return fitting[0], fitting[-1]


def _bound_months(first_year: int, last_year: int, month: int, count: int) -> _Point:
    last = month + count - 1
    end_year, end_month = last_year + (last - 1) // 12, (last - 1) % 12 + 1
    return _Point(
        day_from_ymd(first_year, month, 1), day_from_ymd(end_year, end_month, month_length(end_year, end_month))
    )


def write_edtf(year: int, month: int | None = None, day: int | None = None, *, suffix: str = "") -> str:
    """A year, month (or season, or grouping) or day as EDTF, with ``~`` or ``?`` where EDTF allows it there.

    A grouping beyond the seasons takes no qualifier (level 2 of edtf-validate refuses it): it stands in its column.
    """
    written = iso_year(year)
    if month is not None:
        written += f"-{month:02d}"
        if month > 24:
            return written
    if day is not None:
        written += f"-{day:02d}"
    return written + suffix


def write_day(day: Day) -> str:
    """A single day as EDTF."""
    return iso_from_day(day)


def write_shortest(earliest: Day, latest: Day) -> str | None:
    """The year, month or day that has just these bounds; null where none has."""
    year, month, day = ymd_from_day(earliest)
    end = ymd_from_day(latest)
    if earliest == latest:
        return write_day(earliest)
    if day == 1 and end == (year, month, month_length(year, month)):
        return write_edtf(year, month)
    if (month, day) == (1, 1) and end == (year, 12, 31):
        return write_edtf(year)
    return None


def write_between(after: str | None, before: str | None) -> str | None:
    """The EDTF of something dated only by what stands around it: an ``inferred`` date.

    ``after`` and ``before`` are the EDTF of the dates it came after and before; ``[1937-06..1939-01-04]`` where both
    are known, else ``1954-03-06/..`` or ``../1939-01-04``; null where neither is. A side that is itself no plain day,
    month or year is taken at the bound that is certain: the start of ``after``, the end of ``before``. Where the two
    clash (``after`` begins later than ``before`` ends) the answer is null. Raises UnreadableEdtf.
    """
    start = None if after is None else _write_start(after)
    end = None if before is None else _write_end(before)
    if start is not None and end is not None:
        low, high = parse_edtf(start).earliest, parse_edtf(end).latest
        if low is not None and high is not None and low > high:
            return None
        return start if start == end else f"[{start}..{end}]"
    if start is not None:
        return f"{start}/.."
    return f"../{end}" if end is not None else None


_PLAIN = re.compile(r"-?\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?", re.ASCII)


def _write_start(text: str) -> str | None:
    plain = text.rstrip("?~%")
    if _PLAIN.fullmatch(plain):
        return plain
    earliest = parse_edtf(text).earliest
    return None if earliest is None else _write_outer(earliest, is_start=True)


def _write_end(text: str) -> str | None:
    plain = text.rstrip("?~%")
    if _PLAIN.fullmatch(plain):
        return plain
    latest = parse_edtf(text).latest
    return None if latest is None else _write_outer(latest, is_start=False)


def _write_outer(day: Day, *, is_start: bool) -> str:
    year, month, number = ymd_from_day(day)
    if (month, number) == ((1, 1) if is_start else (12, 31)):
        return write_edtf(year)
    if number == (1 if is_start else month_length(year, month)):
        return write_edtf(year, month)
    return write_day(day)


def is_edtf(text: str) -> bool:
    """Whether `parse_edtf` reads the string."""
    try:
        parse_edtf(text)
    except UnreadableEdtf:
        return False
    return True
