"""Measures extended to further persons: ``the rulings extended to other victims, such as X and Y``.

A measure with a meaning of its own tells what they underwent; a ruling, what the sentences before told of.
"""

from pipelines.claims import lexicon
from pipelines.claims.prose.clauses import Clause
from pipelines.claims.prose.kinds import is_person_name
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import DATE, MARK, NAME, Unit
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.when import Dated

_RULED = frozenset(["rehabilitation", "acquittal", "release", "sentence", "reinstatement"])
"""What a ruling brings about."""


def read_extended(
    discourse: Discourse, units: list[Unit], clauses: list[Clause], statements: list[Statement], offset: int
) -> list[Statement]:
    """One statement for each person a measure is extended to; the discourse remembers what was ruled last."""
    known: dict[str, str] = lexicon.load("nouns")["extended"]["measures"]
    verbs: list[str] = lexicon.load("nouns")["extended"]["verbs"]
    made: list[Statement] = []
    for clause in clauses:
        if units[clause.verb].lower not in verbs or clause.subject is None or clause.negated or clause.modal:
            continue
        words = units[clause.subject[0] : clause.subject[1]]
        measure = next((unit for unit in words if unit.lower in known), None)
        event = "" if measure is None else known[measure.lower] or discourse.last_ruled
        if measure is None or not event:
            continue
        named = _named(discourse, units, clause)
        dated = _date_of(units, clause, named)
        for who in named:
            trigger = Part("trigger", Span(units[clause.verb].start, units[clause.verb].end))
            assert who.span is not None
            told = dated.parts(offset) if dated is not None else ()
            parts = (trigger, *who.parts(discourse.text), *told)
            ends = [part.span.end for part in parts if part.span is not None and part.part != "date_anchor"]
            made.append(
                Statement(
                    event, who.name, Span(measure.start, max(ends)), parts, "prose.extended",
                    round(0.84 + who.sure, 3), when=dated.when if dated is not None else None,
                )
            )  # fmt: skip
    ruled = [each.event_type for each in statements if each.event_type in _RULED]
    discourse.last_ruled = ruled[-1] if ruled else discourse.last_ruled
    return made


def _date_of(units: list[Unit], clause: Clause, named: list[Who]) -> Dated | None:
    """``the amnesty of 1820 covered`` · ``reached X in 1938``: among the measure's words, or behind the last name."""
    assert clause.subject is not None
    before = next((unit.dated for unit in units[clause.subject[0] : clause.verb] if unit.kind == DATE), None)
    if before is not None or not named or named[-1].span is None:
        return before
    end = named[-1].span.end
    behind = [unit for unit in units[clause.verb : clause.end] if unit.start >= end][:2]
    is_dated = len(behind) == 2 and behind[0].lower in ("in", "on") and behind[1].kind == DATE
    return behind[1].dated if is_dated else None


def _named(discourse: Discourse, units: list[Unit], clause: Clause) -> list[Who]:
    """The persons named in full behind the verb, up to the end of its clause or what goes on about something else."""
    found: list[Who] = []
    for at in range(clause.verb + 1, clause.end):
        unit = units[at]
        if unit.kind == MARK and unit.lower in (";", ":", "—", "–"):
            break
        if unit.kind != NAME or not is_person_name(unit.lower):
            continue
        if units[at - 1].lower in ("in", "at", "from", "by", "under", "during", "of"):
            continue  # "by Karl Berg": no one it was extended to
        who = discourse.resolve_name(unit)
        if who is not None and who.span is not None:
            found.append(who)
    return found
