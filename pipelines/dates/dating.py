"""What stated parts mean: EDTF, bounds and precision of days, months, years, parts, decades, centuries and intervals.

The only place where a date's value is decided; the table of wordings in ``docs/model.md`` is its source. Everything a
value depends on is given: no context, no text.
"""

from functools import lru_cache
from typing import NamedTuple

from pipelines.dates.calendars import day_from_ymd, is_day, month_length, ymd_from_day
from pipelines.dates.edtf import GROUPING_MONTHS, write_day, write_edtf
from pipelines.dates.value import Bounds
from warehouse.contract.types import Day


class When(NamedTuple):
    """A dated value. ``start`` and ``end`` are the EDTF it has as an end of an interval; empty where open."""

    edtf: str
    bounds: Bounds
    precision: str
    start: str
    end: str
    year: int | None = None
    month: int | None = None
    day: int | None = None


def _months(year: int, month: int, count: int) -> tuple[Day, Day]:
    last = month + count - 1
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return day_from_ymd(year, month, 1), day_from_ymd(end_year, end_month, month_length(end_year, end_month))


@lru_cache(maxsize=4096)
def of_year(year: int) -> When:
    """A year; a bare year is never 1 January."""
    text = write_edtf(year)
    return When(text, Bounds(*_outer(_months(year, 1, 12))), "year", text, text, year)


def _outer(pair: tuple[Day, Day]) -> tuple[Day, None, None, Day]:
    return pair[0], None, None, pair[1]


@lru_cache(maxsize=4096)
def of_month(year: int, month: int) -> When:
    """A month of a year."""
    text = write_edtf(year, month)
    return When(text, Bounds(*_outer(_months(year, month, 1))), "month", text, text, year, month)


@lru_cache(maxsize=4096)
def of_day(year: int, month: int, day: int) -> When | None:
    """A day of the Gregorian calendar.

    A 29 February that only the Julian calendar has (1900) is that Julian day: nothing else can be meant. Null where
    neither calendar has the day.
    """
    if is_day(year, month, day):
        found = day_from_ymd(year, month, day)
    elif is_day(year, month, day, julian=True):
        found = day_from_ymd(year, month, day, julian=True)
    else:
        return None
    return of_day_number(found)


def of_day_number(day: Day) -> When:
    """A single day."""
    text = write_day(day)
    year, month, number = ymd_from_day(day)
    return When(text, Bounds(day, None, None, day), "day", text, text, year, month, number)


@lru_cache(maxsize=4096)
def of_sub(year: int, code: int) -> When:
    """A season (21 to 24) or part of a year (33 to 41) by its EDTF code."""
    first, count = GROUPING_MONTHS[code]
    pair = _months(year, first, count)
    end_year, end_month, _ = ymd_from_day(pair[1])
    return When(
        write_edtf(year, code),
        Bounds(*_outer(pair)),
        "season" if code <= 32 else "part",
        write_edtf(year, first),
        write_edtf(end_year, end_month),
        year,
        None if code > 32 else first,
    )


_DECADE_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_CENTURY_PARTS = {"early": (0, 33), "mid": (34, 66), "late": (67, 99)}


