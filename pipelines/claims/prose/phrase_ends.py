"""Where a noun phrase ends before its words do, told by the units alone."""

from pipelines.claims.prose.tokens import NAME, WORD, Unit
from pipelines.claims.prose.verbs import is_adverb


def compares_ages(units: list[Unit], at: int) -> bool:
    """``a printer sixteen years her senior``: a length of time between two births."""
    behind = [unit.lower for unit in units[at + 1 : at + 3]]
    return behind[:1] in (["older"], ["younger"]) or behind[1:] in (["senior"], ["junior"])


def ends_early(slot: str, units: list[Unit], at: int, last: int) -> bool:
    """Whether a name is complete and other words follow: ``by King Otto consul``, ``in Leipzig a treatise``."""
    following = units[at + 1].lower if last - at > 1 and units[at].kind == NAME else "of"
    if slot in ("in", "at"):
        return following in ("a", "an", "the", "his", "her") and last - at > 2
    return slot == "by" and units[at + 1 : at + 2] != [] and units[at + 1].kind == WORD and following not in (
        "'s", "’s", "of", "and",
    )  # fmt: skip


def names_grade(units: list[Unit], place: int) -> bool:
    """``Medal with Purple Ribbon`` · ``Grand Cross with Swords``: what is given with a decoration is in its name."""
    behind = units[place + 1] if place + 1 < len(units) else None
    return behind is not None and behind.kind == NAME and behind.lower.split()[-1] in _GRADES


_GRADES = frozenset(["ribbon", "rosette", "swords", "diamonds", "star", "leaves", "collar", "crown", "sash", "rays"])
"""Last words of what decorations are given with."""


def closes_aside(units: list[Unit], start: int, comma: int) -> bool:
    """``married, on 3 June 1863, at Simla, Emily Lund``: whether the comma ends what one opened behind the verb."""
    if (
        units[start].lower != ","
        or units[start - 1].lower not in ("married", "marries", "wed")
        or comma + 2 >= len(units)
        or units[comma + 1].kind != NAME
    ):
        return False
    return [units[comma + 2].lower, *(unit.kind for unit in units[comma + 3 : comma + 4])] != [",", NAME]


def ends_name(units: list[Unit], place: int) -> bool:
    """Whether an adverb right behind a name ends it: ``joined the Marsh Union shortly after``."""
    is_behind = place > 0 and units[place - 1].kind == NAME
    return is_behind and (is_adverb(units[place].lower) or units[place].lower == "rather")
