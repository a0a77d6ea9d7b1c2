"""Further places, schools and dates that share a verb said before, each by its preposition or ``again``.

``director of the Museum from 1901 to 1905 and of the Library from 1905 to 1910`` · ``fined in 1831 and again in 1832``
· ``ambassador to France (1920–24), Italy (1924–28)`` · ``was born in 1781 and their son Ilya two years later``.
"""

from dataclasses import replace

from pipelines.claims import lexicon
from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.kinds import Phrase, head_of, is_award
from pipelines.claims.prose.places import is_place_like
from pipelines.claims.prose.subjects import Discourse
from pipelines.claims.prose.tokens import BRACKET, DATE, MARK, NAME, WORD, Unit
from pipelines.claims.prose.verbs import known_forms
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.when import Dated

_SHARED = frozenset(["tenure", "appointment", "education", "residence", "employment"])
_AGAIN = frozenset(["tenure", "sentence", "arrest", "imprisonment", "trial", "exile"])
_BORN = frozenset(["birth", "death"])
_PREPOSITIONS = {"in", "at", "of", "for", "to", "from"}
_REACH = 10


def read_resumed(discourse: Discourse, units: list[Unit], statements: list[Statement], offset: int) -> list[Statement]:
    """One statement for each further member of a list that a dated statement of this sentence opens."""
    dates = {unit.start: place for place, unit in enumerate(units) if unit.kind == DATE}
    if len(dates) < 2 and not any(unit.kind == BRACKET for unit in units):
        return []
    for at, unit in enumerate(units):
        for inner in unit.inner or () if unit.kind == BRACKET else ():
            if inner.kind == DATE:
                dates.setdefault(inner.start, at)
    made: list[Statement] = []
    taken = {part.span.start for each in statements for part in each.parts if part.part == "date" and part.span}
    queue = list(statements)
    for statement in queue:  # which grows: a list goes on from its last member
        date = statement.first("date")
        if statement.modality != "asserted" or date is None or date.span is None:
            continue
        place = dates.get(date.span.start)
        if place is None:
            continue
        found = None
        if statement.event_type in _BORN:
            found = _next_born(discourse, units, place, statement, offset)
        elif statement.event_type == "award":
            found = _next_award(discourse.text, units, place, statement, offset)
        elif statement.event_type in _SHARED | _AGAIN:
            found = _next_place(discourse.text, units, place, statement, offset)
            found = found or _next_name(discourse.text, units, place, statement, offset)
        if found is not None:
            told = found.first("date")
            if told is not None and told.span is not None and told.span.start not in taken:
                taken.add(told.span.start)
                made.append(found)
                queue.append(found)
    return made


def _dated_from(units: list[Unit], at: int) -> tuple[int, Dated] | None:
    """The date that stands at a place, its preposition passed over, or in a bracket there."""
    if at < len(units) and units[at].kind == WORD and units[at].lower in ("in", "from", "on", "during", "until"):
        at += 1
    if at >= len(units):
        return None
    unit = units[at]
    if unit.kind == BRACKET and unit.inner and unit.inner[0].kind == DATE:
        unit = unit.inner[0]
    return (at, unit.dated) if unit.kind == DATE and unit.dated is not None else None


