"""Where somebody comes from: ``born into a peasant family`` · ``from an old noble family`` · ``of Swedish descent``."""

from pipelines.claims.prose.subjects import Who
from pipelines.claims.prose.tokens import NAME, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement

_DESCENT = {"birth", "descent", "origins", "origin", "ancestry", "extraction", "parentage", "stock"}
_KINDS_OF_BIRTH = {"noble", "humble", "illegitimate", "low", "high", "peasant", "gentle", "royal", "obscure"}
_FAMILIES = {"family", "clan", "dynasty", "household"}
_OPENS = {"a", "an", "the"}
_CAME = {"born", "came", "comes", "come", "hailed", "sprang", "descended", "raised", "belonged", "scion"}
ORIGINS = frozenset(_FAMILIES | _DESCENT)
"""Words without which a sentence tells of no origin."""

_LONGEST = 7
"""Units from the article to the word for a family."""


def read_origins(text: str, units: list[Unit], who: list[Who]) -> list[Statement]:
    """The family or descent a sentence gives its subject; nothing where it has none or several."""
    if len(who) != 1:
        return []
    made: list[Statement] = []
    for place, unit in enumerate(units):
        if unit.kind != WORD:
            continue
        if unit.lower in _FAMILIES:
            span = _family(units, place)
        elif unit.lower in _DESCENT:
            span = _descent(units, place)
        else:
            continue
        if span is None:
            continue
        words = units[place - 1]
        is_people = unit.lower in _DESCENT or (words.kind == NAME and units[place - 2].lower in _OPENS)
        parts = (Part("trigger", Span(unit.start, unit.end)), *who[0].shared().parts(text), Part("object", span))
        made.append(
            Statement(
                "attribute", who[0].name, span, parts, "prose.origin", round(0.86 + who[0].sure, 3),
                subtype="ethnicity" if is_people else "class",
            )
        )  # fmt: skip
    return made


def _family(units: list[Unit], place: int) -> Span | None:
    """``into a working-class family`` · ``to the family of a miner``; null where it is somebody's own family."""
    at = place - 1
    while at >= 0 and place - at < _LONGEST and units[at].lower not in _OPENS:
        if units[at].kind not in (WORD, NAME) and units[at].lower not in ("-", ","):
            return None
        at -= 1
    if at < 1 or units[at].lower not in _OPENS or units[at - 1].lower not in ("into", "to", "in", "from", "of"):
        return None
    before = {unit.lower for unit in units[max(0, at - 5) : at]}
    if not (before & _CAME or (units[at - 1].lower == "into" and any(u.lower == "born" for u in units[:at]))):
        return None
    end = place
    behind = [unit.lower for unit in units[place + 1 : place + 3]]
    if behind[:1] == ["of"]:
        end = _end_of_kind(units, place)
    if at + 1 == place and end == place:
        return None
    return Span(units[at + 1].start, units[end].end)


def _end_of_kind(units: list[Unit], place: int) -> int:
    """Where ``of village headmen`` ends; the family's own word where a name or nothing follows."""
    at = place + 2
    while at < len(units) and units[at].lower in _OPENS:
        at += 1
    end = place
    while at < len(units) and at - place < 6 and units[at].kind in (WORD, NAME):
        if units[at].lower in ("in", "at", "who", "and", "near", "from", "on", "that", "with"):
            break
        end = at
        at += 1
    return end if end > place and units[end].kind == WORD else place


def _descent(units: list[Unit], place: int) -> Span | None:
    """``of Swedish descent`` · ``of humble origin``."""
    at = place - 1
    while at >= 0 and place - at < 5 and units[at].lower != "of":
        if units[at].kind not in (WORD, NAME) and units[at].lower != "-":
            return None
        if units[at].lower in ("the", "his", "her", "its", "their", "this"):
            return None
        at -= 1
    if at < 0 or units[at].lower != "of" or at + 1 == place:
        return None
    if units[place].lower == "birth" and units[place - 1].lower not in _KINDS_OF_BIRTH:
        return None
    return Span(units[at + 1].start, units[place].end)
