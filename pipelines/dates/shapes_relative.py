"""What the shapes of shifts, hours, ages, lengths and repetitions build. Other shapes stand beside this file.

A shift says how far from what was read before a date lies; which date that is, `narrative` decides.
"""

from pipelines.dates.cores import Builder, Core, Match
from pipelines.dates.shapes_parts import PART_CODES, part_of
from pipelines.dates.wording import WORDING

_CHARS = WORDING.class_chars


def _direction(match: Match) -> int:
    return 1 if match.has("r") else -1 if match.has("b") else 0


def build_relative(match: Match) -> Core | None:
    """``that year``, ``the following month``, ``late the next year``: 0, 1 or -1 units from what was read."""
    unit = str(match.value("u"))
    if unit.startswith("T") or unit in ("2W", "1000Y") or (unit in ("D", "WE") and "throughout" in match.rule):
        return None
    part = part_of(match)
    sub = PART_CODES[part] if part is not None and unit == "Y" else None
    return match.core("cRELATIVE", shift=_direction(match), unit=unit, sub=sub, part=part)


def _quantity(match: Match) -> tuple[int | None, bool]:
    """The number of units and whether a half is added; null where the words leave the number open."""
    if match.has("n"):
        start, end = match.spans["n"][0]
        classes = match.tokens.classes
        if end < len(classes) and classes[end] == _CHARS["en.AND"]:
            return match.number("n"), True
        if classes[start] == _CHARS["en.A"] and end - start == 1:
            return 1, False
        number = match.number("n")
        return (number, False) if number > 0 else (None, False)
    return None, False


_SINGLE = frozenset(_CHARS[name] for name in ("ru.UNIT", "ru.YEARWORD"))


def _is_half(match: Match) -> bool:
    return match.has("q") and match.char("q") == _CHARS["en.HALF"]


def build_shift(match: Match) -> Core | None:
    """``two years later``, ``a week earlier``, ``years later``; *ago* counts from the writing, which is not known."""
    unit = str(match.value("u"))
    if unit.startswith("T") or unit == "WE" or unit[:-1] not in ("", "2", "6", "10", "100"):
        return match.core("cVAGUE") if not match.has("a") else None
    number, has_half = _quantity(match)
    if match.char("u") in _SINGLE and not match.has("n") and not match.has("q"):
        number = 1  # "год спустя"
    if match.has("a") or number is None or _is_half(match):
        return match.core("cVAGUE")
    factor, letter = int(unit[:-1] or 1), unit[-1]
    sign = 1 if match.has("r") else -1
    if has_half and letter == "Y":
        return match.core("cRELATIVE", shift=sign * (number * 12 + 6), unit="M", is_approximate=True)
    approximate = letter == "W" or letter == "M"
    return match.core(
        "cRELATIVE", shift=sign * number * factor, unit="N" + letter, is_approximate=approximate and letter == "W"
    )


def build_day_after(match: Match) -> Core | None:
    """``the day after``, ``the year before``, at the end of a clause."""
    unit = str(match.value("u"))
    if unit not in ("D", "W", "M", "Y"):
        return None
    return match.core("cRELATIVE", shift=_direction(match), unit=unit)


def build_daypart(match: Match) -> Core:
    """``that night``, ``the next morning``: the day, or the day after; the hour is not kept."""
    return match.core("cRELATIVE", shift=_direction(match), unit="D", part="daypart")


def build_month_shift(match: Match) -> Core:
    """``the following June``, ``last March``."""
    return match.core("cMONTHALONE", month=int(match.value("m")), shift=_direction(match))


def build_weekday(match: Match) -> Core | None:
    """A day of the week alone; from context the nearest one that follows. Not in a name (``the Sunday Times``)."""
    if (match.is_named() and match.follows("en.THE")) or match.follows("CAPWORD"):
        return None
    return match.core("cWEEKDAY", weekday=int(match.value("w")), shift=_direction(match))


def build_birthday(match: Match) -> Core | None:
    """``his 20th birthday``: a day once the birth is known."""
    return match.core("cAGE", shift=match.number("o"), unit="birthday")


def build_age(match: Match) -> Core | None:
    """``aged 41``, ``at age 17``: a year of life once the birth is known, else a length."""
    _, end = match.spans["n"][0]
    number = match.number("n")
    if not 0 < number <= 120:
        return None
    match.end = end
    if match.tokens.classes[match.start] == _CHARS["en.AT"]:
        match.start += 1
    return match.core("cAGE", shift=number, unit="age", duration=f"P{number}Y")


