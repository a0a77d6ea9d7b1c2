"""Under whom somebody studied, worked or served: ``second secretary, under Andrei Berg`` · ``studied under X``."""

from pipelines.claims.prose.clauses import Clause
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import NAME, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement

_SERVED = frozenset(
    [
        "education",
        "tenure",
        "appointment",
        "employment",
        "service",
        "battle",
        "membership",
        "publication",
        "association",
    ]
)
"""What is done under somebody."""


_BESIDE = {"under": "patron", "alongside": "colleague"}
"""Prepositions before a person, and what they make of him."""


def read_superiors(
    discourse: Discourse, units: list[Unit], clauses: list[Clause], subjects: list[list[Who]], told: list[Statement]
) -> list[Statement]:
    """One association for each person named after ``under`` in a clause that tells of an office, work or studies."""
    made: list[Statement] = []
    for place, unit in enumerate(units[:-1]):
        if unit.kind != WORD or unit.lower not in _BESIDE or units[place + 1].kind != NAME:
            continue
        at = next((each for each in range(len(clauses) - 1, -1, -1) if clauses[each].verb < place), None)
        if at is None or len(subjects[at]) != 1:
            continue
        who = subjects[at][0]
        other = discourse.resolve_name(units[place + 1])
        if other is None or other.span is None or other.name == who.name:
            continue
        if other.person is None and len(other.name.split()) < 2:
            continue
        begin = units[clauses[at].begin].start
        if any(
            each.event_type == "association" and (part := each.first("object")) is not None and part.span == other.span
            for each in told
        ) or not any(
            each.event_type in _SERVED and each.subject == who.name and each.quote.end >= begin
            and each.quote.start < unit.start
            for each in told
        ):  # fmt: skip
            continue
        named = discourse.text[other.span.start : other.span.end]
        parts = (
            Part("trigger", Span(unit.start, unit.end)), *who.shared().parts(discourse.text),
            Part("object", other.span, None, other.name if named != other.name else None),
        )  # fmt: skip
        quote = Span(units[clauses[at].verb].start, other.span.end)
        made.append(
            Statement(
                "association",
                who.name,
                quote,
                parts,
                f"prose.{unit.lower}",
                round(0.84 + who.sure, 3),
                subtype=_BESIDE[unit.lower],
            )
        )
    return made
