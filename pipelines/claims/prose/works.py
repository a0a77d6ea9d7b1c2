"""Works told of in the passive: ``His memoirs were published in 1841`` is a publication by him."""

from pipelines.claims.prose.clauses import Clause
from pipelines.claims.prose.kinds import head_of, is_head
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import DATE, NAME, QUOTE, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement

_VERBS = {
    "published",
    "printed",
    "premiered",
    "performed",
    "released",
    "issued",
    "staged",
    "exhibited",
    "translated",
    "heard",
    "reissued",
}


def read_works(discourse: Discourse, units: list[Unit], clauses: list[Clause], offset: int) -> list[Statement]:
    """The publications of a sentence whose subject is a work with its owner."""
    made: list[Statement] = []
    for clause in clauses:
        verb = units[clause.verb]
        if not clause.passive or verb.lower not in _VERBS or clause.subject is None or clause.negated:
            continue
        subject = units[clause.subject[0] : clause.subject[1]]
        owner, work = _owned(discourse, subject)
        if owner is None or not work or not is_head(head_of(work), "work"):
            continue
        span = Span(work[0].start, work[-1].end)
        dated = next((unit.dated for unit in units[clause.verb : clause.end] if unit.kind == DATE), None)
        parts = [
            Part("trigger", Span(verb.start, verb.end)), *owner.parts(discourse.text), Part("object", span),
            *(dated.parts(offset) if dated is not None else ()),
        ]  # fmt: skip
        stop = dated.span.end if dated is not None else verb.end
        quote = Span(subject[0].start, max(stop, verb.end))
        made.append(
            Statement(
                "publication",
                owner.name,
                quote,
                tuple(parts),
                "prose.work",
                round(0.88 + owner.sure, 3),
                when=dated.when if dated is not None else None,
            )
        )
    return made


def _owned(discourse: Discourse, subject: list[Unit]) -> tuple[Who | None, list[Unit]]:
    if len(subject) > 1 and subject[0].kind == WORD and subject[0].lower in ("his", "her"):
        return discourse.resolve_pronoun(subject[0], None), [
            unit for unit in subject[1:] if unit.kind in (WORD, NAME, QUOTE)
        ]
    if len(subject) > 2 and subject[0].kind == NAME and subject[1].lower in ("'s", "’s"):
        return discourse.resolve_name(subject[0]), subject[2:]
    return None, []
