"""Forces whose number and name a bracket parts: ``the 61st (2nd South Midland) Division`` is one name."""

import re

from pipelines.claims import lexicon
from pipelines.claims.prose.tokens import BRACKET, DATE, NAME, Unit

_NUMBER = re.compile(r"\d+(?:st|nd|rd|th|d)|[ivxlc]+|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth")


def join_forces(units: list[Unit]) -> list[Unit]:
    """The units with number, bracket and name of a force as one name; other brackets stay."""
    if not any(unit.kind == BRACKET for unit in units[1:-1]):
        return units
    kept: list[Unit] = []
    place = 0
    while place < len(units):
        unit = units[place]
        if kept and unit.kind == BRACKET and place + 1 < len(units) and _parts_force(kept[-1], unit, units[place + 1]):
            number, named = kept.pop(), units[place + 1]
            kept.append(Unit(NAME, number.start, named.end, f"{number.lower} {unit.lower} {named.lower}"))
            place += 2
            continue
        kept.append(unit)
        place += 1
    return kept


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
