"""Lists of posts with their years that stand beside a clause: before its subject, or behind a colon.

``Branch secretary from 1919, district organiser 1921–1929, he negotiated`` · ``headed the union: secretary from 1972``.
"""

from pipelines.claims.prose.clauses import MAIN, Clause
from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.kinds import Phrase, is_head, is_office
from pipelines.claims.prose.offices import body_of_membership, office_parts
from pipelines.claims.prose.phrases import extend_office, parse_complements
from pipelines.claims.prose.stretches import opens_stretch
from pipelines.claims.prose.subjects import Who
from pipelines.claims.prose.terms import close_term, parts_of
from pipelines.claims.prose.tokens import BRACKET, DATE, NAME, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement


def read_posts(
    text: str, units: list[Unit], clauses: list[Clause], subjects: list[list[Who]], offset: int
) -> list[Statement]:
    """One tenure or membership for each dated post of such a list, of the clause's subject."""
    main = next((place for place, clause in enumerate(clauses) if clause.kind == MAIN), None)
    if main is None or len(subjects[main]) != 1:
        return []
    who = subjects[main][0].shared()
    made: list[Statement] = []
    subject = clauses[main].subject
    colon = next((at for at, unit in enumerate(units[: subject[0]]) if unit.lower == ":"), None) if subject else None
    if subject is not None and main == 0 and colon is not None and colon > 2:
        return _posts(text, units, 0, colon, who, offset)  # "Secretary 1921–29, organiser 1929–40: in that post he"
    if subject is not None and subject[0] > 2 and units[subject[0] - 1].lower == "," and main == 0:
        made += _posts(text, units, 0, subject[0] - 1, who, offset)
    for place, unit in enumerate(units):
        if unit.lower == ":" and clauses[main].verb < place:
            end = min((clause.begin for clause in clauses if clause.verb > place), default=len(units))
            made += _posts(text, units, place + 1, max(end, place + 1), who, offset)
            break
    return made


def _posts(text: str, units: list[Unit], begin: int, end: int, who: Who, offset: int) -> list[Statement]:
    if units[begin].kind == DATE or (units[begin].kind == WORD and units[begin].lower in _NO_LIST):
        return []
    complements = parse_complements(units, begin, end)
    run = [phrase for phrase in complements.slot("") if phrase.link != "run"]
    made: list[Statement] = []
    for at, phrase in enumerate(run):
        limit = run[at + 1].span.start if at + 1 < len(run) else units[end - 1].end
        dates = [
            unit
            for place, unit in enumerate(units[:end])
            if place >= begin and unit.kind == DATE and phrase.span.end <= unit.start < limit
            and not opens_stretch(units, place)
        ]  # fmt: skip
        dated = next((unit for unit in dates if unit.dated is not None), None)
        if dated is None and at == 0 and begin == 0 and len(run) == 1 and _is_all(units, phrase, end):
            made += _held(text, phrase, who)  # "A member of New Unity, she sat in the Saeima"
        if dated is None or not _is_post(phrase):
            continue
        when, rests_on = close_term(units[:end], dated)
        event, subtype, span = "tenure", None, phrase.span
        extra: tuple[Part, ...] = ()
        if fits(phrase, "membership"):
            event, subtype, span = "membership", "member", body_of_membership(text, span)
        else:
            span = extend_office(text, phrase, complements)
            extra = office_parts(text, span)
        parts = (*who.parts(text), Part("object", span), *extra, *parts_of(rests_on, offset))
        quote = Span(phrase.span.start, max(span.end, *(each.span.end for each in rests_on)))
        confidence = round(0.86 + who.sure, 3)
        made.append(Statement(event, who.name, quote, parts, "prose.post", confidence, subtype=subtype, when=when.when))
    return made


def _is_all(units: list[Unit], phrase: Phrase, end: int) -> bool:
    """Whether nothing stands behind a phrase but the letters of its body in brackets."""
    last = units[end - 2] if units[end - 1].kind == BRACKET and end > 1 else units[end - 1]
    return phrase.span.end == last.end


def _held(text: str, phrase: Phrase, who: Who) -> list[Statement]:
    """A membership that opens the sentence by itself, undated."""
    if not fits(phrase, "membership") or not any(unit.kind == NAME for unit in phrase.units):
        return []
    span = body_of_membership(text, phrase.span)
    parts = (*who.parts(text), Part("object", span))
    confidence = round(0.86 + who.sure, 3)
    return [Statement("membership", who.name, phrase.span, parts, "prose.post", confidence, subtype="member")]


def _is_post(phrase: Phrase) -> bool:
    return is_office(phrase) or fits(phrase, "office") or fits(phrase, "membership") or (
        len(phrase.units) > 1 and phrase.units[-1].kind in (WORD, NAME) and is_head(phrase.head, "office")
    )  # fmt: skip


_NO_LIST = {
    "in",
    "on",
    "at",
    "from",
    "after",
    "before",
    "during",
    "as",
    "with",
    "by",
    "for",
    "to",
    "when",
    "while",
    "born",
}
"""Words that open a sentence otherwise than by a list of posts."""
