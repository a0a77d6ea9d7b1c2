"""Offices told without a verb of their own: ``As Second Secretary from 1938 to 1945, he …`` and entries of a list."""

from pipelines.claims.prose.clauses import MAIN, Clause
from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.kinds import Phrase, is_head, is_job, is_office, is_rank, words_of
from pipelines.claims.prose.offices import body_of_membership, office_parts
from pipelines.claims.prose.phrases import Complements, extend_office, parse_complements
from pipelines.claims.prose.predicates import read_associate
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import DATE, LENGTH, NAME, WORD, Unit
from pipelines.claims.prose.verbs import known_forms
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.when import Dated

_NO_CAPACITY = {
    "known", "such", "regarded", "seen", "viewed", "described", "considered", "well", "recognized", "recognised",
    "remembered", "portrayed", "cited", "referred", "dismissed", "removed", "resigned", "styled", "depicted", "hailed",
    "characterized", "retired", "far", "long", "soon", "interpreted", "denounced", "branded", "exposed", "much", "same",
    "positioned", "perceived", "identified", "framed", "acclaimed", "praised", "criticized", "revealing", "disguised",
    "listed", "presented", "represented", "treated", "succeeded", "replaced", "be", "him", "them", "it",
}  # fmt: skip
"""Words after which ``as`` compares or judges and gives nobody a capacity."""


_TIMES = {"time", "years", "year", "term", "terms", "period", "stint", "spell", "decade", "decades", "months", "tenure"}
"""Words of time before ``as``: ``during his time as director``."""


def read_capacities(
    discourse: Discourse,
    units: list[Unit],
    clauses: list[Clause],
    subjects: list[list[Who]],
    offset: int,
    fronted: Unit | None,
) -> list[Statement]:
    """``As Second Secretary of the Committee from 1938 to 1945, he …`` · ``contributed as a member of the Council``.

    The office is held by the subject of the clause it stands in; a fronted one by the subject that follows.
    """
    made: list[Statement] = []
    for place, unit in enumerate(units):
        if unit.kind != WORD or unit.lower not in ("as", "while") or (place and units[place - 1].lower in _NO_CAPACITY):
            continue
        end = _reach(units, place, clauses)
        complements = parse_complements(units, place + 1, end)
        run = [phrase for phrase in complements.slot("") if phrase.link != "run"]
        if not run or run[0].first.start > unit.end + 14:
            continue
        who = _bearer(clauses, subjects, place)
        if who is None:
            continue
        for phrase in run:
            associated = read_associate(discourse, discourse.text, who, phrase, complements)
            if associated:
                made.extend(associated)
                break
            held = extend_office(discourse.text, phrase, complements)
            is_named = any(mark.isupper() for mark in discourse.text[held.start : held.end])
            is_timed = place > 0 and (units[place - 1].kind == LENGTH or units[place - 1].lower in _TIMES)
            if unit.lower == "while" and units[place + 1].start != phrase.first.start:
                break
            if not (fits(phrase, "membership") or (is_office(phrase) and (is_named or is_timed))):
                break
            limit = next((later.span.start for later in run if later.span.start > phrase.span.end), None)
            dated = next(
                (
                    each.dated
                    for each, slot in complements.dates
                    if slot not in ("outside", "aside")
                    and each.start >= phrase.span.end
                    and (limit is None or each.start < limit)
                ),
                None,
            )
            if dated is None and is_timed:
                noted = [
                    inner.dated for each in complements.phrases for inner in each.notes or () if inner.kind == DATE
                ]
                dated = next((each for each in noted if each is not None), None)
            if dated is None and fronted is not None and place and clauses[0].verb < place < clauses[0].end:
                dated = fronted.dated
            if not fits(phrase, "membership"):
                discourse.last_office = (who.name, held)
            made.append(_capacity(discourse, unit, who, phrase, complements, offset, dated))
    return made


def read_noted(discourse: Discourse, units: list[Unit]) -> list[Statement]:
    """Entries dated in brackets: ``lieutenant-general (1943)`` · ``member of the Central Committee (1939–1949)``."""
    text = discourse.text
    complements = parse_complements(units, 0, len(units))
    made: list[Statement] = []
    for phrase in complements.phrases:
        dated = next((unit.dated for unit in phrase.notes or () if unit.kind == DATE and unit.dated is not None), None)
        if dated is None:
            continue
        span, extra = phrase.span, ()
        if is_rank(phrase):
            event, subtype = "promotion", None
        elif fits(phrase, "membership"):
            event, subtype, span = "membership", "member", body_of_membership(text, span)
        else:
            continue
        who = discourse.subject_who()
        parts = (*who.parts(text), Part("object", span), *extra, dated.part())
        quote = Span(phrase.span.start, dated.span.end)
        made.append(Statement(event, who.name, quote, parts, "prose.noted", 0.88, subtype=subtype, when=dated.when))
    return made


