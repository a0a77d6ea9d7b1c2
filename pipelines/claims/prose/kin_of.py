"""``Sergo Mikoyan, son of Anastas``: a word of kinship behind a name, said of the one named before it."""

from pipelines.claims.prose.kin_names import BETWEEN, INVERSE
from pipelines.claims.prose.kinds import is_head
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import BRACKET, DATE, MARK, NAME, WORD, Unit, index_of
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
    unnamed = unnamed_relative(units, place + 2)
    if unnamed is None and units[other_at].kind != NAME:
        return []
    one = discourse.resolve_name(named)
    before = index_of(units, named) - 1
    behind = units[before] if before >= 0 else None
    if one is None and behind is not None and behind.lower == "to" and units[before - 1].lower in ("married", "wed"):
        one = discourse.resolve_owner(named)  # "was married to Bahija, the daughter of"
    if one is None and behind is not None and behind.lower in ("married", "marry", "marrying", "wed", "and", "wife"):
        one = discourse.resolve_owner(named)  # "married Cicely, daughter of Arthur Hill", "son of Alan Roe and Cicely"
    if unnamed is not None:
        return of_unnamed(discourse, units[place], one, unnamed, subtype)
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


def unnamed_relative(units: list[Unit], begin: int) -> Span | None:
    """``the emperor of Trebizond`` · ``a Basel banker``: somebody told by what he was; null where a name follows."""
    if begin + 1 >= len(units) or units[begin].lower not in ("a", "an", "the"):
        return None
    end = begin + 1
    while end < len(units) and end - begin < 6 and units[end].kind in (WORD, NAME) and units[end].lower not in _ENDS:
        end += 1
    head = units[end - 1]
    is_calling = head.kind == WORD and any(is_head(head.lower, key) for key in ("job", "office", "occupation", "title"))
    if not is_calling or end == begin + 1:
        return None
    if end + 1 < len(units) and units[end].lower == "of" and units[end + 1].kind == NAME:
        end += 2
    following = units[end] if end < len(units) else None
    if following is not None and (following.kind not in (MARK, DATE, WORD) or following.lower in ("of", "'s", "’s")):
        return None
    behind = units[end + 1] if end + 1 < len(units) else None
    if following is not None and following.lower == "," and behind is not None and behind.kind == NAME:
        return None  # "the daughter of a banker, Karl Lund"
    return Span(units[begin + 1].start, units[end - 1].end)


_ENDS = {"of", "and", "who", "in", "at", "from", "by", "with", "was", "had", "whom", "whose"}


def of_unnamed(discourse: Discourse, trigger: Unit, one: Who | None, span: Span, subtype: str) -> list[Statement]:
    """What somebody told by what he was alone is to another, whose relative (of that subtype) the other is."""
    if one is None or one.span is None:
        return []
    parts = (Part("trigger", Span(trigger.start, trigger.end)), *one.parts(discourse.text), Part("object", span))
    quote = Span(one.span.start, span.end)
    return [Statement("kinship", one.name, quote, parts, "prose.kin_of_unnamed", 0.86, subtype=INVERSE[subtype])]


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
    """``born in Las Cruces, New Mexico, the daughter of``: a town, or what stands behind one, is no person."""
    article = at - 1 if at > 1 and units[at - 1].lower == "the" else at
    if article > 1 and units[article - 1].lower in ("in", "at", "near"):
        return True  # "born in Durango in the Basque Country, the son of"
    if at < 3 or units[at - 1].lower != "," or units[at - 2].kind != NAME:
        return False
    return units[at - 3].lower in ("in", "at", "near", "from", "of")
