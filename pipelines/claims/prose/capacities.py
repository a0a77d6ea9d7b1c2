"""Offices told without a verb of their own: ``As Second Secretary from 1938 to 1945, he …`` and entries of a list."""

from dataclasses import replace

from pipelines.claims.prose.associates import read_associate
from pipelines.claims.prose.clauses import MAIN, Clause
from pipelines.claims.prose.dating import before_when
from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.kinds import Phrase, is_head, is_office, is_rank
from pipelines.claims.prose.offices import body_of_membership, office_parts
from pipelines.claims.prose.phrases import Complements, extend_office, parse_complements
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.terms import end_of
from pipelines.claims.prose.tokens import DATE, LENGTH, NAME, WORD, Unit, index_of
from pipelines.claims.prose.where import place_of
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
        is_being = unit.lower == "being" and place > 0 and units[place - 1].lower in ("after", "before", "besides")
        if (
            unit.kind != WORD
            or not (unit.lower in ("as", "while") or is_being)
            or (place and units[place - 1].lower in _NO_CAPACITY)
            or (place > 2 and units[place - 3].lower == "until")  # "until his election as mayor": told by its noun
        ):
            continue
        end = _reach(units, place, clauses)
        complements = parse_complements(units, place + 1, end)
        run = [phrase for phrase in complements.slot("") if phrase.link != "run"]
        if not run or run[0].first.start > unit.end + 14:
            continue
        who = _named_with(discourse, units, place)
        who = who or _owner_of_time(discourse, units, place) or _bearer(clauses, subjects, place)
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
            if phrase.units[0].lower in ("alleged", "supposed", "suspected", "would-be", "self-styled"):
                break
            if unit.lower == "while" and units[place + 1].start != phrase.first.start:
                break
            joined = _joined_as(units, clauses, place)
            is_own = who.person is not None and who.person.is_subject and len(phrase.units) > 1
            is_own = is_own and phrase.head not in ("agent", "page", "novice", "guardian", "observer", "factor")
            is_dated = any(inner.kind == DATE for inner in phrase.notes or ()) or any(
                slot == "from" and 0 < each.start - held.end < 8 for each, slot in complements.dates
            )  # "As governor from 1910 to 1920"
            is_told = (
                is_named
                or is_timed
                or (units[place - 2].lower == "with" and place > 1)
                or is_dated
                or joined
                or (is_own and is_head(phrase.head, "office"))
            )
            is_over = is_rank(phrase) and any(each.lower == "of" for each in phrase.units)  # "as colonel of the Ninth"
            if not (fits(phrase, "membership") or (is_office(phrase) and is_told) or is_over):
                break
            limit = next((later.span.start for later in run if later.span.start > phrase.span.end), None)
            dated = next(
                (
                    each.dated
                    for each, slot in complements.dates
                    if slot not in ("outside", "aside")
                    and each.start >= phrase.span.end
                    and ", and " not in discourse.text[phrase.span.end : each.start]
                    and (limit is None or each.start < limit)
                ),
                None,
            )
            if dated is None:  # "As governor of Galicia (1774–80)"
                noted = [
                    inner.dated
                    for each in complements.phrases
                    if is_timed or phrase.span.start <= each.span.start < (limit or held.end)
                    for inner in each.notes or ()
                    if inner.kind == DATE
                ]
                dated = next((each for each in noted if each is not None), None)
            if dated is None and fronted is not None and place and clauses[0].verb < place < clauses[0].end:
                dated = fronted.dated
            if not fits(phrase, "membership"):
                discourse.tell_office(who.name, held)
            own = _date_before(units, place)
            dated = own.dated if own is not None else dated
            if dated is None and joined is not None and not fits(phrase, "membership"):
                near = [each for each in units[joined.begin : joined.end] if each.kind == DATE]
                near = [each for each in near if each is not _date_before(units, index_of(units, each) + 1)]
                met = before_when(units, joined.begin) if not near and joined.connector == "when" else None
                if met is not None and met.dated is not None:  # "until 1929, when he entered the cabinet as minister"
                    dated = end_of(met.dated) or met.dated
                else:
                    dated = near[0].dated if near else fronted.dated if fronted is not None else None
            told = _capacity(discourse, unit, who, phrase, complements, offset, dated)
            if joined is not None and told.event_type == "tenure":
                told = replace(told, event_type="appointment", rule="prose.joined_as")
                went = place_of(discourse.text, parse_complements(units, joined.verb + 1, place), ("to",))
                if went and told.first("place") is None:  # "went to Berlin in 1905 as director"
                    whole = Span(min(went[0].start, told.quote.start), told.quote.end)
                    told = replace(told, parts=(*told.parts, Part("place", went[0])), quote=whole)
            made.append(told)
    return made


def _date_before(units: list[Unit], place: int) -> Unit | None:
    """``joined the museum as a guide and from 1922 as keeper``: the date that opens the second capacity."""
    if place < 3 or place >= len(units) or units[place].lower != "as" or units[place - 1].kind != DATE:
        return None
    opens = units[place - 2].lower in ("from", "since", "in", "after") and units[place - 3].lower in (
        "and",
        ",",
        "then",
    )
    return units[place - 1] if opens else None


def _named_with(discourse: Discourse, units: list[Unit], place: int) -> Who | None:
    """``was incorporated, with Holm as its president``: whom ``with`` brings in."""
    if place < 2 or units[place].lower != "as" or units[place - 1].kind != NAME or units[place - 2].lower != "with":
        return None
    return discourse.resolve_name(units[place - 1])


def _owner_of_time(discourse: Discourse, units: list[Unit], place: int) -> Who | None:
    """``his tenure as director`` · ``Holm's years as curator``: whose the time was."""
    if not place or units[place - 1].lower not in _TIMES:
        return None
    at = place - 2
    while at > 0 and place - at < 5 and units[at].kind == WORD and units[at].lower not in ("his", "her", "'s", "’s"):
        at -= 1
    if at >= 0 and units[at].kind == WORD and units[at].lower in ("his", "her"):
        return discourse.resolve_pronoun(units[at], None)
    if at > 0 and units[at].lower in ("'s", "’s") and units[at - 1].kind == NAME:
        return discourse.resolve_name(units[at - 1])
    return None


def _joined_as(units: list[Unit], clauses: list[Clause], place: int) -> Clause | None:
    """The clause of ``joined the Technion in 1958 as an associate professor``; null where the verb is another."""
    before = [clause for clause in clauses if clause.verb < place]
    if not before or units[before[-1].verb].lower not in _JOINING or before[-1].negated or units[place].lower != "as":
        return None
    return before[-1]


_JOINING = {
    "joined",
    "joining",
    "entered",
    "entering",
    "rejoined",
    "returned",
    "moved",
    "came",
    "went",
    "returning",
    "sent",
}


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
