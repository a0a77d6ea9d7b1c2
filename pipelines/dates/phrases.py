"""What a phrase means: its cores dated, joined and qualified, as mentions of the text.

One function a shape of the grammars' ``PHRASES``. A join that turns out impossible (an interval that ends before it
begins, two days that are no pair) gives its cores one by one. No words of a language are named here.
"""

from collections.abc import Callable
from dataclasses import replace

from pipelines.dates import dating
from pipelines.dates.calendars import day_from_ymd
from pipelines.dates.cores import Core
from pipelines.dates.dating import When
from pipelines.dates.mentions import Reader
from pipelines.dates.parser import Phrase
from pipelines.dates.value import VAGUE_RULES
from pipelines.dates.wording import WORDING


def read_phrase(reader: Reader, phrase: Phrase) -> None:
    """Add a phrase's mentions to the reader's; where its join is impossible, those of its cores."""
    if not _MEANINGS[phrase.shape](reader, phrase):
        for core in phrase.cores:
            reader.add_core(core)


def _plain(reader: Reader, phrase: Phrase) -> bool:
    reader.add_core(phrase.parts["a"])
    return True


def _qualified(phrase: Phrase, core: Core) -> str:
    return core.rule if core.rule in VAGUE_RULES else phrase.rule


def _opened(reader: Reader, phrase: Phrase, open_when: Callable[[When], When], qualifier: str) -> bool:
    core = phrase.parts["a"]
    resolved = reader.resolve(core)
    if not resolved.is_mention or core.joined == "calendars":
        return False
    when = resolved.when
    if when is not None and (
        when.bounds.earliest is None or when.bounds.latest is None or when.precision == "interval"
    ):
        return False
    opened = None if when is None else open_when(when)
    reader.add(
        opened, core.start, core.end, _qualified(phrase, core), is_context=resolved.is_context, anchor=resolved.anchor,
        qualifier=qualifier, weekday=None,
    )  # fmt: skip
    return True


def _interval(reader: Reader, phrase: Phrase) -> bool:
    a, b = phrase.parts["a"], phrase.parts["b"]
    is_borrowed = False
    if a.kind == "cDAYOF" and b.month is not None:
        a, is_borrowed = replace(a, kind="cMONTHDAY", month=b.month, year=b.year), b.year is None
    if b.kind == "cDAYOF" and a.month is not None and a.day is not None:
        b = replace(b, kind="cMONTHDAY", month=a.month, year=a.year)
    first: When | None
    second: When | None
    if a.year is None and b.year is not None and b.month is None and b.sub is None and _takes_year(a):
        return False
    if a.year is None and b.year is not None and _takes_year(a):
        year = b.year - (1 if a.month is not None and b.month is not None and a.month > b.month else 0)
        first, resolved_b = reader.narrative.with_year(a, year), reader.resolve(b)
        second, context, anchor = resolved_b.when, resolved_b.is_context, resolved_b.anchor
    else:
        resolved_a = reader.resolve(a)
        if not resolved_a.is_mention:
            return False
        first, context, anchor = resolved_a.when, resolved_a.is_context, resolved_a.anchor
        if first is not None and first.year is not None and _takes_year(b) and b.year is None:
            year = first.year
            if first.month is not None and b.month is not None and b.month < first.month:
                year += 1
            second = reader.narrative.with_year(b, year)
        else:
            if first is not None and not _is_whole(a) and reader.narrative.year is None:
                return False
            before = (reader.narrative.year, reader.narrative.month, reader.narrative.day, reader.narrative.anchor)
            if first is not None:
                reader.narrative.observe(first, reader.span(a.start, a.end))
            resolved_b = reader.resolve(b)
            if not resolved_b.is_mention:
                (reader.narrative.year, reader.narrative.month, reader.narrative.day, reader.narrative.anchor) = before
                return False
            second, context = resolved_b.when, context or resolved_b.is_context
            (reader.narrative.year, reader.narrative.month, reader.narrative.day, reader.narrative.anchor) = before
    if first is None or second is None:
        return False
    when = dating.of_interval(first, second)
    if when is None:
        return False
    reader.add(when, a.start, b.end, phrase.rule, is_context=context or is_borrowed, anchor=anchor, ends=(a, b))
    return True


def _takes_year(core: Core) -> bool:
    return core.kind in ("cMONTHDAY", "cMONTHALONE", "cFEAST", "cSEASONALONE") and not core.shift


def _is_whole(core: Core) -> bool:
    return core.year is not None or core.decade is not None or core.century is not None


def _one_of(reader: Reader, phrase: Phrase) -> bool:
    a, b = phrase.parts["a"], phrase.parts["b"]
    if a.year is None and b.year is not None and _takes_year(a):
        first, context = reader.narrative.with_year(a, b.year), False
    else:
        resolved = reader.resolve(a)
        first, context = resolved.when, resolved.is_context
    if first is not None and b.year is None and _takes_year(b) and first.year is not None:
        second = reader.narrative.with_year(b, first.year)
    else:
        resolved = reader.resolve(b)
        second, context = resolved.when, context or resolved.is_context
    if first is None or second is None:
        return False
    when = dating.one_of(first, second)
    if when is None:
        return False
    reader.add(when, a.start, b.end, phrase.rule, is_context=context)
    return True


