"""What reading in order knows: the date read last, and how it completes what words leave out.

A `Narrative` goes through one text's cores in order. It starts from a `DateContext`, resolves each core to a date and
remembers it. Which words made a core is not asked here.
"""

from typing import NamedTuple

from pipelines.dates import dating
from pipelines.dates.calendars import day_from_ymd, is_day, month_length, weekday_of, ymd_from_day
from pipelines.dates.cores import Core
from pipelines.dates.dating import When
from pipelines.dates.value import Bounds, DateContext
from pipelines.dates.wording import WORDING
from warehouse.contract.types import Day

FORWARD_MONTHS = 7
"""A bare month this many months behind the one read last is taken as the next year's.

A narrative goes forward: after December 1941, "in February" is 1942; after May, "in March" looks back.
"""


class Resolved(NamedTuple):
    """A core's date: null where it cannot be dated; whether context was needed, and the words that gave it."""

    when: When | None
    is_context: bool = False
    anchor: tuple[int, int] | None = None
    is_mention: bool = True


NOT_A_DATE = Resolved(None, is_mention=False)


class Narrative:
    """The state of reading: year, month and day read last, where they stand, headings and birth.

    ``first_year`` is the first year the text states outright: it dates what stands before it when nothing else does.
    """

    __slots__ = ("anchor", "birth", "day", "first_year", "heading_years", "month", "year")

    def __init__(self, context: DateContext, first_year: int | None = None):
        self.first_year = first_year
        self.year, self.month, self.day = context.last_year, context.last_month, context.last_day
        self.heading_years = context.heading_years
        self.birth = context.birth
        self.anchor: tuple[int, int] | None = None

    def observe(self, when: When, span: tuple[int, int]) -> None:
        """Remember a date just read; a date without a year of its own (an open past) is passed over."""
        if when.year is None or when.precision == "century":
            return
        self.year, self.month, self.day = when.year, when.month, when.day
        self.anchor = span

    def reference_day(self) -> Day | None:
        """The day read last; null where the last date was coarser."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return day_from_ymd(self.year, self.month, self.day) if is_day(self.year, self.month, self.day) else None

    def resolve(self, core: Core) -> Resolved:
        """A core's date as far as the words and what was read before give it."""
        match core.kind:
            case "cDAY" | "cMONTH" | "cYEAR" | "cPART" | "cSEASON" if core.year is not None:
                return Resolved(self._dated(core, core.year))
            case "cPART" | "cSEASON":
                return self._in_context(None if self.year is None else self._dated(core, self.year))
            case "cMONTHDAY" | "cMONTHALONE":
                return self._resolve_month(core)
            case "cFEAST":
                return self._in_context(None if self.year is None else self._dated(core, self.year))
            case "cSEASONALONE":
                return self._resolve_season(core)
            case "cDECADE":
                return self._resolve_decade(core)
            case "cCENTURY":
                return Resolved(dating.of_century(core.century or 1, core.part, core.half))
            case "cDAYOF":
                return self._resolve_day_of(core)
            case "cWEEKDAY":
                return self._resolve_weekday(core)
            case "cRELATIVE":
                return self._resolve_shift(core)
            case "cSMALLYEAR":
                return self._resolve_small_year(core)
            case "cAGE":
                return self._resolve_age(core)
            case "cTIME":
                day = self.reference_day()
                return self._in_context(None if day is None else dating.of_day_number(day))
            case _:
                return Resolved(None, is_context=True)

    def _in_context(self, when: When | None) -> Resolved:
        return Resolved(when, is_context=True, anchor=None if when is None else self.anchor)

    def _dated(self, core: Core, year: int) -> When | None:
        if core.feast is not None:
            if core.feast in WORDING.easter_feasts:
                return dating.of_day_number(Day(dating.easter(year) + WORDING.easter_feasts[core.feast]))
            return dating.of_day(year, *divmod(WORDING.feasts[core.feast], 100))
        if core.sub is not None:
            return dating.of_sub(year, core.sub)
        if core.month is None:
            return dating.of_year(year)
        if core.day is None:
            return dating.of_month(year, core.month)
        return dating.of_day(year, core.month, core.day)

    def with_year(self, core: Core, year: int) -> When | None:
        """A core without a year of its own, dated in that year."""
        return self._dated(core, year)

    def _pick_year(self, month: int) -> int | None:
        year = self.year
        headings = self.heading_years
        if year is None:
            return headings[0] if headings is not None else self.first_year
        if self.month is not None and self.month - month >= FORWARD_MONTHS:
            year += 1
        if headings is not None and year > headings[1] >= (self.year or 0) >= headings[0]:
            return self.year  # the heading's year is not over
        return year

    def _resolve_month(self, core: Core) -> Resolved:
        assert core.month is not None
        if core.shift and self.year is not None:
            known = self.month
            if core.shift > 0:
                year = self.year + (1 if known is None or core.month <= known else 0)
            else:
                year = self.year - (1 if known is None or core.month >= known else 0)
        else:
            picked = self._pick_year(core.month)
            if picked is None:
                return self._in_context(None)
            year = picked
        return self._in_context(self._dated(core, year))

    def _resolve_season(self, core: Core) -> Resolved:
        assert core.sub is not None
        if self.year is None:
            picked = self._pick_year(1)
            return self._in_context(None if picked is None else dating.of_sub(picked, core.sub))
        begins = 3 * (core.sub - 20)
        year, known = self.year, self.month
        if core.shift and core.shift > 0:
            year += 1 if known is None or known >= begins else 0
        elif core.shift and core.shift < 0:
            year -= 1 if known is None or known <= begins + 2 else 0
        elif core.sub == 24:
            year -= 1 if known is not None and known <= 3 else 0
        elif known is not None and known - begins >= FORWARD_MONTHS - 1:
            year += 1
        return self._in_context(dating.of_sub(year, core.sub))

    def _resolve_decade(self, core: Core) -> Resolved:
        decade = core.decade or 0
        if decade >= 100:
            return Resolved(dating.of_decade(decade, core.part, core.half))
        # the century of the text; without any, the twentieth
        base = 1900 if self.year is None or self.year < 1000 else self.year // 100 * 100
        return self._in_context(dating.of_decade(base + decade, core.part, core.half))

    def _resolve_day_of(self, core: Core) -> Resolved:
        assert core.day is not None
        if self.year is None or self.month is None:
            return self._in_context(None)
        year, month = self.year, self.month
        if self.day is not None and self.day - core.day > 15:
            year, month = year + month // 12, month % 12 + 1
        return self._in_context(dating.of_day(year, month, core.day))

    def _resolve_weekday(self, core: Core) -> Resolved:
        day = self.reference_day()
        if day is None or core.weekday is None:
            return self._in_context(None)
        ahead = (core.weekday - weekday_of(day)) % 7
        if core.shift and core.shift > 0 and ahead == 0:
            ahead = 7
        if core.shift and core.shift < 0:
            ahead = ahead - 7
        return self._in_context(dating.of_day_number(Day(day + ahead)))

    def _resolve_shift(self, core: Core) -> Resolved:
        year, shift, unit = self.year, core.shift or 0, core.unit
        if year is None and self.heading_years is not None:
            year = self.heading_years[0]
        if year is None:
            return self._in_context(None)
        when: When | None = None
        match unit:
            case "Y" | "NY":
                when = dating.of_sub(year + shift, core.sub) if core.sub else dating.of_year(year + shift)
            case "M" | "NM" if self.month is not None:
                months = year * 12 + self.month - 1 + shift
                when = dating.of_month(months // 12, months % 12 + 1)
            case "M" | "NM" if core.is_approximate:
                when = dating.of_year(year + shift // 12)
            case "10Y":
                when = dating.of_decade((year // 10 + shift) * 10, core.part)
            case "100Y":
                number = year // 100 + 1 + shift if year > 0 else -(-year // 100 + 1) + shift
                when = dating.of_century(number, core.part) if number else None
            case "turn":
                when = dating.of_year((year + 50) // 100 * 100)
            case "D" | "ND" | "NW" | "W":
                when = self._shift_days(unit, shift)
            case _:
                when = None
        return self._in_context(when)

    def _shift_days(self, unit: str, shift: int) -> When | None:
        day = self.reference_day()
        if day is None:
            return None
        if unit == "W":
            monday = day - weekday_of(day) + 7 * shift
            return dating.of_days(Day(monday), Day(monday + 6))
        return dating.of_day_number(Day(day + shift * (7 if unit == "NW" else 1)))

    def _resolve_small_year(self, core: Core) -> Resolved:
        number = core.year or 0
        year = self.year if self.year is not None else self.first_year
        if year is None and self.heading_years is not None:
            year = self.heading_years[0]
        if year is None or not -1000 < year < 1000:
            return NOT_A_DATE
        is_bc = year <= 0
        if core.ends is not None:
            first, last = core.ends[0].year or 0, core.ends[1].year or 0
            if (first > last) != is_bc or first == last:
                return NOT_A_DATE
            one, other = (1 - first, 1 - last) if is_bc else (first, last)
            return self._in_context(dating.of_interval(dating.of_year(one), dating.of_year(other)))
        year = 1 - number if is_bc else number
        if core.sub is not None:
            return self._in_context(dating.of_sub(year, core.sub))
        if core.month is not None and core.day is not None:
            return self._in_context(dating.of_day(year, core.month, core.day))
        return self._in_context(dating.of_year(year) if core.month is None else dating.of_month(year, core.month))

    def _resolve_age(self, core: Core) -> Resolved:
        birth, years = self.birth, core.shift or 0
        if birth is None or birth.earliest is None or birth.latest is None or years <= 0:
            return NOT_A_DATE
        first = _years_after(birth.earliest, years)
        if core.unit == "birthday":
            last = _years_after(birth.latest, years)
        else:
            last = Day(_years_after(birth.latest, years + 1) - (birth.earliest == birth.latest))
        if first == last:
            return Resolved(dating.of_day_number(first), is_context=True)
        return Resolved(_stretch(first, last), is_context=True)


def _years_after(day: Day, years: int) -> Day:
    year, month, number = ymd_from_day(day)
    return day_from_ymd(year + years, month, min(number, month_length(year + years, month)))


def _stretch(first: Day, last: Day) -> When:
    """Some instant between two days, in whole years where the days are their ends."""
    (a, *begins), (b, *ends) = ymd_from_day(first), ymd_from_day(last)
    if begins == [1, 1] and ends == [12, 31]:
        return dating.of_year(a) if a == b else dating.of_years(a, b, "interval")
    one, other = dating.of_day_number(first), dating.of_day_number(last)
    return When(f"[{one.edtf}..{other.edtf}]", Bounds(first, None, None, last), "interval", one.edtf, other.edtf, b)
