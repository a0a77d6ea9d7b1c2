"""``Sergo Mikoyan, son of Anastas``: a word of kinship behind a name, said of the one named before it."""

from pipelines.claims.prose.kin_names import BETWEEN, INVERSE
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import BRACKET, NAME, WORD, Unit, index_of
from pipelines.claims.statement import Part, Span, Statement


def read_kin_of(discourse: Discourse, units: list[Unit], place: int, subtype: str) -> list[Statement]:
    """``Sergo Mikoyan, son of Anastas``: for the one before the comma, the other is the inverse."""
    at = place - 1
    while at >= 0 and units[at].kind == WORD and (units[at].lower in BETWEEN or units[at].lower in ("the", "a")):
        at -= 1
    if at < 1 or units[at].lower != "," or place + 2 >= len(units):
        return []
    named = (
        units[at - 1]
        if units[at - 1].kind == NAME
        else units[at - 2]
        if at >= 2 and units[at - 1].kind == BRACKET
        else None
    )
    if named is None or named.kind != NAME or _is_state_of_town(units, index_of(units, named)):
        return []
    other_at = place + 2
    while (
        other_at + 1 < len(units) and other_at - place < 6 and units[other_at].kind == WORD
        and units[other_at].lower not in ("and", "who", "of", "in", "his", "her", "their")
    ):  # fmt: skip
        other_at += 1
    if units[other_at].kind != NAME:
        return []
    if subtype == "child" and other_at > place + 3 and units[other_at - 1].lower in ("of", "in"):
        return []  # "a daughter of the emperor of Trebizond": he is not named
    one = discourse.resolve_name(named)
    before = index_of(units, named) - 1
    behind = units[before] if before >= 0 else None
    if one is None and behind is not None and behind.lower == "to" and units[before - 1].lower in ("married", "wed"):
        one = discourse.resolve_owner(named)  # "was married to Bahija, the daughter of"
    if one is None and behind is not None and behind.lower in ("married", "marry", "marrying", "wed", "and", "wife"):
        one = discourse.resolve_owner(named)  # "married Cicely, daughter of Arthur Hill", "son of Alan Roe and Cicely"
    other = discourse.resolve_name(units[other_at])
    if other is None and subtype == "child" and (other_at + 1 == len(units) or units[other_at + 1].kind != WORD):
        other = discourse.resolve_owner(units[other_at])  # "youngest daughter of Provost Kay"
    if one is None or other is None or other.span is None or one.span is None or one.name == other.name:
        return []
    text = discourse.text
    words = text[other.span.start : other.span.end]
    parts = (
        Part("trigger", Span(units[place].start, units[place].end)), *one.parts(text),
        Part("object", other.span, None, other.name if words != other.name else None),
    )  # fmt: skip
    quote = Span(one.span.start, other.span.end)
    made = [Statement("kinship", one.name, quote, parts, "prose.kin_of", 0.92, subtype=INVERSE[subtype])]
    if subtype == "child" and [unit.lower for unit in units[other_at + 1 : other_at + 3]] == ["and", "of"]:
        made += _mother(discourse, units, place, one, other_at + 3)
    return made


def _mother(discourse: Discourse, units: list[Unit], place: int, one: Who, at: int) -> list[Statement]:
    """``the third son of the surveyor Giacomo Lund and of Dolores Roe``: the second parent."""
    if at >= len(units) or units[at].kind != NAME:
        return []
    found = discourse.resolve_name(units[at])
    span = found.span if found is not None and found.span is not None else Span(units[at].start, units[at].end)
    words = discourse.text[span.start : span.end]
    name = found.name if found is not None and found.name != one.name else words
    parts = (
        Part("trigger", Span(units[place].start, units[place].end)), *one.shared().parts(discourse.text),
        Part("object", span, None, name if name != words else None),
    )  # fmt: skip
    quote = Span(units[place].start, span.end)
    return [Statement("kinship", one.name, quote, parts, "prose.kin_of", 0.9, subtype="parent")]


def _is_state_of_town(units: list[Unit], at: int) -> bool:
    """``born in Las Cruces, New Mexico, the daughter of``: what stands behind a town is no person."""
    if at < 3 or units[at - 1].lower != "," or units[at - 2].kind != NAME:
        return False
    return units[at - 3].lower in ("in", "at", "near", "from", "of")