def _is_dated_job(phrase: Phrase, dated: Unit) -> bool:
    """``city solicitor 1877-1879``: a calling of two words and more with its years right behind it is a post."""
    return len(phrase.units) > 1 and is_job(phrase) and 0 <= dated.start - phrase.span.end <= 3


def read_entry(discourse: Discourse, units: list[Unit], offset: int) -> list[Statement]:
    """An entry without a verb: ``county attorney of Saline County 1876-1880`` is an office of the page's subject."""
    text = discourse.text
    complements = parse_complements(units, 0, len(units))
    run = [phrase for phrase in complements.slot("") or complements.phrases[:1] if phrase.link != "run"]
    if not run or not complements.dates or run[0].span.start <= complements.dates[0][0].start < run[0].span.end:
        return []
    phrase = run[0]
    followed = len(complements.phrases) > 1 and complements.phrases[1].slot in ("to", "for", "from", "in")
    first = complements.dates[0][0]
    if phrase.span.start > (first.end if first.end <= phrase.span.start else units[0].start) + 24:
        return []
    if not (
        is_office(phrase)
        or fits(phrase, "membership")
        or (is_head(phrase.head, "office") and followed)
        or _is_dated_job(phrase, first)
    ):
        return []
    if (
        not any(unit.kind == NAME for unit in phrase.units)
        and "of" not in words_of(phrase)
        and len(complements.phrases) < 2
    ):
        return []
    if any(unit.kind == NAME and discourse.name_in(unit) not in (None,) for unit in phrase.units[:1]) or any(
        unit.kind == WORD
        and unit.lower.endswith("s")
        and unit.start > phrase.units[0].start
        and unit.lower in known_forms()
        for unit in phrase.units
    ):
        return []  # "Hargreaves takes up a post": a verb nobody knows, no entry
    who = discourse.segment_who[0].shared() if discourse.segment_who else discourse.subject_who()
    span = extend_office(text, phrase, complements)
    dated = complements.dates[0][0].dated
    assert dated is not None
    parts = (
        *who.parts(text), Part("object", span), *office_parts(text, span), *dated.parts(offset),
    )  # fmt: skip
    quote = Span(min(span.start, dated.span.start), max(span.end, dated.span.end))
    return [Statement("tenure", who.name, quote, parts, "prose.entry", round(0.9 + who.sure, 3), when=dated.when)]


def _reach(units: list[Unit], place: int, clauses: list[Clause]) -> int:
    verbs = [
        max(clause.begin, place + 1) if clause.begin > place else clause.group
        for clause in clauses
        if clause.verb > place
    ]
    end = min([*verbs, len(units), place + 30])
    return max(end, place + 1)


def _bearer(clauses: list[Clause], subjects: list[list[Who]], place: int) -> Who | None:
    before = [at for at, clause in enumerate(clauses) if clause.verb < place]
    after = [at for at, clause in enumerate(clauses) if clause.verb > place and clause.kind == MAIN]
    found = before[-1] if before else after[0] if after else None
    if found is None or len(subjects[found]) != 1:
        return None
    return subjects[found][0].shared()


def _capacity(
    discourse: Discourse,
    trigger: Unit,
    who: Who,
    phrase: Phrase,
    complements: Complements,
    offset: int,
    dated: Dated | None,
) -> Statement:
    text = discourse.text
    event, subtype, span = "tenure", None, phrase.span
    extra: tuple[Part, ...] = ()
    if fits(phrase, "membership"):
        event, subtype = "membership", "member"
        span = body_of_membership(text, span)
    else:
        span = extend_office(text, phrase, complements)
        extra = office_parts(text, span)
    parts = [Part("trigger", Span(trigger.start, trigger.end)), *who.parts(text), Part("object", span), *extra]
    parts += dated.parts(offset) if dated is not None else ()
    stood = [part.span for part in parts if part.span is not None and part.part in ("trigger", "object", "date")]
    start, stop = min(span.start for span in stood), max(span.end for span in stood)
    return Statement(
        event, who.name, Span(start, stop), tuple(parts), "prose.capacity", round(0.88 + who.sure, 3),
        subtype=subtype, when=dated.when if dated is not None else None,
    )  # fmt: skip
