"""Names that something parts: ``the 61st (2nd Midland) Division``, ``the Workers' and Peasants' Party``."""

import re

from pipelines.claims import lexicon
from pipelines.claims.prose.tokens import BRACKET, DATE, MARK, NAME, WORD, Unit

_NUMBER = re.compile(r"\d+(?:st|nd|rd|th|d)|[ivxlc]+|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth")


def join_parted(units: list[Unit]) -> list[Unit]:
    """The units with such a name as one; other brackets and owners stay."""
    if not any(unit.kind == BRACKET or unit.lower in _APOSTROPHES or _is_counted(unit) for unit in units[:-1]):
        return units
    kept: list[Unit] = []
    place = 0
    while place < len(units):
        unit, behind = units[place], units[place + 1 : place + 3]
        if kept and behind and unit.kind == BRACKET and _parts_force(kept[-1], unit, behind[0]):
            kept[-1] = _joined([kept[-1], unit, behind[0]])
            place += 2
        elif kept and len(behind) == 2 and _owns_together(kept[-1], unit, behind):
            owned = kept[-1].lower + unit.lower
            kept[-1] = Unit(NAME, kept[-1].start, behind[1].end, f"{owned} and {behind[1].lower}")
            place += 3
        elif kept and len(behind) == 2 and _count_together(kept[-1], unit, units[place + 1 : place + 4]):
            numbers = [kept.pop()]
            while len(kept) > 1 and kept[-1].lower == "," and _is_counted(kept[-2]):
                numbers[:0] = [kept.pop(-2), kept.pop()]  # "the 11th, 12th and 13th Congresses"
            kept.append(_joined([_without_article(numbers[0]), *numbers[1:], unit, *behind]))
            place += 3
        else:
            kept.append(unit)
            place += 1
    return kept


def _joined(units: list[Unit]) -> Unit:
    return Unit(NAME, units[0].start, units[-1].end, " ".join(unit.lower for unit in units))


def _is_counted(unit: Unit) -> bool:
    if unit.kind not in (WORD, DATE):  # "the 16th" alone may be a day
        return False
    number = unit.lower.removeprefix("the ")
    return number[0].isdigit() and _NUMBER.fullmatch(number) is not None


def _without_article(unit: Unit) -> Unit:
    number = unit.lower.removeprefix("the ")
    return Unit(NAME, unit.end - len(number), unit.end, number)


def _count_together(first: Unit, link: Unit, behind: list[Unit]) -> bool:
    """``the 16th and 17th Congresses``: two numbers of one name in the plural."""
    if link.lower != "and" or not (_is_counted(first) and _is_counted(behind[0])):
        return False
    last = behind[1].lower.split()[-1]
    is_whose = len(behind) > 2 and behind[2].lower in ("'s", "’s")  # "the 5th and 6th National People's Congress"
    return behind[1].kind == NAME and (is_whose or last.endswith("s") or last in lexicon.words("heads", "party"))


_APOSTROPHES = ("'", "’")


def _owns_together(first: Unit, mark: Unit, behind: list[Unit]) -> bool:
    """Whether a second owner follows the apostrophe of the first."""
    if first.kind != NAME or mark.kind != MARK or mark.lower not in _APOSTROPHES or mark.start != first.end:
        return False
    return behind[0].lower == "and" and behind[1].kind == NAME and f"s{mark.lower} " in behind[1].lower


def _parts_force(number: Unit, bracket: Unit, named: Unit) -> bool:
    if (
        named.kind != NAME
        or not bracket.lower.startswith("(")
        or any(each.kind == DATE for each in bracket.inner or ())
    ):
        return False
    words = named.lower.split()
    is_force = any(word in lexicon.words("heads", "force") for word in (words[0], words[-1]))
    return is_force and _NUMBER.fullmatch(number.lower.split()[-1]) is not None