def build_clock(match: Match) -> Core | None:
    """``4:30 a.m.``, ``at 10 o'clock``, ``dawn``: an hour of a day; only the day is kept."""
    if match.has("x") and match.is_named(match.spans["x"][0][0]):
        return None  # "the Night of the Long Knives"
    return match.core("cTIME")


def build_military_clock(match: Match) -> Core | None:
    """``0430 hours``."""
    token = match.tokens.words[match.start]
    if match.value("u") != "TH" or len(token) != 4 or not (token.isascii() and token.isdigit()):
        return None
    return match.core("cTIME") if int(token[:2]) <= 24 and int(token[2:]) <= 59 else None


def build_early_hours(match: Match) -> Core | None:
    """``the early hours``, ``the early morning hours``."""
    return match.core("cTIME") if match.value("u") == "TH" else None


def build_overday(match: Match) -> Core:
    """``overnight``, ``tomorrow``: counted from the day read last; too loose to date a claim by."""
    return match.core("cVAGUE")


def build_vague(match: Match) -> Core:
    """``now``, ``at that time``, ``recent years``: time words without a date."""
    return match.core("cVAGUE")


def to_duration(number: int | None, unit: str, *, has_half: bool = False, is_half: bool = False) -> str:
    """A length in ISO 8601; ``X`` where its number is open."""
    time = "T" if unit.startswith("T") else ""
    letter = unit[-1]
    factor = int("".join(filter(str.isdigit, unit)) or 1)
    if unit == "WE":
        return f"P{number or 'X'}WE" if number is None else f"P{2 * number}D"
    if is_half:
        halves = {"10Y": "P5Y", "100Y": "P50Y", "1000Y": "P500Y", "Y": "P6M", "TH": "PT30M", "M": "P15D", "D": "PT12H"}
        return halves.get(unit, f"P{time}X{letter}")
    if number is None:
        return f"P{time}X{letter}" if factor == 1 else f"PXX{'0' if factor == 10 else '00'}Y" if factor > 2 else "PXW"
    if has_half and letter == "Y":
        months = 6 * factor
        return f"P{number * factor}Y{months}M" if months < 12 else f"P{number * factor + months // 12}Y"
    if has_half and unit == "M":
        return f"P{number}M15D"
    if has_half:
        return f"P{time}{number}.5{letter}"
    return f"P{time}{number * factor}{letter}"


def build_duration(match: Match) -> Core | None:
    """``over 15 years``, ``an 872-day siege``, ``several months``, ``half a century``."""
    unit = str(match.value("u"))
    if match.tokens.words[match.spans["u"][0][0]][0].isupper():
        return None  # "the Six-Day War", "the Five-Year Plan"
    number, has_half = _quantity(match)
    if unit == "WE" and number is None:
        return None
    if unit == "D" and match.has("n") and match.char("n") == _CHARS["en.ONE"]:
        return None  # "one day he left": a narrator's day, no length
    if not match.has("n") and not match.has("q"):
        number, has_half = 1, True
    if match.has("n") and match.char("n") in _ARTICLES and unit in ("TM", "TS"):
        return None
    return match.core("cDURATION", duration=to_duration(number, unit, has_half=has_half, is_half=_is_half(match)))


_ARTICLES = (_CHARS["en.A"],)


def build_every(match: Match) -> Core | None:
    """``every year``, ``every two weeks``, ``each Monday``, ``twice a month``."""
    if match.has("w"):
        period = "P1W"
    elif match.has("x"):
        period = "P1D"
    elif match.has("s") or match.has("m"):
        period = "P1Y"
    else:
        number = match.number("n") if match.has("n") else match.number("o") if match.has("o") else 1
        period = to_duration(max(number, 1), str(match.value("u")))
    return match.core("cREPEATED", duration=period)


def build_periodic(match: Match) -> Core | None:
    """``annual``, ``daily``; not in a name (``the Daily Telegraph``)."""
    if match.is_named(match.start) and match.is_named():
        return None
    return match.core("cREPEATED", duration=str(match.value("t")))


SHAPES: dict[str, Builder] = {
    "relative": build_relative,
    "shift": build_shift,
    "day_after": build_day_after,
    "daypart": build_daypart,
    "month_shift": build_month_shift,
    "weekday": build_weekday,
    "birthday": build_birthday,
    "age": build_age,
    "clock": build_clock,
    "military_clock": build_military_clock,
    "early_hours": build_early_hours,
    "overday": build_overday,
    "vague": build_vague,
    "duration": build_duration,
    "every": build_every,
    "periodic": build_periodic,
}
