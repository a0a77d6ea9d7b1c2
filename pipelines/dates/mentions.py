"""Making mentions: a core dated by the narrative becomes a `DateMention` with its span, bounds and findings.

Single cores and pairs of calendars are read here; what joins several cores is the meaning of phrases (`phrases`).
"""

from pipelines.dates import dating
from pipelines.dates.calendars import day_from_ymd, is_day, same_day_in_two_calendars, weekday_of
from pipelines.dates.cores import Core
from pipelines.dates.dating import When
from pipelines.dates.narrative import Narrative, Resolved
from pipelines.dates.tokens import Tokens
from pipelines.dates.value import VAGUE_RULES, Bounds, DateMention, OtherReading
from pipelines.dates.wording import WORDING
from warehouse.contract.types import Day

_NOTHING = Bounds()
_KINDS = {"cDURATION": "duration", "cREPEATED": "repeated"}
_LPAREN, _RPAREN = WORDING.class_chars["LPAREN"], WORDING.class_chars["RPAREN"]
_ASIDE = 12  # tokens looked back for an opening bracket


class Reader:
    """Turns the phrases of one text into mentions, in order; knows the text, its tokens and the narrative.

    ``offset`` is where the text begins in the whole that spans count in.
    """

    __slots__ = ("durations", "mentions", "narrative", "offset", "text", "tokens")

    def __init__(self, tokens: Tokens, narrative: Narrative, *, durations: bool, offset: int = 0):
        self.offset = offset
        self.tokens, self.narrative, self.durations = tokens, narrative, durations
        self.text = tokens.text
        self.mentions: list[DateMention] = []

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where tokens stand in the whole text, without a possessive ending."""
        first, last = self.tokens.starts[start], self.tokens.end(end - 1)
        if self.text[last - 1] == "s" and self.text[last - 2] in "'’" and self.text[last - 3].isalpha():
            last -= 2
        return first + self.offset, last + self.offset

    def add(
        self, when: When | None, start: int, end: int, rule: str, *, is_context: bool = False,
        anchor: tuple[int, int] | None = None, qualifier: str | None = None, calendar: str = "unstated",
        kind: str = "date", duration: str | None = None, other: OtherReading | None = None,
        weekday: int | None = None, ends: tuple[Core, Core] | None = None,
    ) -> None:  # fmt: skip
        """Add one mention over those tokens and let the narrative know of its date."""
        first, last = self.span(start, end)
        bounds = when.bounds if when is not None else _NOTHING
        is_right = None
        if weekday is not None and when is not None and when.precision == "day" and bounds.earliest is not None:
            is_right = weekday_of(bounds.earliest) == weekday
        self.mentions.append(
            DateMention(
                kind, first, last, self.text[first - self.offset : last - self.offset],
                when.edtf if when is not None else None, bounds[0], bounds[1], bounds[2], bounds[3],
                when.precision if when is not None else None, qualifier, calendar,
                "context" if is_context else "explicit", rule, duration, anchor, other, weekday, is_right,
                None
                if ends is None
                else (self.span(ends[0].start, ends[0].end), self.span(ends[1].start, ends[1].end)),
            )
        )  # fmt: skip
        if when is not None and rule not in VAGUE_RULES and not self._is_aside(start):
            self.narrative.observe(when, (first, last))

    def _is_aside(self, start: int) -> bool:
        """Whether the mention stands in round brackets: dates given by the way are not the narrative's."""
        if self.narrative.year is None:
            return False
        before = self.tokens.classes[max(0, start - _ASIDE) : start]
        return before.rfind(_LPAREN) > before.rfind(_RPAREN)

    def resolve(self, core: Core) -> Resolved:
        """A core's date, ranges included."""
        if core.ends is not None and core.kind == "cRANGE":
            return self._resolve_range(core)
        return self.narrative.resolve(core)

    def _resolve_range(self, core: Core) -> Resolved:
        assert core.ends is not None
        one = self.resolve(core.ends[0])
        year = one.when.year if one.when is not None else None
        if core.ends[1].year is None and year is not None and core.ends[1].month is not None:
            second = self.narrative.with_year(core.ends[1], year)
            other = Resolved(second, one.is_context, one.anchor)
        else:
            other = self.resolve(core.ends[1])
        if one.when is None or other.when is None:
            return Resolved(None, is_context=True)
        join = dating.one_of if core.joined == "or" else dating.of_interval
        when = join(one.when, other.when)
        if when is not None and core.joined == "or" and core.rule.startswith(("any.", "en.decade")) is False:
            return Resolved(when, one.is_context, one.anchor)
        if when is not None and core.rule.endswith("decade") and one.when.year is not None:
            when = dating.of_years(one.when.year, other.when.year or one.when.year, "decade")
        return Resolved(when, one.is_context, one.anchor)

    def add_core(self, core: Core, qualifier: str | None = None) -> None:
        """Add a core as a mention of its own."""
        if core.kind in _KINDS:
            if self.durations:
                self.add(None, core.start, core.end, core.rule, kind=_KINDS[core.kind], duration=core.duration)
            return
        if core.joined == "calendars" and self._add_pair(core):
            return
        resolved = self.resolve(core)
        if not resolved.is_mention:
            if core.kind == "cAGE" and core.duration is not None and self.durations:
                self.add(None, core.start, core.end, core.rule, kind="duration", duration=core.duration)
            return
        when = resolved.when
        if when is not None and core.is_approximate and qualifier is None:
            when, qualifier = when._replace(edtf=dating.mark(when, "~")), "approximate"
        self.add(
            when, core.start, core.end, core.rule, is_context=resolved.is_context, anchor=resolved.anchor,
            qualifier=qualifier, weekday=core.weekday, ends=core.ends if core.joined == "to" else None,
        )  # fmt: skip

    def _add_pair(self, core: Core) -> bool:
        assert core.ends is not None
        return self.add_two_calendars(core.ends[0], core.ends[1], core.start, core.end, core.rule, is_certain=True)

    def add_two_calendars(
        self, a: Core, b: Core, start: int, end: int, rule: str, *, is_certain: bool, is_new_second: bool = False
    ) -> bool:
        """Add one day given in two calendars; false where the two are no pair and nothing says they should be.

        The later number is the Gregorian one. Where the two are not the same day and a style is named, the date is the
        one the words call new style, and the finding stands in ``other``.
        """
        years = [core.year for core in (a, b) if core.year is not None]
        year = years[0] if years else self.narrative.year
        if year is None:
            return False
        days = [_day_in(core, core.year if core.year is not None else year) for core in (a, b)]
        if a.month == 12 and b.month == 1 and a.year is None:
            days[0] = _day_in(a, (b.year if b.year is not None else year) - 1)
        elif b.month == 12 and a.month == 1 and b.year is None:
            days[1] = _day_in(b, (a.year if a.year is not None else year) - 1)
        one, two = days
        if one is None or two is None:
            return False
        is_same = same_day_in_two_calendars(one, two)
        if not is_same and not is_certain:
            return False
        new_is_second = two > one if is_same else is_new_second
        new, old, old_core = (two, one, a) if new_is_second else (one, two, b)
        first, last = self.span(old_core.start, old_core.end)
        self.add(
            dating.of_day_number(new), start, end, rule, is_context=not years, calendar="gregorian",
            other=OtherReading(first, last, old, "julian", is_same),
        )  # fmt: skip
        return True


def _day_in(core: Core, year: int) -> Day | None:
    if core.month is None or core.day is None:
        return None
    if is_day(year, core.month, core.day):
        return day_from_ymd(year, core.month, core.day)
    if is_day(year, core.month, core.day, julian=True):  # 29 February 1900: between the two Gregorian days
        return day_from_ymd(year, core.month, 28)
    return None
