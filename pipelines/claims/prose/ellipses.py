"""Offices and ranks that share a verb said before: ``…, from December 1942 colonel, and in 1944 major general``.

A date that opens such a stretch belongs to it and to nothing before it.
"""

from dataclasses import replace

from pipelines.claims.prose.clauses import Clause
from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.kinds import Phrase, is_award, is_office, is_rank
from pipelines.claims.prose.offices import body_of_membership, office_parts
from pipelines.claims.prose.phrases import Complements, extend_office, parse_complements
from pipelines.claims.prose.stretches import begin_of_stretch, opens_stretch
from pipelines.claims.prose.subjects import Who
from pipelines.claims.prose.terms import close_term, parts_of
from pipelines.claims.prose.tokens import DATE, Unit
from pipelines.claims.statement import Part, Span, Statement


def read_ellipses(
    text: str, units: list[Unit], clauses: list[Clause], subjects: list[list[Who]], offset: int
) -> list[Statement]:
    """One tenure, promotion or membership for each such stretch, of the subject of the clause it follows."""
    made: list[Statement] = []
    for place, unit in enumerate(units):
        if unit.kind != DATE or unit.dated is None or not opens_stretch(units, place):
            continue
        before = [at for at, clause in enumerate(clauses) if clause.verb < place]
        begin = begin_of_stretch(units, place)
        if not before or begin is None or len(subjects[before[-1]]) != 1 or clauses[before[-1]].negated:
            continue
        end = next(
            (at for at in range(begin, len(units)) if units[at].kind == DATE or units[at].lower in (";", ":")),
            len(units),
        )
        complements = parse_complements(units, begin, end)
        run = complements.slot("")
        if not run or run[0].span.start != units[begin].start:
            continue
        leads = units[clauses[before[-1]].verb].lower in _LEADING
        who = subjects[before[-1]][0].shared()
        statement = _statement(text, units, unit, run[0], complements, who, offset, leads=leads)
        is_step = units[clauses[before[-1]].verb].lower in _STEPS and "/" not in (unit.dated.when.edtf or "")
        if statement is not None and statement.event_type == "tenure" and is_step:
            statement = replace(statement, event_type="appointment")  # "became lecturer, in 1953 professor"
        if statement is not None:
            made.append(statement)
    return made


_LEADING = {"commanded", "led", "headed", "directed", "managed", "ran", "chaired", "edited", "coached"}
"""Verbs of leading: what shares them is led too."""

_STEPS = {
    "became",
    "appointed",
    "elected",
    "named",
    "made",
    "promoted",
    "chosen",
    "ordained",
    "consecrated",
    "nominated",
}
"""Verbs that say how somebody came to an office: what shares them is an appointment too."""


def _statement(
    text: str, units: list[Unit], unit: Unit, phrase: Phrase, complements: Complements, who: Who, offset: int,
    *, leads: bool,
) -> Statement | None:  # fmt: skip
    dated, rests_on = close_term(units, unit)
    span = phrase.span
    event, subtype = "tenure", None
    extra: tuple[Part, ...] = ()
    if fits(phrase, "membership"):
        event, subtype, span = "membership", "member", body_of_membership(text, span)
    elif leads and fits(phrase, "headed"):
        pass  # "commanded a regiment and, from June 1919, a brigade"
    elif is_award(phrase):
        event = "award"  # "in 1955 the State Prize, and in 1960 the Order of Lenin"
    elif is_rank(phrase):
        event = "promotion"
    elif is_office(phrase):
        span = extend_office(text, phrase, complements)
        extra = office_parts(text, span)
    else:
        return None
    parts = (*who.parts(text), Part("object", span), *extra, *parts_of(rests_on, offset))
    quote = Span(min(unit.start, span.start), max(span.end, *(each.span.end for each in rests_on)))
    return Statement(
        event, who.name, quote, parts, "prose.ellipsis", round(0.86 + who.sure, 3), subtype=subtype, when=dated.when
    )
