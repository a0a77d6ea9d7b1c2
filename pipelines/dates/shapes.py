"""What each shape of rule builds: from a match's captures to cores of days, months, years and their parts.

One function a shape, named in the grammars; shapes of lengths, hours and shifts stand in `shapes_relative`. No words of
a language are named here.
"""

from pipelines.dates.calendars import day_from_ymd, month_length, weekday_of
from pipelines.dates.cores import PREPOSITIONS, Builder, Core, Match, is_year, number_of, to_date
from pipelines.dates.wording import WORDING

_CHARS = WORDING.class_chars


def part_of(match: Match) -> str | None:
    """Early, mid or late, as captured; null where nothing is."""
    for name in ("p", "fp"):
        if match.has(name):
            value = match.value(name)
            if value == 1 or name == "fp":
                return "early" if value in (1, "early") else "late"
            return str(value)
    return None


def _half(match: Match) -> tuple[int, int] | None:
    """Which of how many: ``(2, 2)`` the second half, ``(1, 4)`` the first quarter; null where none or impossible."""
    if not match.has("hk"):
        return None
    of = 4 if match.char("hk") in _QUARTERS else 2
    if match.has("h"):
        which = match.number("h")
    elif match.has("hp"):
        which = of if match.value("hp") in ("late", "last") else 1
    else:
        return None
    return (which, of) if 1 <= which <= of else None


_QUARTERS = "".join(_CHARS[name] for name in ("en.QUARTER", "ru.QUARTER") if name in _CHARS)


def _weekday(match: Match) -> int | None:
    return int(match.value("w")) if match.has("w") else None


def build_date(match: Match) -> Core | list[Core] | None:
    """A day, month and year as far as captured; a bare month or day beside a count is no date."""
    month = int(match.value("m"))
    day = match.number("d") if match.has("d") else None
    year = match.year()
    if match.has("u") and match.value("u") != "D":
        return None
    if day is not None and year is None and _begins_count(match):
        return None
    return to_date(match, year, month, day, weekday=_weekday(match))


_COUNT_AFTER = frozenset(_CHARS[name] for name in ("en.COUNTED", "ru.COUNTED", "en.HUNDRED"))


def _begins_count(match: Match) -> bool:
    classes = match.tokens.classes
    ends_in_number = classes[match.end - 1] == _CHARS["DAY"]
    return ends_in_number and match.end < len(classes) and classes[match.end] in _COUNT_AFTER


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


def build_year(match: Match) -> Core | None:
    """A year with an era, named as a year, or standing alone where it can be one."""
    year = match.year()
    if year is None:
        return None
    index = match.spans["y"][0][0]
    if not match.has("e") and match.end - match.start == 1 and not is_year(match.tokens, index, year):
        return None
    if not match.has("e") and not 1000 <= match.number("y") <= 2100:
        return None
    return match.core("cYEAR", year=year)


def build_small_year(match: Match) -> Core | None:
    """``in 410``: a year of three digits, only where the text speaks of such years (judged in `narrative`)."""
    classes, words = match.tokens.classes, match.tokens.words
    after = classes[match.end] if match.end < len(classes) else _CHARS["BREAK"]
    if after in _COUNT_AFTER or after in _ORDINAL_BLOCKERS or after in (_CHARS["OTHER"], _CHARS["NUM"], _CHARS["DAY"]):
        return None
    if (
        after == _CHARS["WORD"]
        and words[match.end].endswith("s")
        and words[match.end] not in ("was", "is", "his", "as")
    ):
        return None
    return match.core("cSMALLYEAR", year=match.number("y"))


def build_year_range(match: Match) -> Core | None:
    """``1924–32``, ``1905/06``: the second year in two digits."""
    first = match.spans["y"][0][0]
    second = match.spans["z"][0][0]
    tokens = match.tokens
    year, tail = match.number("y"), tokens.words[second]
    if len(tail) != 2 or not all(tokens.touches(index) for index in range(first + 1, second + 1)):
        return None
    if second + 1 < len(tokens.classes) and tokens.touches(second + 1) and tokens.classes[second + 1] in (
        _CHARS["DASH"], _CHARS["SLASH"]
    ) and second + 2 < len(tokens.classes) and tokens.touches(second + 2):  # fmt: skip
        return None
    if not is_year(tokens, first, year):
        return None
    end = year // 100 * 100 + int(tail)
    if end < year and int(tail) <= 12 and not match.has("x"):
        return to_date(match, year, int(tail), None)
    if end < year:
        end += 100
    if end == year:
        return None
    return _year_range(match, year, end)


def _year_range(match: Match, year: int, end: int) -> Core:
    first = Core("cYEAR", match.spans["y"][0][0], match.spans["y"][0][1], match.rule, year=year)
    second = Core("cYEAR", match.spans["z"][0][0], match.spans["z"][0][1], match.rule, year=end)
    return match.core("cRANGE", ends=(first, second), joined="to")


