"""Abbreviations with their full stop as one unit that reads as the word it stands for: ``Univ.``, ``Lt.-Col.``.

What a list says of a word then holds of its abbreviation, and the full stop ends no sentence. The abbreviations are
data (`abbreviations.toml`); the text is never changed: a unit keeps its place and only its lower-case reading is told.
"""

from pipelines.claims import lexicon
from pipelines.claims.prose.tokens import DATE, MARK, NAME, NUMBER, WORD, Unit


def join_abbreviations(units: list[Unit]) -> list[Unit]:
    """The units of a passage with abbreviations joined to their full stop; all others as they are."""
    out: list[Unit] = []
    for place, unit in enumerate(units):
        if unit.kind == MARK and unit.lower == "." and out:
            before = out[-1]
            if before.end == unit.start and before.kind in (WORD, NAME) and not before.stands_for:
                following = units[place + 1] if place + 1 < len(units) else None
                told = _read(before, following, out[-2] if len(out) > 1 else None)
                if told is not None:
                    out[-1] = Unit(told[0], before.start, unit.end, told[1], stands_for=True)
                    continue
        out.append(unit)
    return out


def _read(unit: Unit, following: Unit | None, before: Unit | None) -> tuple[int, str] | None:
    """The kind of an abbreviation and the word it stands for; null where it stands for none here."""
    opens = before is None or (before.kind == MARK and before.lower in ".;:—–")
    lower = unit.lower
    words: dict[str, str] = lexicon.load("abbreviations")["words"]
    if following is None:
        return (unit.kind, words[lower]) if lower in words else None
    if following.lower == ":":
        return None  # a label: "Ed.: Trinity College"
    if before is not None and before.lower == "," and unit.kind == WORD and following.kind == DATE:
        stated: dict[str, str] = lexicon.load("abbreviations")["openers"]
        if lower in stated and lower != "mar":
            return WORD, stated[lower]  # "EXETER COLL., matric. 14 Oct. 1830"
    if opens:
        openers: dict[str, str] = lexicon.load("abbreviations")["openers"]
        if lower in openers and (following.kind in (DATE, NUMBER) or (following.kind == WORD)):
            return unit.kind, openers[lower]
        letters: dict[str, str] = lexicon.load("abbreviations")["before_of"]
        if lower in letters and following.lower == "of" and unit.kind == NAME:
            return NAME, letters[lower]
    if unit.kind == WORD and following.kind == NAME and lower not in lexicon.words("abbreviations", "sure"):
        return None  # "he worked in the lab. Smith then": the end of a sentence as likely as not
    heads: dict[str, str] = lexicon.load("abbreviations")["before_for"]
    if lower in heads and following.lower in ("for", "to"):
        return unit.kind, heads[lower]
    if lower in words:
        return unit.kind, words[lower]
    if ".-" in lower:
        parts = lower.split(".-")
        if any(part in words for part in parts):
            return unit.kind, "-".join(words.get(part, part) for part in parts)
    return None