@lru_cache(maxsize=4096)
def of_decade(first: int, part: str | None = None, half: tuple[int, int] | None = None) -> When:
    """A decade (``193X``), or a part of one as a set of years: early 0 to 3, mid 4 to 6, late 7 to 9."""
    if part is not None:
        low, high = _DECADE_PARTS[part]
        return of_years(first + low, first + high)
    if half is not None:
        which, of = half
        return of_years(first + 10 * (which - 1) // of, first + 10 * which // of - 1)
    bounds = Bounds(day_from_ymd(first, 1, 1), None, None, day_from_ymd(first + 9, 12, 31))
    return When(f"{first // 10:03d}X", bounds, "decade", write_edtf(first), write_edtf(first + 9), first)


@lru_cache(maxsize=4096)
def of_years(first: int, last: int, precision: str = "year") -> When:
    """One of several years in a row."""
    bounds = Bounds(day_from_ymd(first, 1, 1), None, None, day_from_ymd(last, 12, 31))
    start, end = write_edtf(first), write_edtf(last)
    return When(f"[{start}..{end}]", bounds, precision, start, end, first)


@lru_cache(maxsize=4096)
def of_century(number: int, part: str | None = None, half: tuple[int, int] | None = None) -> When:
    """The nth century, negative before Christ: ``18XX`` for the 19th, ``-00XX`` for the 1st BC (100 to 1 BC).

    A part is a set of years, by thirds (early 00 to 33, mid 34 to 66, late 67 to 99), halves or quarters.
    """
    first = 100 * (number - 1) if number > 0 else 100 * number + 1
    if part is not None:
        low, high = _CENTURY_PARTS[part]
        return of_years(first + low, first + high)
    if half is not None:
        which, of = half
        return of_years(first + 100 * (which - 1) // of, first + 100 * which // of - 1)
    bounds = Bounds(day_from_ymd(first, 1, 1), None, None, day_from_ymd(first + 99, 12, 31))
    text = f"{number - 1:02d}XX" if number > 0 else f"-{-number - 1:02d}XX"
    return When(text, bounds, "century", write_edtf(first), write_edtf(first + 99), first)


def of_days(first: Day, last: Day) -> When:
    """A stretch of days, such as a week."""
    start, end = write_day(first), write_day(last)
    year, month, _ = ymd_from_day(first)
    return When(f"{start}/{end}", Bounds(first, first, last, last), "interval", start, end, year, month)


def of_interval(one: When, other: When) -> When | None:
    """From one date to another; null where it would end before it begins.

    Inner bounds come from the dates themselves, also where EDTF can only write the months of a part.
    """
    earliest, latest = one.bounds.earliest, other.bounds.latest
    if earliest is None or latest is None or earliest > latest or not one.start or not other.end:
        return None
    bounds = Bounds(earliest, one.bounds.latest, other.bounds.earliest, latest)
    return When(
        f"{_as_end(one, is_start=True)}/{_as_end(other, is_start=False)}",
        bounds, "interval", one.start, other.end, other.year, other.month, other.day,
    )  # fmt: skip


def _as_end(when: When, *, is_start: bool) -> str:
    if when.precision in ("day", "month", "year", "season") and not when.edtf.startswith("["):
        return when.edtf
    return when.start if is_start else when.end


def since(when: When) -> When:
    """An interval from a date on: its inner bound is the last day it can begin."""
    bounds = Bounds(when.bounds.earliest, when.bounds.latest, None, None)
    return _open(when, f"{_as_end(when, is_start=True)}/..", bounds, is_start=True)


def after(when: When) -> When:
    """Some instant after a date, the date included."""
    return _open(when, f"{_as_end(when, is_start=True)}/..", Bounds(when.bounds.earliest), is_start=True)


def until(when: When) -> When:
    """An interval that ends at a date: its inner bound is the first day it can end."""
    bounds = Bounds(None, None, when.bounds.earliest, when.bounds.latest)
    return _open(when, f"../{_as_end(when, is_start=False)}", bounds, is_start=False)


def before(when: When) -> When:
    """Some instant before a date, the date included."""
    bounds = Bounds(None, None, None, when.bounds.latest)
    return _open(when, f"../{_as_end(when, is_start=False)}", bounds, is_start=False)


def _open(when: When, edtf: str, bounds: Bounds, *, is_start: bool) -> When:
    if when.precision == "season":  # the months say it without a second reading of "winter"
        edtf = f"{when.start}/.." if is_start else f"../{when.end}"
    return When(
        edtf, bounds, "open", when.start if is_start else "", "" if is_start else when.end,
        when.year, when.month, when.day,
    )  # fmt: skip


_COARSENESS = ("day", "month", "season", "part", "year", "decade", "century")


def one_of(one: When, other: When) -> When | None:
    """One of two dates; the precision of the coarser. Null where either is itself open or an interval."""
    if one.precision not in _COARSENESS or other.precision not in _COARSENESS:
        return None
    first, second = (one, other) if _start(one) <= _start(other) else (other, one)
    names = [_member(first), _member(second)]
    if first.bounds.latest is None or second.bounds.latest is None:
        return None
    bounds = Bounds(_start(first), None, None, max(first.bounds.latest, second.bounds.latest))
    precision = max(one.precision, other.precision, key=_COARSENESS.index)
    return When(f"[{','.join(names)}]", bounds, precision, first.start, second.end, other.year, other.month, other.day)


def _start(when: When) -> Day:
    assert when.bounds.earliest is not None
    return when.bounds.earliest


def _member(when: When) -> str:
    if when.precision in ("day", "month", "year", "decade") and not when.edtf.startswith("["):
        return when.edtf
    return f"{when.start}..{when.end}"


def mark(when: When, suffix: str) -> str:
    """The EDTF with ``~`` or ``?`` where the level allows it; sets, parts and decades keep it in a column."""
    if when.precision in ("day", "month", "year", "season") and not when.edtf.startswith("["):
        return when.edtf + suffix
    if when.precision == "interval" and "/" in when.edtf:
        start, _, end = when.edtf.partition("/")
        return f"{start}{suffix}/{end}{suffix}"
    return when.edtf


def easter(year: int) -> Day:
    """Easter Sunday of a year: Gregorian from 1583 on, Julian before.

    Source: the anonymous Gregorian algorithm and Meeus' Julian one (J. Meeus, Astronomical Algorithms, chapter 8).
    """
    if year < 1583:
        d = (19 * (year % 19) + 15) % 30
        e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
        month, day = divmod(d + e + 114, 31)
        return day_from_ymd(year, month, day + 1, julian=True)
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return day_from_ymd(year, month, day + 1)
