"""What the shapes of years build: bare years, years with an era, ranges of years. Other shapes stand beside this file.

One function a shape, named in the grammars. No words of a language are named here.
"""

from pipelines.dates.cores import COUNT_CHARS, NOUN_CHARS, Builder, Core, Match, is_year, to_date
from pipelines.dates.wording import WORDING

_CHARS = WORDING.class_chars


def build_year(match: Match) -> Core | None:
    """A year with an era, named as a year, or standing alone where it can be one."""
    year = match.year()
    if year is None or (match.has("u") and match.value("u") != "Y"):
        return None  # "Thanksgiving Day 1950"
    index = match.spans["y"][0][0]
    if not match.has("e") and match.end - match.start == 1 and not is_year(match.tokens, index, year):
        return None
    if match.number("y") < 1 or not (match.has("e") or match.tokens.is_dated or 1000 <= match.number("y") <= 2100):
        return None
    return match.core("cYEAR", year=year)


def build_short_year(match: Match) -> Core | None:
    """``in '42``: a year in two digits, after a word that dates."""
    return match.core("cYEAR", year=match.number("y"))


def build_small_year(match: Match) -> Core | None:
    """``in 410``: a year of three digits, only where the text speaks of such years (judged in `narrative`)."""
    classes, words = match.tokens.classes, match.tokens.words
    after = classes[match.end] if match.end < len(classes) else _CHARS["BREAK"]
    if after in COUNT_CHARS or after in NOUN_CHARS or after in (_CHARS["OTHER"], _CHARS["NUM"], _CHARS["DAY"]):
        return None
    if (
        after == _CHARS["WORD"]
        and words[match.end].endswith("s")
        and words[match.end] not in ("was", "is", "his", "as")
    ):
        return None
    return _small(match)


def _small(match: Match, **more: object) -> Core | None:
    """A year below a thousand; null where the number states none (``00``)."""
    number = match.number("y")
    return match.core("cSMALLYEAR", year=number, **more) if number > 0 else None


def build_year_range(match: Match) -> Core | None:
    """``1924–32``, ``1905/06``, ``1941-2``: the second year in two digits, or in one."""
    first = match.spans["y"][0][0]
    second = match.spans["z"][0][0]
    tokens = match.tokens
    year, tail = match.number("y"), tokens.words[second]
    if len(tail) == 1 and int(tail) > year % 10:
        tail = f"{year % 100 // 10}{tail}"
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
    return list(core.ends) if match.has("x") and not follows_between(match) else core


def follows_between(match: Match) -> bool:
    """Whether the words stand after *between*, so that *and* joins the ends of a stretch."""
    before = match.tokens.classes[match.start - 1] if match.start else ""
    return before in (_CHARS["en.BETWEEN"], _CHARS["ru.BETWEEN"])


def build_month_small_year(match: Match) -> Core | None:
    """``August of 218``: a month of a year below a thousand (judged in `narrative`)."""
    number = match.number("y")
    classes = match.tokens.classes
    if number < 100 or (match.end < len(classes) and classes[match.end] in COUNT_CHARS):
        return None
    day = match.number("d") if match.has("d") else None
    return match.core("cSMALLYEAR", year=number, month=int(match.value("m")), day=day)


def build_season_small_year(match: Match) -> Core | None:
    """``the autumn of 48``: as `build_month_small_year`."""
    return _small(match, sub=int(match.value("s")))


def build_named_year(match: Match) -> Core | None:
    """``the year 395``: said to be a year, so no context is needed."""
    year = match.year()
    return match.core("cYEAR", year=year) if year is not None and match.value("u") == "Y" else None


def build_small_range(match: Match) -> Core | None:
    """``from 98 to 117``: years below a thousand without an era (judged in `narrative`)."""
    if min(match.number("y"), match.number("z")) < 1:
        return None
    core = _year_range(match, match.number("y"), match.number("z"))
    core.kind = "cSMALLYEAR"
    core.year = match.number("y")
    return core


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


SHAPES: dict[str, Builder] = {
    "year": build_year,
    "short_year": build_short_year,
    "small_year": build_small_year,
    "month_small_year": build_month_small_year,
    "season_small_year": build_season_small_year,
    "named_year": build_named_year,
    "small_range": build_small_range,
    "year_range": build_year_range,
    "era_range": build_era_range,
    "ru_year": build_ru_year,
    "ru_year_range": build_ru_year_range,
}
