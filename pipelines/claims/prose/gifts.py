"""Offices and awards that come to somebody: ``The Copley Medal came to him in 1900`` · ``the chair fell to her``."""

from pipelines.claims.prose.clauses import Clause
from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.kinds import Phrase, head_of, is_award
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import DATE, NAME, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement

_VERBS = {"came", "went", "fell", "passed", "was", "were", "followed"}


def read_gifts(discourse: Discourse, units: list[Unit], clauses: list[Clause], offset: int) -> list[Statement]:
    """The award or office that is a clause's subject, and to whom it came."""
    made: list[Statement] = []
    for clause in clauses:
        verb = units[clause.verb]
        if clause.subject is None or clause.passive or clause.negated or verb.lower not in _VERBS:
            continue
        named = [unit for unit in units[clause.subject[0] : clause.subject[1]] if unit.lower not in ("the", "a", "an")]
        who = _receiver(discourse, units, clause)
        if who is None or not named:
            continue
        phrase = Phrase(named, Span(named[0].start, named[-1].end), head_of(named))
        if is_award(phrase):
            event = "award"
        elif fits(phrase, "office_held"):
            event = "appointment"
        else:
            continue
        inside = units[clause.begin : clause.end]
        dated = next((unit.dated for unit in inside if unit.kind == DATE and unit.start > verb.start), None)
        dated = dated or next((unit.dated for unit in inside if unit.kind == DATE), None)
        parts = [
            Part("trigger", Span(verb.start, verb.end)), *who.parts(discourse.text), Part("object", phrase.span),
            *(dated.parts(offset) if dated is not None else ()),
        ]  # fmt: skip
        stood = [
            part.span for part in parts if part.span is not None and part.part not in ("antecedent", "date_anchor")
        ]
        quote = Span(min(span.start for span in stood), max(span.end for span in stood))
        made.append(
            Statement(
                event,
                who.name,
                quote,
                tuple(parts),
                "prose.came_to",
                round(0.87 + who.sure, 3),
                when=dated.when if dated is not None else None,
            )
        )
    return made


def _receiver(discourse: Discourse, units: list[Unit], clause: Clause) -> Who | None:
    """Whom ``to him``, ``his way``, ``his`` or ``to Holm`` right after the verb means."""
    at = clause.verb + 1
    if at >= len(units):
        return None
    first = units[at]
    following = units[at + 1] if at + 1 < len(units) else None
    if first.kind == WORD and first.lower == "to" and following is not None:
        if following.kind == WORD and following.lower in ("him", "her"):
            return discourse.resolve_pronoun(following, None)
        return discourse.resolve_name(following) if following.kind == NAME else None
    if first.kind == WORD and first.lower in ("his", "hers", "her"):
        ends = following is None or (
            following.kind != NAME and following.lower in ("way", ".", ",", "in", "from", "until", "by", "and")
        )
        return discourse.resolve_pronoun(first, None) if ends and first.lower != "hers" else None
    return None
