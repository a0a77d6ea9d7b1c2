"""Days of two calendars; each expected value is worked out or cited beside it."""

import pytest

from pipelines.dates import (
    day_from_ymd,
    gregorian_to_julian,
    iso_from_day,
    julian_to_gregorian,
    same_day_in_two_calendars,
    weekday_of,
    ymd_from_day,
)
from pipelines.dates.calendars import is_day
from pipelines.dates.dating import easter
from pipelines.dates.wording import WORDING, change_of_calendar


def test_epoch() -> None:
    assert day_from_ymd(1970, 1, 1) == 0
    assert weekday_of(day_from_ymd(1970, 1, 1)) == 3  # a Thursday
    assert weekday_of(day_from_ymd(1944, 6, 6)) == 1  # D-Day was a Tuesday


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ((1905, 2, 7), (1905, 2, 20)),  # 13 days in the twentieth century
        ((1900, 2, 28), (1900, 3, 12)),  # still 12 days
        ((1900, 2, 29), (1900, 3, 13)),  # the Julian leap day the Gregorian calendar lacks
        ((1900, 3, 1), (1900, 3, 14)),  # 13 days from here on
        ((1825, 12, 14), (1825, 12, 26)),  # the Decembrists
        ((1917, 10, 25), (1917, 11, 7)),  # the October revolution
        ((1582, 10, 5), (1582, 10, 15)),  # the first change, 10 days
        ((1642, 12, 25), (1643, 1, 4)),  # Newton's birth
        ((-43, 3, 15), (-43, 3, 13)),  # the Ides of March, 44 BC: two days the other way
        ((200, 3, 1), (200, 3, 1)),  # the third century: no difference
    ],
)
def test_julian_days(julian: tuple[int, int, int], gregorian: tuple[int, int, int]) -> None:
    assert julian_to_gregorian(*julian) == gregorian
    assert gregorian_to_julian(*gregorian) == julian


def test_days_that_are_none() -> None:
    assert not is_day(1900, 2, 29)
    assert is_day(1900, 2, 29, julian=True)
    for wrong in [(1900, 2, 29), (1941, 13, 1), (1941, 4, 31), (1941, 1, 0)]:
        with pytest.raises(ValueError, match="Gregorian calendar has no day"):
            day_from_ymd(*wrong)
    with pytest.raises(ValueError, match="Julian calendar has no day"):
        day_from_ymd(1901, 2, 29, julian=True)


def test_same_day() -> None:
    day = day_from_ymd(1905, 2, 20)
    assert same_day_in_two_calendars(day, day_from_ymd(1905, 2, 7))
    assert same_day_in_two_calendars(day_from_ymd(1905, 2, 7), day)
    assert not same_day_in_two_calendars(day, day_from_ymd(1905, 2, 8))
    assert not same_day_in_two_calendars(day, day)


def test_iso_far_back() -> None:
    assert iso_from_day(day_from_ymd(-43, 3, 15)) == "-0043-03-15"
    assert iso_from_day(day_from_ymd(0, 1, 1)) == "0000-01-01"
    assert ymd_from_day(day_from_ymd(-4712, 1, 1, julian=True)) == (-4713, 11, 24)  # Julian Day 0


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1722, 4, 5), (1916, 4, 23), (2000, 4, 23), (1943, 4, 25), (1818, 3, 22)],  # 1943 the latest, 1818 the earliest
)
def test_easter(year: int, month: int, day: int) -> None:
    assert easter(year) == day_from_ymd(year, month, day)


def test_easter_before_the_reform() -> None:
    assert easter(1204) == day_from_ymd(1204, 4, 25, julian=True)  # after the sack of Constantinople, 13 April


def test_changes_follow_on() -> None:
    for change in WORDING.changes.values():
        assert change.first_gregorian == change.last_julian + 1, change.country
    russia = change_of_calendar("Russia")
    assert russia is not None
    assert iso_from_day(russia.first_gregorian) == "1918-02-14"
    assert change_of_calendar("Atlantis") is None
