"""Days and the two calendars: counting days, turning a Julian day into a Gregorian one and back.

Everything passes through the Julian Day Number, so leap years of both calendars (29 February 1900 Julian included) and
years before the first come out exact. Years are astronomical: 1 BC is the year 0, 44 BC is the year -43. When which
country changed is data of ``pipelines/lexicon/dates_calendars.toml``, read by `pipelines.dates.wording`. No words are
read here.

Source of the algorithms: E. G. Richards, "Calendars", in: Explanatory Supplement to the Astronomical Almanac,
3rd edition (2013), section 15.11; the Julian Day Number of 1970-01-01 is 2440588.
"""

from warehouse.contract.types import Day

_EPOCH_JDN = 2_440_588

_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _to_jdn(year: int, month: int, day: int, *, julian: bool) -> int:
    # months are counted from March, so that the leap day ends the year
    shift = (14 - month) // 12
    y = year + 4800 - shift
    m = month + 12 * shift - 3
    days = day + (153 * m + 2) // 5 + 365 * y + y // 4
    return days - 32083 if julian else days - y // 100 + y // 400 - 32045


def _from_jdn(jdn: int, *, julian: bool) -> tuple[int, int, int]:
    if julian:
        b, c = 0, jdn + 32082
    else:
        a = jdn + 32044
        b = (4 * a + 3) // 146097
        c = a - 146097 * b // 4
    d = (4 * c + 3) // 1461
    e = c - 1461 * d // 4
    m = (5 * e + 2) // 153
    return 100 * b + d - 4800 + m // 10, m + 3 - 12 * (m // 10), e - (153 * m + 2) // 5 + 1


def is_leap_year(year: int, *, julian: bool = False) -> bool:
    """Whether that astronomical year has a 29 February in the calendar named."""
    return year % 4 == 0 and (julian or year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int, *, julian: bool = False) -> int:
    """How many days that month of that astronomical year has."""
    return 29 if month == 2 and is_leap_year(year, julian=julian) else _MONTH_LENGTHS[month - 1]


def is_day(year: int, month: int, day: int, *, julian: bool = False) -> bool:
    """Whether the calendar named has that day."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month, julian=julian)


def day_from_ymd(year: int, month: int, day: int, *, julian: bool = False) -> Day:
    """The day of a date written in the (proleptic) Gregorian calendar, or in the Julian one.

    Raises ValueError where the calendar has no such day.
    """
    if not is_day(year, month, day, julian=julian):
        calendar = "Julian" if julian else "Gregorian"
        raise ValueError(f"the {calendar} calendar has no day {year}-{month}-{day}; correct the year, month or day")
    return Day(_to_jdn(year, month, day, julian=julian) - _EPOCH_JDN)


def ymd_from_day(day: Day, *, julian: bool = False) -> tuple[int, int, int]:
    """Year, month and day of a day in the (proleptic) Gregorian calendar, or in the Julian one."""
    return _from_jdn(day + _EPOCH_JDN, julian=julian)


def iso_from_day(day: Day) -> str:
    """The Gregorian date as ISO 8601 writes it; years before 1 BC with a minus sign, beyond 9999 with Y."""
    year, month, number = ymd_from_day(day)
    return f"{iso_year(year)}-{month:02d}-{number:02d}"


def iso_year(year: int) -> str:
    """An astronomical year in four digits, with a minus sign before the year 0; longer years as EDTF's ``Y``."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def julian_to_gregorian(year: int, month: int, day: int) -> tuple[int, int, int]:
    """The Gregorian year, month and day of a Julian date; ValueError where the Julian calendar has no such day."""
    return ymd_from_day(day_from_ymd(year, month, day, julian=True))


def gregorian_to_julian(year: int, month: int, day: int) -> tuple[int, int, int]:
    """The Julian year, month and day of a Gregorian date; ValueError where the calendar has no such day."""
    return ymd_from_day(day_from_ymd(year, month, day), julian=True)


def same_day_in_two_calendars(one: Day, other: Day) -> bool:
    """Whether two days, both taken from their words as Gregorian, are one day written in two calendars.

    So ``1905-02-07`` and ``1905-02-20`` are: read as Julian, the one is the other. The order does not matter; a day is
    not the same day in two calendars as itself.
    """
    return one != other and _as_julian(min(one, other)) == max(one, other)


def _as_julian(day: Day) -> Day | None:
    year, month, number = ymd_from_day(day)
    return day_from_ymd(year, month, number, julian=True)


def weekday_of(day: Day) -> int:
    """The day of the week, Monday 0 to Sunday 6. 1970-01-01 was a Thursday."""
    return (day + 3) % 7
