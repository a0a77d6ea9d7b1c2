"""Offices and awards that come to somebody: ``The Copley Medal came to him in 1900`` · ``the chair fell to her``."""

from pipelines.claims.prose.clauses import Clause
from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.kinds import Phrase, head_of, is_award, is_head, is_office, is_rank
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import DATE, NAME, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement

_VERBS = {"took", "brought", "enabled", "allowed", "came", "went", "fell", "passed", "was", "were", "followed"}
_GIVEN = {"pinned", "conferred", "awarded", "bestowed", "given", "granted", "offered", "presented", "accorded"}
_STEPS = {"appointment": "appointment", "election": "appointment", "promotion": "promotion", "elevation": "appointment"}
"""Nouns of what befalls somebody, and the event: ``promotion to captain came in 1809``."""


def read_gifts(discourse: Discourse, units: list[Unit], clauses: list[Clause], offset: int) -> list[Statement]:
    """The award or office that is a clause's subject, and to whom it came."""
    made: list[Statement] = []
    for clause in clauses:
        verb = units[clause.verb]
        honour = _named_after(discourse, units, clause, offset)
        if honour is not None:
            made.append(honour)
            continue
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


_NAMING = {
    "named", "renamed", "dedicated", "christened", "erected", "unveiled", "established", "instituted", "founded",
    "bears", "bore", "borne", "carries", "bearing", "raised", "issued",
}  # fmt: skip


def _named_after(discourse: Discourse, units: list[Unit], clause: Clause, offset: int) -> Statement | None:
    """``The airport was named after him in 1995`` · ``A street in Reus bears her name``: an honour of the named."""
    verb = units[clause.verb]
    if verb.lower not in _NAMING or clause.negated:
        return None
    who = _honoured(discourse, units, clause)
    begin = _begin_of_subject(units, clause)
    if who is None or begin is None:
        return None
    first, last = _before_which(units, *begin)
    if units[first].lower in ("he", "she", "they", "who", "it") or units[last - 1].lower in ("he", "she", "it"):
        return None
    dated = next((u.dated for u in units[clause.verb : clause.end] if u.kind == DATE), None) or next(
        (u.dated for u in units[:first] if u.kind == DATE and clause.begin <= 3), None
    )
    while first < last - 1 and units[first].lower in ("the", "a", "an", "one"):
        first += 1
    held = Span(units[first].start, units[last - 1].end)
    parts = (
        Part("trigger", Span(verb.start, verb.end)), *who.parts(discourse.text), Part("object", held),
        *(dated.parts(offset) if dated is not None else ()),
    )  # fmt: skip
    told = [part.span for part in parts if part.span is not None and part.part not in ("antecedent", "date_anchor")]
    quote = Span(min(span.start for span in told), max(span.end for span in told))
    when = dated.when if dated is not None else None
    return Statement("award", who.name, quote, parts, "prose.named_after", round(0.84 + who.sure, 3), when=when)


def _begin_of_subject(units: list[Unit], clause: Clause) -> tuple[int, int] | None:
    """The whole of a subject: ``The international airport at Juticalpa``, cut at its prepositions elsewhere."""
    last = clause.group
    first = last
    while first > clause.begin and units[first - 1].kind in (WORD, NAME) and last - first < 10:
        if units[first - 1].lower in ("and", "but", "when", "while", "where"):
            break
        first -= 1
    if clause.subject is not None:
        first = min(first, clause.subject[0])
        while first > 0 and units[first - 1].kind in (WORD, NAME) and last - first < 10:
            if units[first - 1].lower in ("and", "but", "when", "while", "where"):
                break
            first -= 1
    while first < last and units[first].lower in ("in", "on", "and"):
        first += 1
    return (first, last) if first < last else None


def _before_which(units: list[Unit], first: int, last: int) -> tuple[int, int]:
    """``opened the school at Marsh, which was named after her``: the noun before the pronoun, from its article on."""
    if units[last - 1].lower not in ("which", "that"):
        return first, last
    last -= 2 if last > 1 and units[last - 2].lower == "," else 1
    begin = last - 1
    while begin > 0 and last - begin < 9 and units[begin - 1].kind in (WORD, NAME):
        if units[begin].lower in ("the", "a", "an", "another") and units[begin - 1].lower not in ("of", "at", "in"):
            break
        begin -= 1
    return (begin, last) if begin >= 0 and units[begin].lower in ("the", "a", "an", "another") else (last - 1, last)


def _honoured(discourse: Discourse, units: list[Unit], clause: Clause) -> Who | None:
    """Whom ``after him``, ``for Holm``, ``in his honour`` or ``her name`` means."""
    passive = clause.passive
    for place in range(max(clause.begin, clause.group - 8), clause.group - 1):
        unit, following = units[place], units[place + 1]
        if passive and unit.lower in ("his", "her") and following.lower in ("honour", "honor", "memory"):
            return discourse.resolve_pronoun(unit, None)  # "a stamp in her honour was issued"
    for place in range(clause.verb + 1, min(len(units) - 1, clause.end)):
        unit, following = units[place], units[place + 1]
        is_own = unit.lower in ("his", "her") and following.lower in ("name", "honour", "honor", "memory")
        if unit.kind == WORD and is_own:
            return discourse.resolve_pronoun(unit, None)
        if not passive or unit.kind != WORD or unit.lower not in ("after", "for", "to"):
            continue
        if following.kind == WORD and following.lower in ("him", "her"):
            return discourse.resolve_pronoun(following, None)
        if following.kind == NAME and unit.lower == "after":
            found = discourse.resolve_name(following)
            return found if found is not None and found.person is not None else None
    return None


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
    if units[clause.verb].lower in ("took", "brought", "enabled", "allowed"):
        if clause.connector == "which":
            return None  # "won the prize, which enabled him to travel"
        # "A Guggenheim Fellowship took her to New York"
        return discourse.resolve_pronoun(first, None) if first.lower in ("him", "her") else None
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