def _next_place(text: str, units: list[Unit], place: int, before: Statement, offset: int) -> Statement | None:
    at = place + 1
    if at < len(units) and units[at].lower == ",":
        at += 1
    is_listed = at == place + 2 and at < len(units) and units[at].lower == "of"  # "of Aleppo in 1858, of Baghdad in"
    if at >= len(units) or (units[at].lower not in ("and", "then") and not is_listed):
        return None
    at += not is_listed
    again = False
    while at < len(units) and units[at].lower in ("again", "then", "later", "afterwards", "finally", "also"):
        again = again or units[at].lower == "again"
        at += 1
    if again and before.event_type in _AGAIN:
        found = _dated_from(units, at)
        if found is not None:
            return _statement(before, found[1], (), Span(found[1].span.start, found[1].span.end), offset, None)
    if before.event_type not in _SHARED or at + 2 >= len(units) or units[at].lower not in _PREPOSITIONS:
        return None
    preposition = units[at]
    begin = at + 1
    while begin < len(units) and units[begin].lower in ("the", "a", "an", "his", "her", "its"):
        begin += 1
    end = begin
    while end < min(len(units), begin + _REACH) and (
        units[end].kind == NAME or units[end].lower in ("of", "the", "for", "province", "district", "region", "county")
    ):
        end += 1
    found = _dated_from(units, end) if end > begin and units[begin].kind == NAME else None
    if found is None:
        return None
    phrase = _to_phrase(units[begin:end])
    span = phrase.span
    held = before.first("object")
    quote = Span(preposition.start, found[1].span.end)
    if before.event_type == "education":
        return (
            _statement(before, found[1], (Part("object", span),), quote, offset, None)
            if fits(phrase, "school")
            else None
        )
    if before.event_type == "residence":
        return (
            _statement(before, found[1], (Part("place", span),), quote, offset, None) if is_place_like(phrase) else None
        )
    if before.event_type == "employment":
        return (
            _statement(before, found[1], (Part("object", span),), quote, offset, None)
            if preposition.lower in ("at", "for", "in")
            else None
        )
    if held is None or held.span is None:
        return None
    office = _office_alone(text, held.span)
    extra = (
        (Part("place", span),)
        if preposition.lower in ("in", "at") and not fits(phrase, "body")
        else (Part("participant", span, "body"),)
    )
    return _statement(before, found[1], (Part("object", office), *extra), quote, offset, None)


def _next_name(text: str, units: list[Unit], place: int, before: Statement, offset: int) -> Statement | None:
    """``ambassador to France (1920–24), Italy (1924–28)``: the same office over the next name of a list."""
    held, over = before.first("object"), before.first("place")
    if before.event_type != "tenure" or held is None or held.span is None:
        return None
    office = _office_alone(text, held.span)
    end = over.span.end if over is not None and over.span is not None else held.span.end
    last = next((unit for unit in reversed(units[: place + 1]) if unit.kind == NAME), None)
    if (over is None and office == held.span) or last is None or last.end != end:
        return None
    at = place + 1
    if at < len(units) and units[at].lower in (",", ";"):
        at += 1
    if at < len(units) and units[at].lower == "and":
        at += 1
    if at == place + 1 or at >= len(units) or units[at].kind != NAME or not is_place_like(_to_phrase([units[at]])):
        return None
    found = _dated_from(units, at + 1)
    if found is None:
        return None
    span = Span(units[at].start, units[at].end)
    parts = (Part("object", office), Part("place", span))
    return _statement(before, found[1], parts, Span(span.start, found[1].span.end), offset, None)


_BESIDES = {
    "bar", "clasp", "peerage", "knighthood", "baronetcy", "class", "gold", "silver", "bronze", "barony", "earldom",
    "viscountcy", "pension", "cup", "title", "medal", "prize", "doctorate", "degree", "lld", "dsc", "cross",
}  # fmt: skip
"""Heads of honours that need no name behind another: ``the Military Cross in 1917, a bar in 1918``."""

_GIVEN_BY_MANY = {"doctorate", "doctorates", "degree", "degrees", "citizen", "freeman", "freedom", "lld", "ll.d", "dcl"}


