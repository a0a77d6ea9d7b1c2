"""Offices beside a name: ``X, vicar of Clun`` · ``the former head of the Bank, X`` · ``Y (Mayor of Bergen)``."""

from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.kinds import Phrase, head_of, is_head, is_office
from pipelines.claims.prose.offices import body_of_membership, office_parts
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.terms import close_term, parts_of
from pipelines.claims.prose.tokens import BRACKET, DATE, MARK, NAME, WORD, Unit
from pipelines.claims.prose.verbs import PAST, known_forms
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.when import Dated

_TIMES = {
    "still",
    "later",
    "then",
    "sometime",
    "formerly",
    "former",
    "afterwards",
    "late",
    "future",
    "now",
    "previously",
}
_ARTICLES = {"the", "a", "an"}
_AT_THAT_TIME = {("at", "that", "time"), ("at", "the", "time"), ("by", "that", "time"), ("by", "this", "time")}
_STOPS = {
    "who", "whom", "whose", "which", "and", "was", "were", "had", "has", "is", "by", "with", "from", "since", "between",
    "until", "that", "on", "as", "when", "while", "after", "before", "but", "or", "during", "under", "alongside",
}  # fmt: skip
_LONGEST = 14
"""Units an office beside a name may have, so that reading stays linear."""


def read_offices_beside(discourse: Discourse, units: list[Unit], offset: int) -> list[Statement]:
    """The offices and memberships that stand in apposition to a name, before or behind it, or in its bracket."""
    made: list[Statement] = []
    for place, unit in enumerate(units):
        if unit.kind != NAME:
            continue
        titled = _titled(units, place)
        if titled is not None:
            made.extend(_title_statement(discourse, unit, titled))
            continue
        found = _in_bracket(units, place) or _behind(units, place) or _before(units, place)
        if found is None:
            continue
        phrase, until = found
        is_bare = len(phrase.units) <= 2 and all(each.kind == WORD for each in phrase.units)
        who = discourse.resolve_owner(unit) if is_bare else discourse.resolve_name(unit)
        if who is None or who.span is None or (len(who.name.split()) < 2 and who.person is None and not is_bare):
            continue
        made.append(_statement(discourse.text, units, who, phrase, until, offset))
    return made


def _titled(units: list[Unit], place: int) -> Unit | None:
    """The body or prison in ``Politburo member X`` · ``Gulag survivor X``: a name and one word before the person's."""
    if place < 2 or units[place - 1].kind != WORD or units[place - 2].kind != NAME:
        return None
    if units[place - 1].lower not in ("member", "survivor"):
        return None
    key = "party" if units[place - 1].lower == "member" else "prison"
    return units[place - 2] if is_head(units[place - 2].lower.split()[-1], key) else None


def _title_statement(discourse: Discourse, unit: Unit, body: Unit) -> list[Statement]:
    who = discourse.resolve_name(unit)
    if who is None or who.span is None or (who.person is None and len(who.name.split()) < 2):
        return []
    is_member = is_head(body.lower.split()[-1], "party")
    parts = (*who.parts(discourse.text), Part("object", Span(body.start, body.end)))
    quote = Span(body.start, who.span.end)
    event, subtype = ("membership", "member") if is_member else ("imprisonment", None)
    return [Statement(event, who.name, quote, parts, "prose.titled", 0.86, subtype=subtype)]


def _phrase(units: list[Unit]) -> Phrase | None:
    """The office or membership these units name in full: with a body or a name, so that it is somebody's."""
    kept = list(units)
    while kept and kept[0].kind == WORD and kept[0].lower in _ARTICLES | _TIMES:
        kept = kept[1:]
    if kept and kept[0].kind == WORD and (PAST in known_forms().get(kept[0].lower, ()) or kept[0].lower in _OPENS):
        return None  # "Carl Johan, became bishop": a clause
    if not kept or len(kept) > _LONGEST or any(unit.kind in (MARK, BRACKET, DATE) for unit in kept):
        return None
    if kept[-1].kind == WORD and kept[-1].lower in ("of", "the", "for", "in", "at", "to"):
        return None
    phrase = Phrase(kept, Span(kept[0].start, kept[-1].end), head_of(kept))
    is_full = len(kept) > 1 and (any(unit.lower == "of" for unit in kept) or any(unit.kind == NAME for unit in kept))
    return phrase if is_full and (is_office(phrase) or fits(phrase, "membership")) else None


_OPENS = {"where", "when", "whose", "who", "which", "whom", "is", "are"}


