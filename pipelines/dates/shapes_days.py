"""What the shapes of days and months build, feasts and lists of days included. Other shapes stand beside this file.

One function a shape, named in the grammars. No words of a language are named here.
"""

from pipelines.dates.calendars import day_from_ymd, is_day, month_length, same_day_in_two_calendars, weekday_of
from pipelines.dates.cores import (
    AND_CHARS,
    COUNT_CHARS,
    MONTH_CHARS,
    NOUN_CHARS,
    OR_CHARS,
    PREPOSITIONS,
    Builder,
    Core,
    Match,
    to_date,
)
from pipelines.dates.shapes_years import follows_between
from pipelines.dates.wording import WORDING

_CHARS = WORDING.class_chars


def _weekday(match: Match) -> int | None:
    return int(match.value("w")) if match.has("w") else None


def build_date(match: Match) -> Core | list[Core] | None:
    """A day, month and year as far as captured; a bare month or day beside a count is no date."""
    month = int(match.value("m"))
    day = match.number("d") if match.has("d") else None
    year = match.year()
    if (match.has("u") and match.value("u") != "D") or (match.has("y") and year is None):
        return None
    if day is not None and year is None and _begins_count(match):
        return None
    return to_date(match, year, month, day, weekday=_weekday(match))


def _begins_count(match: Match) -> bool:
    classes = match.tokens.classes
    ends_in_number = classes[match.end - 1] == _CHARS["DAY"]
    return ends_in_number and match.end < len(classes) and classes[match.end] in COUNT_CHARS


def build_iso(match: Match) -> Core | None:
    """``1905-02-20``, ``1905-02``: written without spaces."""
    first = match.start
    if not all(match.tokens.touches(index) for index in range(first + 1, match.end)):
        return None
    before = match.tokens.classes[first - 1] if first else ""
    if before == _CHARS["DASH"] and match.tokens.touches(first):
        return None
    return to_date(match, match.number("y"), match.number("m"), match.number("d") if match.has("d") else None)


def build_dotted(match: Match) -> Core | None:
    """``7.2.1905``: day, month, year, as the continent writes."""
    start = match.spans["t"][0][0]
    day, month, year = map(int, match.tokens.words[start].split("."))
    return to_date(match, year, month, day)


def build_slashed(match: Match) -> Core | None:
    """``20/2/1905`` or ``2/20/1905``; where both orders are days, one of two days."""
    a, b, year = match.number("a"), match.number("b"), match.number("y")
    if not all(match.tokens.touches(index) for index in range(match.start + 1, match.end)):
        return None
    one = to_date(match, year, b, a) if b <= 12 else None
    other = to_date(match, year, a, b) if a <= 12 else None
    if one is not None and other is not None and a != b:
        return match.core("cRANGE", ends=(one, other), joined="or")
    return one or other


def build_day_range(match: Match) -> Core | list[Core] | None:
    """``10–20 January 1949``, ``January 10 to 20``; ``or``: one of both; ``and``: two days."""
    classes = match.tokens.classes
    if match.end < len(classes) and not match.has("y") and classes[match.end] in MONTH_CHARS:
        return None  # "May 5 – 17 June": the second number belongs to the next month
    month, year = int(match.value("m")), match.year()
    first, second = match.number("d", 0), match.number("d", 1)
    a, b = to_date(match, year, month, first), to_date(match, year, month, second)
    if a is None or b is None or first == second:
        return None
    sign = match.char("x")
    if sign in AND_CHARS and not follows_between(match):
        return _spread(match, [a, b])
    if sign not in OR_CHARS and first > second:
        return None
    a.start, a.end = match.spans["d"][0]
    b.start, b.end = match.spans["d"][1]
    if sign == _CHARS["SLASH"] and _is_pair(year, month, first, second):
        return match.core("cRANGE", ends=(a, b), joined="calendars", year=year, month=month)
    return match.core("cRANGE", ends=(a, b), joined="or" if sign in OR_CHARS else "to", year=year, month=month)


def _spread(match: Match, cores: list[Core]) -> list[Core]:
    """Give each core of a list its own words: the one beside the month keeps month and year."""
    days = match.spans["d"]
    month = match.spans["m"][0][0]
    for core, (start, end) in zip(cores, days, strict=True):
        core.start, core.end = start, end
    if month < days[0][0]:
        cores[0].start = match.start
        cores[-1].end = match.end
    else:
        cores[-1].end = match.end
    return cores


def _is_pair(year: int | None, month: int, old: int, new: int) -> bool:
    """Whether two day numbers of a month, as in ``7/20 February 1905``, are one day in both calendars."""
    if year is None or not is_day(year, month, old) or not is_day(year, month, new):
        return False
    return same_day_in_two_calendars(day_from_ymd(year, month, old), day_from_ymd(year, month, new))


def build_day_list(match: Match) -> list[Core] | None:
    """``5, 7 and 9 May 1943``: as many days."""
    month, year = int(match.value("m")), match.year()
    cores = [to_date(match, year, month, match.number("d", place)) for place in range(len(match.spans["d"]))]
    whole = [core for core in cores if core is not None]
    return _spread(match, whole) if len(whole) == len(cores) else None


def build_two_calendars(match: Match) -> Core | None:
    """``7 [20] February 1905``: the same month and year in both calendars."""
    month, year = int(match.value("m")), match.year()
    a, b = (to_date(match, year, month, match.number("d", place)) for place in (0, 1))
    if a is None or b is None:
        return None
    (a.start, a.end), (b.start, b.end) = match.spans["d"]
    return match.core("cRANGE", ends=(a, b), joined="calendars", year=year, month=month)