def _next_award(text: str, units: list[Unit], place: int, before: Statement, offset: int) -> Statement | None:
    """``a bar in 1944 and the DSO in 1945`` · ``degrees from Oxford (1911), Harvard (1921)``: the next of a list."""
    held = before.first("object")
    at = place + 1
    while at < len(units) and units[at].lower in (",", "and", ";"):
        at += 1
    if at == place + 1 or held is None or held.span is None:
        return None
    is_another = units[at : at + 1] != [] and units[at].lower in ("another", "others")
    at += is_another
    if at < len(units) and units[at].lower in ("from", "of", "by"):
        at += 1
    while at < len(units) and units[at].lower in ("the", "a", "an", "his", "her", "its", "second", "third"):
        at += 1
    end = at
    while end < min(len(units), at + _REACH) and (units[end].kind == NAME or units[end].lower in _AMONG):
        end += 1
    if end > at and units[end - 1].lower in ("in", "from"):
        end -= 1
    found = _dated_from(units, end) if end > at else None
    if found is None or any(
        unit.lower in known_forms() and unit.lower not in _AMONG for unit in units[at:end] if unit.kind == WORD
    ):
        return None
    phrase = _to_phrase(units[at:end])
    span = Span(units[at].start, units[end - 1].end)
    quote = Span(span.start, found[1].span.end)
    if not is_another and (is_award(phrase) or phrase.head in _BESIDES):
        return _statement(before, found[1], (Part("object", span),), quote, offset, None)
    given = text[held.span.start : held.span.end].lower().replace(",", "").split()
    is_shared = is_another or any(word in _GIVEN_BY_MANY for word in given)
    if not is_shared or phrase.first.kind != NAME or len(phrase.units) > 3:
        return None
    of = next((n for n, word in enumerate(given) if word in ("of", "from")), None)
    end_of_kind = held.span.end if of is None else text.lower().find(f" {given[of]} ", held.span.start, held.span.end)
    kind = Span(held.span.start, end_of_kind if end_of_kind > 0 else held.span.end)
    return _statement(before, found[1], (Part("object", kind), Part("participant", span, "body")), quote, offset, None)


_AMONG = {
    "of", "the", "for", "in", "from", "and", "bar", "clasp", "peerage", "knighthood", "baronetcy", "class", "gold",
    "silver", "bronze", "barony", "earldom", "viscountcy", "pension", "cup", "title", "medal", "prize", "doctorate",
    "degree", "medals", "honorary", "first", "world", "national", "its",
}  # fmt: skip
"""Words that may stand in the name of an honour."""


def _to_phrase(units: list[Unit]) -> Phrase:
    return Phrase(units, Span(units[0].start, units[-1].end), head_of(units))


def _office_alone(text: str, office: Span) -> Span:
    """The office without the body it was held in first."""
    end = min(
        (
            at
            for word in (" of ", " at ", " in ", " for ", " to ")
            if (at := text.find(word, office.start, office.end)) > 0
        ),
        default=office.end,
    )
    return Span(office.start, end)


def _next_born(discourse: Discourse, units: list[Unit], place: int, before: Statement, offset: int) -> Statement | None:
    """``… was born in 1781 and their son Ilya two years later``."""
    at = place + 1
    if at < len(units) and units[at].lower == ",":
        at += 1
    if at + 2 >= len(units) or units[at].lower != "and":
        return None
    named: Unit | None = None
    for end in range(at + 1, min(len(units), at + 7)):
        unit = units[end]
        if unit.kind == NAME:
            named = unit
            found = _dated_from(units, end + 1)
            if found is None or (found[0] + 1 < len(units) and units[found[0] + 1].kind not in (MARK,)):
                return None
            who = discourse.resolve_name(named)
            if who is None or who.span is None:
                return None
            quote = Span(named.start, found[1].span.end)
            return _statement(before, found[1], who.parts(discourse.text), quote, offset, who.name)
        if unit.kind != WORD or (unit.lower in known_forms() and unit.lower not in lexicon.load("heads")["kin"]):
            return None
    return None


def _statement(
    before: Statement, dated: Dated, parts: tuple[Part, ...], quote: Span, offset: int, name: str | None
) -> Statement:
    """The statement before with other parts and its own date; its subject's words become antecedents."""
    kept = tuple(
        Part("antecedent", part.span, part.role, part.value)
        for part in before.parts
        if part.part in ("subject", "antecedent") and name is None
    )
    if not parts:
        kept += tuple(part for part in before.parts if part.part in ("object", "place", "participant"))
    return replace(
        before, subject=name or before.subject, parts=(*kept, *parts, *dated.parts(offset)), quote=quote,
        when=dated.when, rule="prose.resumed", confidence=round(min(before.confidence, 0.86), 3),
        duration=None, figure=None,
    )  # fmt: skip