def build_era_range(match: Match) -> Core | list[Core] | None:
    """``264–241 BC``: one era for both years. ``x``: joined by *and*, so two years; ``o``: one of both."""
    year, end = match.year("y"), match.year("z")
    if year is None or end is None or year >= end:
        return None
    core = _year_range(match, year, end)
    assert core.ends is not None
    if match.has("o"):
        core.joined = "or"
    return list(core.ends) if match.has("x") and not _follows_between(match) else core


def _follows_between(match: Match) -> bool:
    before = match.tokens.classes[match.start - 1] if match.start else ""
    return before in (_CHARS["en.BETWEEN"], _CHARS["ru.BETWEEN"])


def build_month_small_year(match: Match) -> Core | None:
    """``August of 218``: a month of a year below a thousand (judged in `narrative`)."""
    number = match.number("y")
    return match.core("cSMALLYEAR", year=number, month=int(match.value("m"))) if number >= 100 else None


def build_small_range(match: Match) -> Core | None:
    """``from 98 to 117``: years below a thousand without an era (judged in `narrative`)."""
    core = _year_range(match, match.number("y"), match.number("z"))
    core.kind = "cSMALLYEAR"
    core.year = match.number("y")
    return core


def build_day_range(match: Match) -> Core | list[Core] | None:
    """``10–20 January 1949``, ``January 10 to 20``; ``or``: one of both; ``and``: two days."""
    classes = match.tokens.classes
    if match.end < len(classes) and not match.has("y") and classes[match.end] in _MONTH_CHARS:
        return None  # "May 5 – 17 June": the second number belongs to the next month
    month, year = int(match.value("m")), match.year()
    first, second = match.number("d", 0), match.number("d", 1)
    a, b = to_date(match, year, month, first), to_date(match, year, month, second)
    if a is None or b is None or first == second:
        return None
    sign = match.char("x")
    if sign in _AND and not _follows_between(match):
        return _spread(match, [a, b])
    if sign not in _OR and first > second:
        return None
    a.start, a.end = match.spans["d"][0]
    return match.core("cRANGE", ends=(a, b), joined="or" if sign in _OR else "to", year=year, month=month)


_AND = "".join(_CHARS[name] for name in ("en.AND", "ru.AND") if name in _CHARS)
_OR = "".join(_CHARS[name] for name in ("en.OR", "ru.OR") if name in _CHARS)
_MONTH_CHARS = frozenset(_CHARS[name] for name in ("en.MONTH", "en.NAMEMONTH", "ru.MONTH"))


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
    words = [word.lower().replace("’", "'") for word in match.tokens.words[match.start : match.start + 3]]
    for count in (3, 2, 1):
        name = " ".join(words[:count])
        if len(words) >= count and (name in WORDING.feasts or name in WORDING.easter_feasts):
            if not match.tokens.words[match.start][0].isupper() or _has_name_after(match, match.start + count):
                return None
            match.end = match.start + count
            return match.core("cFEAST", feast=name)
    return None


def _has_name_after(match: Match, place: int) -> bool:
    classes = match.tokens.classes
    return place < len(classes) and classes[place] == _CHARS["CAPWORD"]


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


def build_century(match: Match) -> Core | None:
    """``the late 19th century``, ``the first half of the 2nd century BC``."""
    if match.value("u") != "100Y":
        return None
    number = match.number("o")
    if not 1 <= number <= 21:
        return None
    return match.core("cCENTURY", century=-number if match.is_bc() else number, part=part_of(match), half=_half(match))


def build_century_pair(match: Match) -> Core | list[Core] | None:
    """``the 16th and 17th centuries``: two centuries, or one stretch."""
    if match.value("u") != "100Y":
        return None
    sign = -1 if match.is_bc() else 1
    (a_start, a_end), (b_start, _) = match.spans["o"]
    numbers = [sign * match.number("o", place) for place in (0, 1)]
    if not all(1 <= abs(number) <= 21 for number in numbers):
        return None
    first = Core("cCENTURY", match.start, a_end, match.rule, century=numbers[0])
    second = Core("cCENTURY", b_start, match.end, match.rule, century=numbers[1])
    if match.has("p"):
        parts = match.spans["p"]
        first.part = str(match.value("p")) if parts[0][0] < a_start else None
        second.part = str(match.value("p", len(parts) - 1)) if parts[-1][0] > a_start else None
    if match.char("x") in _AND:
        return [first, second]
    return match.core("cRANGE", ends=(first, second), joined="or" if match.char("x") in _OR else "to")


