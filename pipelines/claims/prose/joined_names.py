"""Names that ``and`` joins into one: ``Minister of Trade and Industry`` · ``the Academy of Arts and Sciences``.

What an office, a school or a body is of may be two things; a second office, body or person behind ``and`` is another.
"""

from pipelines.claims import lexicon
from pipelines.claims.prose.kinds import is_subject
from pipelines.claims.prose.people import gender_of
from pipelines.claims.prose.tokens import MARK, NAME, WORD, Unit

_FIELDS = frozenset(
    ["arts", "sciences", "letters", "crafts", "trade", "industry", "commerce", "engineering", "medicine", "technology"]
)
"""Second names that are heads of bodies elsewhere."""

_OF_TWO = frozenset(
    ["department", "faculty", "chair", "history", "museum", "school", "academy", "institute", "society", "board"]
)
"""Heads beside offices and titles whose ``of`` may name two things."""

_OTHERS = ("office", "body", "school", "award", "party", "rank", "job", "occupation", "membership", "allegiance")


def joins_names(units: list[Unit], begin: int, place: int, end: int) -> bool:
    """Whether the ``and`` at a place goes on with the name that begins at ``begin`` and holds an ``of``."""
    if place + 1 >= end:
        return False
    if units[place].lower == ",":
        return _goes_on(units, begin, place, end)
    if units[place].lower != "and":
        return False
    of = next((at for at in range(place - 1, begin, -1) if units[at].lower == "of" and units[at].kind == WORD), None)
    if of is None or place - of > 4 or place - of < 2:
        return False
    head = units[of - 1].lower.split()[-1].rstrip(".")
    if head in ("minister", "ministry") and units[place + 1].lower == "the":
        units, end = [*units[: place + 1], *units[place + 2 :]], end - 1  # "Minister of Justice and the Police"
        if place + 1 >= end:
            return False
    is_of_two = head in _OF_TWO or any(head in lexicon.words("heads", key) for key in ("office", "title", "body"))
    if not is_of_two or head in ("university", "friend", "member", "party"):
        return False
    first, second = units[place - 1], units[place + 1]
    are_subjects = first.kind == second.kind == WORD and is_subject(second.lower)
    if second.kind != NAME and not are_subjects:
        return False
    words = second.lower.split()
    is_other = any(words[-1] in lexicon.words("heads", key) for key in _OTHERS) and words[-1] not in _FIELDS
    if is_other or (gender_of(words[0]) is not None and len(words) > 1):
        return False
    following = units[place + 2] if place + 2 < len(units) else None
    if following is None or following.kind == MARK:
        return True
    if following.kind != WORD:
        return following.kind != NAME
    ends = lexicon.words("words", "prepositions") | lexicon.words("words", "connectors")
    return following.lower != "of" and (following.lower in ends or following.lower in ("was", "who", "until", "then"))


def _goes_on(units: list[Unit], begin: int, comma: int, end: int) -> bool:
    """``Minister of Labour, Health and Social Affairs``: the comma of a list whose last name ``and`` joins."""
    if comma + 3 >= end or units[comma + 1].kind != NAME or units[comma + 2].lower != "and":
        return False
    return units[comma - 1].kind == NAME and joins_names([*units[:comma], *units[comma + 2 :]], begin, comma, end - 2)
