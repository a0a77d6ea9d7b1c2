"""A stretch of a sentence that has a date and a noun and shares the verb before it: ``…, from 1942 colonel``.

Told by the units alone, so that neither phrases nor dates need to know who is spoken of.
"""

from pipelines.claims import lexicon
from pipelines.claims.prose.tokens import DATE, MARK, NAME, WORD, Unit
from pipelines.claims.prose.verbs import BASE, known_forms

_NO_FORM: frozenset[str] = frozenset()

_OPENING = {"from", "in", "since", "on", "between", "during", "by", "then", "later", "after"}


def opens_stretch(units: list[Unit], place: int) -> bool:
    """Whether a date opens a stretch of its own: after a comma or ``and``, right before a noun and no verb."""
    at = place - 1
    if at >= 0 and units[at].kind == WORD and units[at].lower in _OPENING:
        at -= 1
    elif at >= 0 and units[at].lower not in (",", "and", ";"):
        return False
    if at < 1 or units[at].lower not in (",", "and", ";"):
        return False
    if (
        units[at].lower == "and"
        and place + 2 < len(units)
        and units[place + 1].lower in ("from", "at", "to", "for", "by")
    ):
        return units[place + 2].kind == NAME or units[place + 2].lower in ("the", "a", "an")  # "and in 1936 from Leeds"
    lost = [unit.lower for unit in units[place + 1 : place + 3]]
    if units[at].lower == "and" and lost[:1] in (["the"], ["a"]) and lost[1:] in ([], ["."]):
        return True  # words were lost: "joined the Red Army, and in 1919 the ."
    begin = begin_of_stretch(units, place)
    return begin is not None and not _meets_verb(units, begin)


def begin_of_stretch(units: list[Unit], place: int) -> int | None:
    """Where the noun behind a date begins; null where something else stands there."""
    at = place + 1
    if [unit.lower for unit in units[at : at + 2]] in (["until", "his"], ["until", "her"]) and at + 2 < len(units):
        at += 3  # "and, from 1803 until his death, auxiliary bishop"
    if [unit.lower for unit in units[max(0, place - 3) : place - 1]] == ["and", ","] and units[at : at + 1]:
        at += units[at].lower == ","  # "and, from 1909, its director"
    while at < len(units) and units[at].kind == WORD and units[at].lower in ("as", "the", "a", "an", "also", "its"):
        at += 1
    if at >= len(units) or units[at].kind not in (WORD, NAME):
        return None
    lower = units[at].lower
    if units[at].kind == WORD and any(
        lower in lexicon.words("words", key) for key in ("prepositions", "connectors", "auxiliaries", "determiners")
    ):
        return None
    return None if lower in ("he", "she", "they", "it", "his", "her") else at


def _meets_verb(units: list[Unit], begin: int) -> bool:
    """Whether a verb stands in the stretch before its next mark or date: then it is a clause of its own."""
    for unit in units[begin : begin + 24]:
        if unit.kind in (MARK, DATE) or unit.lower in ("and", "who", "which"):
            return False
        if unit.kind == WORD and (
            unit.lower in lexicon.words("words", "auxiliaries") - {"to"}
            or known_forms().get(unit.lower, _NO_FORM) - {BASE}
        ):
            return True
    return False


def opening_of_next(units: list[Unit], verb: int, subject: tuple[int, int] | None, end: int) -> int:
    """``wrote a column, and on his death in 1904 she``: where what opens the next clause begins, else its end."""
    if subject is None:
        return end
    for at in range(subject[0] - 3, max(verb, subject[0] - 12), -1):
        if units[at].lower == ",":
            is_next = units[at + 1].lower in ("and", "but") and units[at + 2].lower in _OPENS_CLAUSE
            return min(end, at) if is_next and at > verb else end
    return end


_OPENS_CLAUSE = frozenset(
    ["on", "in", "after", "at", "following", "upon", "during", "by", "from", "since", "until", "before"]
)
"""Prepositions that open a clause before its subject."""