def build_century_turn(match: Match) -> Core | None:
    """``the turn of the 20th century``: about 1900; of *the* century: from context."""
    if match.value("u") not in ("100Y", "Y"):
        return None
    if match.value("u") == "Y":
        return match.core("cRELATIVE", shift=0, unit="Y", part="late")
    if match.has("o"):
        return match.core("cYEAR", year=100 * (match.number("o") - 1), is_approximate=True)
    return match.core("cRELATIVE", shift=0, unit="turn", is_approximate=True)


def build_decade(match: Match) -> Core | None:
    """``the mid-1930s``, ``the '30s``, ``the Thirties``, ``the 1800s`` (a century)."""
    part, half = part_of(match), _half(match)
    before = match.tokens.classes[match.start - 1] if match.start else ""
    if before in _POSSESSIVE:
        return None
    if match.has("k"):
        value = match.value("k") if match.char("k") not in _DECADE_NUMBERS else number_of_decade(match)
        decade = int(value)
        if match.char("k") == _CHARS["RUORDNUM"]:
            suffix = match.tokens.words[match.spans["k"][0][0]].partition("-")[2]
            if (
                decade % 10
                or suffix not in ("х", "е", "ых", "ые", "ми")
                or (decade < 100 and match.end - match.start < 2)
            ):
                return None
        if decade >= 1000 and decade % 100 == 0 and decade != 2000 and not match.rule.startswith("ru"):
            return match.core("cCENTURY", century=decade // 100 + 1, part=part, half=half)
        if 100 <= decade < 1000:
            return None
        if decade < 100 and match.is_bc():
            return match.core("cRANGE", ends=_decade_bc(match, decade), joined="or")
        return match.core("cDECADE", decade=decade, part=part, half=half)
    return None


_POSSESSIVE = frozenset(_CHARS[name] for name in ("en.HIS",))
_DECADE_NUMBERS = _CHARS["DECADENUM"] + _CHARS["RUORDNUM"]


def number_of_decade(match: Match) -> int:
    """The digits of ``1930s``, ``'30s`` or ``1930-х``."""
    word = match.tokens.words[match.spans["k"][0][0]].lstrip("'’")
    return number_of([word])


def _decade_bc(match: Match, decade: int) -> tuple[Core, Core]:
    years = (1 - (decade + 9), 1 - decade)
    first, second = (Core("cYEAR", match.start, match.end, match.rule, year=year) for year in years)
    return first, second


def build_season(match: Match) -> Core | None:
    """``winter 1941–1942``, ``the summer of 1943``, ``early spring 1942``."""
    year, season = match.year(), int(match.value("s"))
    if year is None:
        return None
    if match.has("z"):
        tail = match.tokens.words[match.spans["z"][0][0]]
        size = len(tail)
        if size not in (2, 4) or (abs(year) + 1) % 10**size != int(tail) % 10**size:
            match.end = match.spans["y"][0][1]
    return match.core("cSEASON", year=year, sub=season)


def build_season_range(match: Match) -> Core | list[Core] | None:
    """``spring and summer 1942``, ``summer–autumn 1942``."""
    year = match.year()
    (a_start, a_end), (b_start, _) = match.spans["s"]
    first = Core("cSEASON", match.start, a_end, match.rule, year=year, sub=int(match.value("s", 0)))
    second = Core("cSEASON", b_start, match.end, match.rule, year=year, sub=int(match.value("s", 1)))
    return match.core("cRANGE", ends=(first, second), joined="to", year=year) if match.has("x") else [first, second]


def build_season_alone(match: Match) -> Core:
    """``that winter``, ``the following spring``, ``the summer``: the year comes from context."""
    shift = 1 if match.has("r") else -1 if match.has("b") else 0
    return match.core("cSEASONALONE", sub=int(match.value("s")), shift=shift, part=part_of(match))


def build_half(match: Match) -> Core | None:
    """``the first half of 1942`` (40), ``the third quarter of 1942`` (35), ``the second half of May 1942``."""
    half = _half(match)
    if half is None:
        return None
    year = match.year()
    if match.has("m"):
        return to_date(match, year, int(match.value("m")), None)
    return match.core("cPART", year=year, sub=half[0] + (39 if half[1] == 2 else 32))


def build_half_relative(match: Match) -> Core | None:
    """``the second half of the year``."""
    half = _half(match)
    if half is None or match.value("u") not in ("Y", "M"):
        return None
    unit = str(match.value("u"))
    sub = half[0] + (39 if half[1] == 2 else 32) if unit == "Y" else None
    return match.core("cRELATIVE", shift=0, unit=unit, sub=sub)


PART_CODES = {"early": 37, "mid": 38, "late": 39}
"""The EDTF groupings of the three parts of a year (four months each)."""


def build_part(match: Match) -> Core | None:
    """``late 1941``, ``the end of 1916``; a month keeps its whole length (``early July 1941`` is ``1941-07``)."""
    part, year = part_of(match), match.year()
    if match.has("m"):
        core = to_date(match, year, int(match.value("m")), None)
        if core is not None:
            core.part = part
        return core
    if year is None or part is None:
        return None
    if match.has("y") and not match.has("e") and match.number("y") < 1000:
        return None
    return match.core("cPART", year=year, sub=PART_CODES[part])


def build_month_alone(match: Match) -> Core | None:
    """A month without a year; a word that is also a name only after a preposition."""
    classes = match.tokens.classes
    before = classes[match.start - 1] if match.start else ""
    month = int(match.value("m"))
    if classes[match.start] in _NAMEMONTHS:
        word = match.tokens.words[match.start]
        if before not in PREPOSITIONS or not word[0].isupper() or before == _CHARS["COMMA"]:
            return None
        after = classes[match.end] if match.end < len(classes) else ""
        if after == _CHARS["CAPWORD"] and month in (4, 5, 6):
            return None
    return match.core("cMONTHALONE", month=month)


_NAMEMONTHS = frozenset((_CHARS["en.NAMEMONTH"],))


def build_ru_year(match: Match) -> Core | None:
    """``1941 года``, ``1922-м``: a number with the word for year or the ending of an ordinal."""
    year = match.year()
    if year is None:
        return None
    number = match.number("y")
    if match.end - match.start == 1 and not 1000 <= number <= 2100:
        return None
    if number <= 31 and not match.has("e") and not match.rule.endswith("_ad"):
        return None
    return match.core("cYEAR", year=year)


def build_ru_year_range(match: Match) -> Core | None:
    """``1941–1945 годов``."""
    year, end = match.number("y"), match.number("z")
    return _year_range(match, year, end) if year < end else None


def build_ru_month(match: Match) -> Core | None:
    """A Russian month without a year: only after a preposition."""
    before = match.tokens.classes[match.start - 1] if match.start else ""
    return match.core("cMONTHALONE", month=int(match.value("m"))) if before in PREPOSITIONS else None


def build_ru_century(match: Match) -> Core | None:
    """``XIX в.``."""
    number = match.number("o")
    return match.core("cCENTURY", century=-number if match.is_bc() else number) if 1 <= number <= 21 else None


def build_day_of(match: Match) -> Core | None:
    """``on the 18th``: a day of the month last read; not ``the 18th Army``."""
    tokens = match.tokens
    after = tokens.classes[match.end] if match.end < len(tokens.classes) else ""
    if after in (_CHARS["CAPWORD"], _CHARS["en.HUNDRED"]) or after in _ORDINAL_BLOCKERS:
        return None
    if (
        after == _CHARS["en.OF"]
        and match.end + 1 < len(tokens.classes)
        and tokens.classes[match.end + 1] not in _DETERMINERS
    ):
        return None
    if after in _MONTH_CHARS:
        return None
    if after == _CHARS["WORD"] and not _is_verbish(tokens.words[match.end]):
        return None
    day = match.number("d")
    return match.core("cDAYOF", day=day) if 1 <= day <= 31 else None


_ORDINAL_BLOCKERS = frozenset(
    _CHARS[name]
    for name in (
        "en.COUNTED",
        "en.NUMBERED",
        "en.COLLECTIVE",
        "DASH",
        "en.UNIT",
        "en.UNITS",
        "en.BIRTHDAY",
        "en.FEASTHEAD",
    )
)
_DETERMINERS = frozenset(_CHARS[name] for name in ("en.THE", "en.THAT", "en.THIS", "en.LAST"))
_VERBISH = frozenset(["he", "she", "they", "it", "his", "her", "their", "when", "while", "was", "were", "had", "as", "who", "there", "a", "an", "one", "all", "we", "i", "its"])


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
    "year": build_year,
    "small_year": build_small_year,
    "month_small_year": build_month_small_year,
    "small_range": build_small_range,
    "year_range": build_year_range,
    "era_range": build_era_range,
    "day_range": build_day_range,
    "day_list": build_day_list,
    "two_calendars": build_two_calendars,
    "roman_day": build_roman_day,
    "feast": build_feast,
    "week_of_month": build_week_of_month,
    "nth_weekday": build_nth_weekday,
    "century": build_century,
    "century_pair": build_century_pair,
    "century_turn": build_century_turn,
    "decade": build_decade,
    "season": build_season,
    "season_range": build_season_range,
    "season_alone": build_season_alone,
    "half": build_half,
    "half_relative": build_half_relative,
    "part": build_part,
    "month_alone": build_month_alone,
    "ru_year": build_ru_year,
    "ru_year_range": build_ru_year_range,
    "ru_month": build_ru_month,
    "ru_century": build_ru_century,
    "day_of": build_day_of,
    "day_of_that_month": build_day_of_that_month,
}
