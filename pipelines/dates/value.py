"""The values this room hands out: a mention of time, what is known around it, and what may be set aside.

Only frozen values live here, and the few words about them; nothing here reads text or computes a date.
"""

from dataclasses import dataclass
from typing import NamedTuple

from warehouse.contract.types import Day


class Bounds(NamedTuple):
    """The four bounds of a date, each null where it is open or not an interval's.

    ``earliest`` and ``latest`` are the first and last day the date can touch. For an interval ``start_latest`` is the
    last day it can begin and ``end_earliest`` the first it can end.
    """

    earliest: Day | None = None
    start_latest: Day | None = None
    end_earliest: Day | None = None
    latest: Day | None = None


class OtherReading(NamedTuple):
    """The other calendar's reading where the words give both: ``20 February (O.S. 7 February) 1905``.

    ``start`` and ``end`` span its words; ``day`` is what they say in their own calendar, written as if Gregorian;
    ``calendar`` is the calendar they are in. ``is_same_day`` is false where the pair is not the same day, which is a
    finding: one of the two is wrong.
    """

    start: int
    end: int
    day: Day
    calendar: str
    is_same_day: bool


@dataclass(frozen=True, slots=True)
class DateMention:
    """One mention of time in a text.

    ``kind`` is ``date``, ``duration`` (a length of time, an age) or ``repeated`` (``every year``). ``text`` is
    ``text[start:end]`` of the text given: the noun phrase, without the preposition that sets the qualifier. EDTF,
    bounds, precision, qualifier, calendar and basis are as the model defines them; EDTF and bounds are null where the
    words cannot be read or what they depend on is not known. ``rule`` is the permanent name of the rule that read it.

    ``duration`` is ISO 8601: the length (kind ``duration``) or the period (kind ``repeated``); an unstated number is
    ``X`` (``PXY``, "for years"), as ISO 8601-2 writes an unspecified digit. ``anchor`` spans the words that gave the
    part not in the mention; null where they stand outside the text. ``other`` is the second calendar's reading where
    two are given. ``weekday`` is the day of the week the words name (Monday 0), and ``is_weekday_right`` whether the
    date falls on it; both null where there is none to check. ``ends`` are the spans of an interval's two ends where
    each has words of its own (a life's dates in brackets are a birth and a death).
    """

    kind: str
    start: int
    end: int
    text: str
    edtf: str | None
    earliest: Day | None
    start_latest: Day | None
    end_earliest: Day | None
    latest: Day | None
    precision: str | None
    qualifier: str | None
    calendar: str
    basis: str
    rule: str
    duration: str | None = None
    anchor: tuple[int, int] | None = None
    other: OtherReading | None = None
    weekday: int | None = None
    is_weekday_right: bool | None = None
    ends: tuple[tuple[int, int], tuple[int, int]] | None = None

    @property
    def is_vague(self) -> bool:
        """Whether the rule reads words too loose to date a claim by (``now``, ``recently``, ``that night``)."""
        return self.rule in VAGUE_RULES

    @property
    def bounds(self) -> Bounds:
        """The four bounds together."""
        return Bounds(self.earliest, self.start_latest, self.end_earliest, self.latest)


VAGUE_RULES: frozenset[str] = frozenset(
    {
        "en.ago", "en.at_the_time", "en.clock", "en.clock_alone", "en.daypart_of", "en.early_hours", "en.hours",
        "en.night_of",
        "en.now", "en.overday", "en.past", "en.recent", "en.that_time", "en.those_days", "en.vaguely_later",
        "ru.ago", "ru.now",
    }
)  # fmt: skip
"""Rules whose words are too loose to date a claim by: hours alone, ``now``, ``recently``, ``years later``."""


@dataclass(frozen=True, slots=True)
class DateContext:
    """What is known before a text begins; every part may be unknown.

    ``last_*`` is the last date read, as far as it goes (a bare year leaves month and day null). ``heading_years`` are
    the first and last year a heading names. ``birth`` bounds the birth of the text's subject. ``language`` is ``en``
    or ``ru`` where known. ``is_dated``: the words stand where a date is expected (the brackets of a life, the field of
    a birth), so that a number of three or four digits is a year: ``(742 – 814)``.
    """

    last_year: int | None = None
    last_month: int | None = None
    last_day: int | None = None
    heading_years: tuple[int, int] | None = None
    birth: Bounds | None = None
    language: str | None = None
    is_dated: bool = False


NO_CONTEXT = DateContext()
"""Nothing is known."""