def build_roman_day(match: Match) -> Core | None:
    """``the Ides of March 44 BC``: ides and nones fall two days later in March, May, July and October."""
    month, day = int(match.value("m")), int(match.value("d"))
    if day > 1 and month in (3, 5, 7, 10):
        day += 2
    return None if match.has("o") else to_date(match, match.year(), month, day)


def build_feast(match: Match) -> Core | None:
    """A feast of the lexicon, the longest name that fits; its day follows from the year."""
    tokens = match.tokens
    for count in (4, 3, 2, 1):
        if match.start + count > len(tokens.words):
            continue
        words = tokens.text[match.tokens.starts[match.start] : tokens.end(match.start + count - 1)]
        name = words.lower().replace("’", "'").replace(".", "") if len(words) < 40 else ""
        if name in WORDING.feasts or name in WORDING.easter_feasts:
            if not words[0].isupper() or match.is_named(match.start + count):
                return None
            match.end = match.start + count
            return match.core("cFEAST", feast=name)
    return None


def build_week_of_month(match: Match) -> Core | None:
    """``the first week of June 1944``: days 1 to 7; the last week: the month's last seven days."""
    if match.value("u") != "W":
        return None
    month, year = int(match.value("m")), match.year()
    length = month_length(2001 if year is None else year, month)
    number = match.number("o") if match.has("o") else 5
    if not 1 <= number <= 5:
        return None
    first = length - 6 if number == 5 else 7 * number - 6
    a, b = to_date(match, year, month, first), to_date(match, year, month, first + 6)
    if a is None or b is None:
        return None
    return match.core("cRANGE", ends=(a, b), joined="to", year=year, month=month)


def build_nth_weekday(match: Match) -> Core | None:
    """``the second Sunday in May 1863``; without a year only its month is known."""
    month, year, weekday = int(match.value("m")), match.year(), int(match.value("w"))
    if year is None:
        return to_date(match, None, month, None)
    length = month_length(year, month)
    days = [day for day in range(1, length + 1) if weekday_of(day_from_ymd(year, month, day)) == weekday]
    number = match.number("o") if match.has("o") else len(days)
    return to_date(match, year, month, days[number - 1], weekday=weekday) if 1 <= number <= len(days) else None


def build_month_alone(match: Match) -> Core | None:
    """A month without a year; a word that is also a name only after a preposition."""
    classes = match.tokens.classes
    before = classes[match.start - 1] if match.start else ""
    after = classes[match.end] if match.end < len(classes) else ""
    if before in MONTH_CHARS or after in MONTH_CHARS:
        return None  # a list of words, no date
    if match.follows("en.THE") and match.is_named():
        return None  # "the October Revolution"
    month = int(match.value("m"))
    if classes[match.start] in _NAMEMONTHS and after == _CHARS["CAPWORD"] and month in (4, 5, 6):
        return None  # "of April Jones"
    return match.core("cMONTHALONE", month=month)


_NAMEMONTHS = frozenset((_CHARS["en.NAMEMONTH"],))


def build_ru_month(match: Match) -> Core | None:
    """A Russian month without a year: only after a preposition."""
    classes = match.tokens.classes
    before = classes[match.start - 1] if match.start else ""
    is_range = match.end < len(classes) and classes[match.end] == _CHARS["DASH"]
    return match.core("cMONTHALONE", month=int(match.value("m"))) if before in PREPOSITIONS or is_range else None


def build_day_of(match: Match) -> Core | None:
    """``on the 18th``: a day of the month last read; not ``the 18th Army``."""
    tokens = match.tokens
    after = tokens.classes[match.end] if match.end < len(tokens.classes) else ""
    if after in (_CHARS["CAPWORD"], _CHARS["en.HUNDRED"]) or after in NOUN_CHARS:
        return None
    if (
        after == _CHARS["en.OF"]
        and match.end + 1 < len(tokens.classes)
        and tokens.classes[match.end + 1] not in _DETERMINERS
    ):
        return None
    if after in MONTH_CHARS:
        return None
    if after == _CHARS["WORD"] and not _is_verbish(tokens.words[match.end]):
        return None
    day = match.number("d")
    return match.core("cDAYOF", day=day) if 1 <= day <= 31 else None


_DETERMINERS = frozenset(_CHARS[name] for name in ("en.THE", "en.THAT", "en.THIS", "en.LAST"))
_VERBISH = WORDING.wordlists["en.after_a_day"]


def _is_verbish(word: str) -> bool:
    return word in _VERBISH or word.endswith("ed")


def build_day_of_that_month(match: Match) -> Core | None:
    """``the 18th of that month``."""
    if match.value("u") != "M":
        return None
    day = match.number("d")
    return match.core("cDAYOF", day=day) if 1 <= day <= 31 else None


SHAPES: dict[str, Builder] = {
    "date": build_date,
    "iso": build_iso,
    "dotted": build_dotted,
    "slashed": build_slashed,
    "day_range": build_day_range,
    "day_list": build_day_list,
    "two_calendars": build_two_calendars,
    "roman_day": build_roman_day,
    "feast": build_feast,
    "week_of_month": build_week_of_month,
    "nth_weekday": build_nth_weekday,
    "month_alone": build_month_alone,
    "ru_month": build_ru_month,
    "day_of": build_day_of,
    "day_of_that_month": build_day_of_that_month,
}