def _shared(reader: Reader, phrase: Phrase) -> bool:
    last = phrase.cores[-1]
    if last.year is None:
        return False
    anchor = reader.span(last.start, last.end)
    for core in phrase.cores[:-1]:
        if not _takes_year(core):
            reader.add_core(core)
            continue
        year = last.year
        if core.month is not None and last.month is not None and core.month - last.month >= 6:
            year -= 1
        reader.add(
            reader.narrative.with_year(core, year), core.start, core.end, core.rule, is_context=True, anchor=anchor,
            weekday=core.weekday,
        )  # fmt: skip
    reader.add_core(last)
    return True


def _of_year(reader: Reader, phrase: Phrase) -> bool:
    a, b = phrase.parts["a"], phrase.parts["b"]
    if a.kind == "cPART" or (b.kind == "cRELATIVE" and (b.unit not in ("Y", "NY") or b.sub is not None)):
        return False
    if b.kind == "cRELATIVE" and reader.tokens.classes[a.end] == WORDING.class_chars["COMMA"]:
        return False
    resolved = reader.resolve(b)
    if not resolved.is_mention or resolved.when is None or resolved.when.year is None:
        return False
    when = reader.narrative.with_year(a, resolved.when.year)
    reader.add(
        when, a.start, b.end, phrase.rule if b.kind == "cRELATIVE" else a.rule, is_context=resolved.is_context,
        anchor=resolved.anchor, weekday=a.weekday,
    )  # fmt: skip
    return True


def _marked(reader: Reader, phrase: Phrase, suffix: str, qualifier: str, start: int, end: int) -> bool:
    core = phrase.parts["a"]
    resolved = reader.resolve(core)
    if not resolved.is_mention:
        return False
    when = resolved.when
    if "b" in phrase.parts and when is not None:
        second = reader.resolve(phrase.parts["b"]).when
        when = None if second is None else dating.of_interval(when, second)
        if when is None:
            return False
    if when is not None:
        when = when._replace(edtf=dating.mark(when, suffix))
    reader.add(
        when, start, end, phrase.rule, is_context=resolved.is_context, anchor=resolved.anchor, qualifier=qualifier
    )
    return True


def _circa(reader: Reader, phrase: Phrase) -> bool:
    return _marked(reader, phrase, "~", "approximate", phrase.start, phrase.end)


def _uncertain(reader: Reader, phrase: Phrase) -> bool:
    core = phrase.parts["a"]
    return _marked(reader, phrase, "?", "uncertain", core.start, core.end)


def _uncertain_mark(reader: Reader, phrase: Phrase) -> bool:
    return _marked(reader, phrase, "?", "uncertain", phrase.start, phrase.end)


def _two_calendars(reader: Reader, phrase: Phrase) -> bool:
    a, b = phrase.parts["a"], phrase.parts["b"]
    year = phrase.parts.get("c")
    if year is not None:
        a = a if a.year is not None else replace(a, year=year.year)
        b = b if b.year is not None else replace(b, year=year.year)
    is_certain = bool(phrase.marks & {"os", "ns"})
    return reader.add_two_calendars(
        a, b, phrase.start, phrase.end, phrase.rule, is_certain=is_certain, is_new_second="ns" in phrase.marks
    )


def _one_calendar(reader: Reader, phrase: Phrase) -> bool:
    core = phrase.parts["a"]
    if "c" in phrase.parts and core.year is None:
        core = replace(core, year=phrase.parts["c"].year, kind="cDAY")
    resolved = reader.resolve(core)
    if resolved.when is None or core.month is None or core.day is None or resolved.when.year is None:
        return False
    if "ns" in phrase.marks:
        reader.add(
            resolved.when, phrase.start, phrase.end, phrase.rule, is_context=resolved.is_context, calendar="gregorian"
        )
        return True
    year = core.year if core.year is not None else resolved.when.year
    day = day_from_ymd(year, core.month, core.day, julian=True)
    reader.add(
        dating.of_day_number(day), phrase.start, phrase.end, phrase.rule, is_context=resolved.is_context,
        calendar="julian",
    )  # fmt: skip
    return True


def _time_on_day(reader: Reader, phrase: Phrase) -> bool:
    core = phrase.parts["a"]
    if core.kind == "cRELATIVE" and core.unit not in ("D", "ND", "NW"):
        return False
    resolved = reader.resolve(core)
    reader.add(
        resolved.when, phrase.start, phrase.end, core.rule, is_context=resolved.is_context, anchor=resolved.anchor,
        weekday=core.weekday,
    )  # fmt: skip
    return True


def _age_beside(reader: Reader, phrase: Phrase) -> bool:
    """``at age 17 in 1922``: the date is said outright, the age is only a length."""
    for core in phrase.cores:
        if core.kind != "cAGE":
            reader.add_core(core)
        elif reader.durations and core.duration is not None:
            reader.add(None, core.start, core.end, core.rule, kind="duration", duration=core.duration)
    return True


_MEANINGS: dict[str, Callable[[Reader, Phrase], bool]] = {
    "plain": _plain,
    "age_beside": _age_beside,
    "interval": _interval,
    "one_of": _one_of,
    "shared": _shared,
    "of_year": _of_year,
    "since": lambda reader, phrase: _opened(reader, phrase, dating.since, "after"),
    "after": lambda reader, phrase: _opened(reader, phrase, dating.after, "after"),
    "until": lambda reader, phrase: _opened(reader, phrase, dating.until, "before"),
    "by": lambda reader, phrase: _opened(reader, phrase, dating.before, "before"),
    "before": lambda reader, phrase: _opened(reader, phrase, dating.before, "before"),
    "circa": _circa,
    "uncertain": _uncertain,
    "uncertain_mark": _uncertain_mark,
    "two_calendars": _two_calendars,
    "one_calendar": _one_calendar,
    "time_on_day": _time_on_day,
}
