"""Occupations beside another person's name: ``the botanist Arthur Penhallow`` · ``Harriet Crane, a schoolteacher``."""

from pipelines.claims.prose.kinds import Phrase, head_of, is_job
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import BRACKET, MARK, NAME, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement


def read_occupations(discourse: Discourse, units: list[Unit]) -> list[Statement]:
    """What those named in a sentence are said to be, by a word before or an apposition after their name."""
    made: list[Statement] = []
    for place, unit in enumerate(units):
        if unit.kind != NAME:
            continue
        office = _office_before(units, place)
        found = office or _before(units, place) or _after(units, place)
        if found is None:
            continue
        who = discourse.resolve_name(unit)
        if who is None or who.span is None or (who.person is not None and who.person.is_subject):
            continue
        if len(who.name.split()) < 2 and who.person is None:
            continue
        made.append(_statement(discourse, who, found, is_office=office is not None))
    return made


def read_callings(discourse: Discourse, units: list[Unit]) -> list[Statement]:
    """The callings behind the name that opens an entry: ``MORIARTY, DENIS, contractor, and politician``.

    A verbless first part only; what is no calling ends the list.
    """
    lead = discourse.lead
    if lead is None or not units[0].start <= lead.start < units[-1].end:
        return []
    rest = [unit for unit in units if unit.start >= lead.end and unit.kind != BRACKET]
    made: list[Statement] = []
    who = discourse.subject_who(-0.04)
    words: list[Unit] = []
    for unit in [*rest, Unit(MARK, 0, 0, ";")]:
        if unit.kind == MARK or unit.lower == "and":
            while words and words[0].lower in ("a", "an", "the"):
                words = words[1:]
            found = _occupation(words) if words and not any(each.lower in _ENDS for each in words[:-1]) else None
            if found is not None and words[-1].kind == WORD:
                parts = (*who.parts(discourse.text), Part("object", found))
                made.append(Statement("attribute", who.name, found, parts, "lead.calling", 0.9, subtype="occupation"))
            elif words and (made or any(each.kind != NAME for each in words)):
                break
            words = []
        else:
            words.append(unit)
    return made


def _before(units: list[Unit], place: int) -> Span | None:
    """``the`` and at most three words of which the last is an occupation, right before the name."""
    at = place - 1
    while at >= 0 and units[at].kind == WORD and units[at].lower not in ("the", "a", "an") and place - at < 4:
        at -= 1
    if at < 0 or units[at].lower != "the" or at == place - 1:
        return None
    if any(unit.lower in _ENDS for unit in units[at + 1 : place]):
        return None
    return _occupation(units[at + 1 : place])


def _after(units: list[Unit], place: int) -> Span | None:
    """A comma, ``a`` and an occupation, up to the next mark or preposition."""
    at = place + 1
    if at < len(units) and units[at].kind == BRACKET:
        at += 1
    if at + 2 >= len(units) or units[at].lower != ",":
        return None
    if units[at + 1].lower not in ("a", "an"):
        return _bare_after(units, at)
    end = at + 2
    while end < len(units) and units[end].kind in (WORD, NAME) and units[end].lower not in _ENDS:
        end += 1
    if end < len(units) and not (units[end].kind in (MARK, BRACKET) or units[end].lower in _ENDS):
        return None
    return _occupation(units[at + 2 : end])


def _bare_after(units: list[Unit], comma: int) -> Span | None:
    """``Herbert Ellison, wool merchant, and his wife``: a calling between commas, without an article."""
    end = comma + 1
    while end < len(units) and units[end].kind == WORD and units[end].lower not in _ENDS and end - comma < 4:
        end += 1
    if end >= len(units) or end == comma + 1 or units[end].kind != MARK or units[end].lower not in ",.;":
        return None
    words = units[comma + 1 : end]
    if words[0].lower in ("his", "her", "its", "their"):
        return None  # "Pełka, her principal adviser": what one is to somebody
    return _occupation(words) if all(unit.lower.isalpha() for unit in words) else None


_ENDS = {
    "who",
    "from",
    "in",
    "of",
    "at",
    "and",
    "with",
    "by",
    "on",
    "whom",
    "whose",
    "for",
    "to",
    "was",
    "had",
    "is",
    "are",
    "were",
    "became",
}


def _occupation(words: list[Unit]) -> Span | None:
    if not words or len(words) > 4:
        return None
    span = Span(words[0].start, words[-1].end)
    return span if is_job(Phrase(words, span, head_of(words))) else None


def _office_before(units: list[Unit], place: int) -> Span | None:
    """``Gosplan chairman Nikolai Voznesensky`` · ``police chief Viktor Abakumov``: an office before the name."""
    at = place - 1
    if at < 1 or units[at].kind != WORD or units[at].lower not in _OFFICES:
        return None
    begin = at
    if units[at - 1].kind == NAME or (units[at - 1].kind == WORD and units[at - 1].lower in _FIELDS):
        begin = at - 1
    else:
        return None
    return Span(units[begin].start, units[at].end)


_OFFICES = {
    "chairman", "chief", "minister", "president", "secretary", "premier", "leader", "director", "governor", "mayor",
    "ambassador", "commander", "commissar", "chancellor", "head", "boss", "speaker", "general-secretary", "chairwoman",
}  # fmt: skip
_FIELDS = {
    "police",
    "party",
    "prime",
    "foreign",
    "defence",
    "defense",
    "finance",
    "interior",
    "secret-police",
    "army",
    "union",
    "opposition",
    "justice",
    "trade",
    "war",
    "security",
    "intelligence",
    "provincial",
    "regional",
    "city",
    "state",
}


def _statement(discourse: Discourse, who: Who, occupation: Span, *, is_office: bool) -> Statement:
    assert who.span is not None
    parts = (*who.parts(discourse.text), Part("object", occupation))
    quote = Span(min(who.span.start, occupation.start), max(who.span.end, occupation.end))
    if is_office:
        return Statement("tenure", who.name, quote, parts, "prose.office_beside", 0.86)
    return Statement("attribute", who.name, quote, parts, "prose.occupation_beside", 0.9, subtype="occupation")
