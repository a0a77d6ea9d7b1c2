"""``Sergo Mikoyan, son of Anastas``: a word of kinship behind a name, said of the one named before it."""

from pipelines.claims.prose.kin_names import BETWEEN, INVERSE
from pipelines.claims.prose.subjects import Discourse
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
    if one is None and behind is not None and behind.lower in ("married", "marry", "marrying", "wed"):
        one = discourse.resolve_owner(named)  # "married Cicely, daughter of Arthur Hill"
    other = discourse.resolve_name(units[other_at])
    if one is None or other is None or other.span is None or one.span is None or one.name == other.name:
        return []
    text = discourse.text
    words = text[other.span.start : other.span.end]
    parts = (
        Part("trigger", Span(units[place].start, units[place].end)), *one.parts(text),
        Part("object", other.span, None, other.name if words != other.name else None),
    )  # fmt: skip
    quote = Span(one.span.start, other.span.end)
    return [Statement("kinship", one.name, quote, parts, "prose.kin_of", 0.92, subtype=INVERSE[subtype])]


def _is_state_of_town(units: list[Unit], at: int) -> bool:
    """``born in Las Cruces, New Mexico, the daughter of``: what stands behind a town is no person."""
    if at < 3 or units[at - 1].lower != "," or units[at - 2].kind != NAME:
        return False
    return units[at - 3].lower in ("in", "at", "near", "from", "of")