def _bare_office(units: list[Unit], begin: int, end: int) -> Phrase | None:
    """``the metropolitan Niketas`` · ``the megas doux Leo Gabras``: a dignity nobody has as a calling."""
    kept = [unit for unit in units[begin:end] if unit.lower not in _TIMES]
    if not 1 <= len(kept) <= 2 or any(
        unit.kind != WORD or unit.lower in ("of", "to", "for", "at", "in", "on") for unit in kept
    ):
        return None
    phrase = Phrase(kept, Span(kept[0].start, kept[-1].end), head_of(kept))
    is_calling = any(is_head(phrase.head, key) for key in ("job", "occupation", "rank"))
    return phrase if is_head(phrase.head, "office") and not is_calling and phrase.head not in _VAGUE else None


_VAGUE = {"leader", "head", "chief", "master", "agent", "factor", "guardian", "novice", "page", "assistant", "resident"}


def _in_bracket(units: list[Unit], place: int) -> tuple[Phrase, int] | None:
    if place + 1 >= len(units) or units[place + 1].kind != BRACKET:
        return None
    inner = units[place + 1].inner or []
    phrase = _phrase(inner) if len(inner) > 2 else None
    return (phrase, place + 1) if phrase is not None else None


def _behind(units: list[Unit], place: int) -> tuple[Phrase, int] | None:
    """After a comma, up to the next mark, date or verb."""
    at = place + 1
    if at < len(units) and units[at].kind == BRACKET:
        at += 1
    if at + 2 >= len(units) or units[at].lower != ",":
        return None
    begin = at + 4 if tuple(unit.lower for unit in units[at + 1 : at + 4]) in _AT_THAT_TIME else at + 1
    end = begin
    while end < len(units) and end - at < _LONGEST + 3:
        unit = units[end]
        if unit.kind in (MARK, BRACKET, DATE) or (unit.kind == WORD and unit.lower in _STOPS):
            break
        end += 1
    closes = end >= len(units) or units[end].kind in (MARK, BRACKET) or units[end].lower in _STOPS
    if not closes:
        return None
    if end < len(units) and units[end].lower in ("was", "were", "had", "has", "is"):
        return None
    phrase = _phrase(units[begin:end])
    return (phrase, end) if phrase is not None else None


def _before(units: list[Unit], place: int) -> tuple[Phrase, int] | None:
    """Before the name: ``the second secretary of the city committee X`` · ``the former head of the Bank, X``."""
    at = place - 1
    has_comma = at >= 0 and units[at].lower == ","
    if has_comma:
        at -= 1
        after = units[place + 1] if place + 1 < len(units) else None
        if after is not None and after.kind not in (MARK, BRACKET):
            return None
    end = at + 1
    steps = 0
    while at >= 0 and steps < _LONGEST:
        unit = units[at]
        if unit.kind not in (WORD, NAME) or (unit.kind == WORD and unit.lower in _STOPS):
            break
        if unit.kind == WORD and unit.lower == "the" and not (at > 0 and units[at - 1].lower == "of"):
            if at > 0 and units[at - 1].lower in ("as", "in", "for", "to") and not has_comma:
                break
            phrase = _phrase(units[at:end]) or (_bare_office(units, at + 1, end) if not has_comma else None)
            return (phrase, place) if phrase is not None else None
        at -= 1
        steps += 1
    return None


def _statement(text: str, units: list[Unit], who: Who, phrase: Phrase, until: int, offset: int) -> Statement:
    assert who.span is not None
    event, subtype, span = "tenure", None, phrase.span
    extra: tuple[Part, ...] = ()
    if fits(phrase, "membership"):
        event, subtype, span = "membership", "member", body_of_membership(text, span)
    else:
        extra = office_parts(text, span)
    dated: Dated | None = None
    rests_on: tuple[Dated, ...] = ()
    for unit in units[until : until + 2]:
        if unit.kind == DATE and unit.dated is not None and units[until].lower in ("since", "from", "between"):
            dated, rests_on = close_term(units, unit)
    parts = (*who.parts(text), Part("object", span), *extra, *parts_of(rests_on, offset))
    spans = [who.span, span, *(each.span for each in rests_on)]
    quote = Span(min(each.start for each in spans), max(each.end for each in spans))
    return Statement(
        event, who.name, quote, parts, "prose.office_beside", 0.86, subtype=subtype,
        when=dated.when if dated is not None else None,
    )  # fmt: skip
