"""Offices and awards that come to somebody: ``The Copley Medal came to him in 1900`` · ``the chair fell to her``."""

from pipelines.claims.prose.clauses import Clause
from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.kinds import Phrase, head_of, is_award, is_head, is_office, is_rank
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import DATE, NAME, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement

_VERBS = {"came", "went", "fell", "passed", "was", "were", "followed"}
_GIVEN = {"conferred", "awarded", "bestowed", "given", "granted", "offered", "presented", "accorded"}
_STEPS = {"appointment": "appointment", "election": "appointment", "promotion": "promotion", "elevation": "appointment"}
"""Nouns of what befalls somebody, and the event: ``promotion to captain came in 1809``."""


def read_gifts(discourse: Discourse, units: list[Unit], clauses: list[Clause], offset: int) -> list[Statement]:
    """The award or office that is a clause's subject, and to whom it came."""
    made: list[Statement] = []
    for clause in clauses:
        verb = units[clause.verb]
        if clause.subject is None or clause.negated or verb.lower not in (_GIVEN if clause.passive else _VERBS):
            continue
        begin = _begin_of_step(units, clause.subject[0])
        named = [unit for unit in units[begin : clause.subject[1]] if unit.lower not in ("the", "a", "an")]
        if not named:
            continue
        is_own = named[0].lower in ("his", "her")
        phrase = Phrase(named, Span(named[0].start, named[-1].end), head_of(named))
        event, phrase = _told_by(phrase)
        who = _receiver(discourse, units, clause)
        if who is None and verb.lower in ("came", "followed") and (is_own or _stands_alone(units, clause)):
            who = discourse.subject_who(-0.04)
        if who is None or event is None:
            continue
        inside = units[clause.begin : clause.end]
        dated = next((unit.dated for unit in inside if unit.kind == DATE and unit.start > verb.start), None)
        dated = dated or next((unit.dated for unit in inside if unit.kind == DATE), None)
        if dated is None and clause is clauses[0]:
            dated = next((unit.dated for unit in units[: clause.subject[0]] if unit.kind == DATE), None)
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


def _begin_of_step(units: list[Unit], begin: int) -> int:
    """Where ``an appointment as court physician`` begins: clauses cut their subjects at prepositions."""
    at = begin - 1
    while at > 0 and begin - at < 4 and units[at].lower in ("as", "to", "the", "a"):
        if units[at - 1].lower in _STEPS:
            return at - 1
        at -= 1
    return begin


def _told_by(phrase: Phrase) -> tuple[str | None, Phrase]:
    """What a subject says came to somebody: an award, an office, a rank or office behind its noun."""
    if is_award(phrase):
        return "award", phrase
    if fits(phrase, "office_held"):
        return "appointment", phrase
    if is_head(phrase.head, "degree"):
        return "education", phrase
    event = _STEPS.get(phrase.head)
    at = next((place for place, unit in enumerate(phrase.units) if unit.lower in ("as", "to")), None)
    if event is None or at is None or at + 1 >= len(phrase.units):
        return None, phrase
    rest = [unit for unit in phrase.units[at + 1 :] if unit.lower not in ("the", "a", "an")]
    if not rest:
        return None, phrase
    held = Phrase(rest, Span(rest[0].start, rest[-1].end), head_of(rest))
    if is_rank(held) and event == "promotion":
        return event, held
    known = is_office(held) or fits(held, "office_held") or is_head(held.head, "office")
    if known or any(is_head(held.head, key) for key in ("body", "party", "chamber")):
        return "appointment", held
    return None, phrase


def _stands_alone(units: list[Unit], clause: Clause) -> bool:
    """Whether nobody else is named as the one it came to, and a date is told."""
    behind = units[clause.verb + 1 : clause.end]
    return any(unit.kind == DATE for unit in units[clause.begin : clause.end]) and not any(
        unit.lower in ("to", "from", "for", "by") for unit in behind[:2]
    )


def _receiver(discourse: Discourse, units: list[Unit], clause: Clause) -> Who | None:
    """Whom ``to him``, ``his way``, ``his`` or ``to Holm`` right after the verb means."""
    at = clause.verb + 1
    if at >= len(units):
        return None
    first = units[at]
    following = units[at + 1] if at + 1 < len(units) else None
    if first.kind == WORD and first.lower in ("to", "on", "upon") and following is not None:
        if following.kind == WORD and following.lower in ("him", "her"):
            return discourse.resolve_pronoun(following, None)
        return discourse.resolve_name(following) if following.kind == NAME else None
    if first.kind == WORD and first.lower in ("his", "hers", "her"):
        ends = following is None or (
            following.kind != NAME and following.lower in ("way", ".", ",", "in", "from", "until", "by", "and")
        )
        return discourse.resolve_pronoun(first, None) if ends and first.lower != "hers" else None
    return None
