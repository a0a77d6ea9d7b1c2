"""What the shapes of seasons, parts of years, decades and centuries build. Other shapes stand beside this file.

One function a shape, named in the grammars. No words of a language are named here.
"""

from pipelines.dates.cores import AND_CHARS, OR_CHARS, Builder, Core, Match, number_of, to_date
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
    if match.char("x") in AND_CHARS:
        return [first, second]
    return match.core("cRANGE", ends=(first, second), joined="or" if match.char("x") in OR_CHARS else "to")


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


def build_decade_of_century(match: Match) -> Core | None:
    """``20-х годах XX века``: the decade in a named century."""
    value = number_of_decade(match) if match.char("k") in _DECADE_NUMBERS else int(match.value("k"))
    century = match.number("o")
    if value % 10 or not 10 <= value <= 90 or not 1 <= century <= 21:
        return None
    return match.core("cDECADE", decade=100 * (century - 1) + value, part=part_of(match))


def build_ru_season(match: Match) -> Core | None:
    """``осенью``: a season that says when by its form, or before *of that year*."""
    is_adverb = match.word("s") in WORDING.wordlists["ru.season_adverbs"]
    return match.core("cSEASONALONE", sub=int(match.value("s")), shift=0) if is_adverb else None


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
        if size not in (1, 2, 4) or (abs(year) + 1) % 10**size != int(tail) % 10**size:
            match.end = match.spans["y"][0][1]
    return match.core("cSEASON", year=year, sub=season)


def build_season_range(match: Match) -> Core | list[Core] | None:
    """``spring and summer 1942``, ``summer–autumn 1942``."""
    year = match.year()
    (_, a_end), (b_start, _) = match.spans["s"]
    first = Core("cSEASON", match.start, a_end, match.rule, year=year, sub=int(match.value("s", 0)))
    second = Core("cSEASON", b_start, match.end, match.rule, year=year, sub=int(match.value("s", 1)))
    return match.core("cRANGE", ends=(first, second), joined="to", year=year) if match.has("x") else [first, second]


def build_season_alone(match: Match) -> Core | None:
    """``that winter``, ``the following spring``, ``the summer``: the year comes from context."""
    if match.is_named() and match.tokens.classes[match.start] == _CHARS["en.THE"]:
        return None  # "the Summer Palace"
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


def build_ru_century(match: Match) -> Core | None:
    """``XIX в.``."""
    number = match.number("o")
    return match.core("cCENTURY", century=-number if match.is_bc() else number) if 1 <= number <= 21 else None


SHAPES: dict[str, Builder] = {
    "century": build_century,
    "century_pair": build_century_pair,
    "century_turn": build_century_turn,
    "decade": build_decade,
    "decade_of_century": build_decade_of_century,
    "ru_season": build_ru_season,
    "season": build_season,
    "season_range": build_season_range,
    "season_alone": build_season_alone,
    "half": build_half,
    "half_relative": build_half_relative,
    "part": build_part,
    "ru_century": build_ru_century,
}
