"""What somebody is to somebody by a word and ``of`` or ``to``: ``an adviser to X and Y``, ``a pupil of X``."""

from pipelines.claims import lexicon
from pipelines.claims.prose.kinds import Phrase
from pipelines.claims.prose.phrases import Complements, person_of
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import NAME
from pipelines.claims.statement import Part, Span, Statement

_PRIVATE = frozenset(
    [
        *("friend", "pupil", "disciple", "lover", "mistress", "companion", "protégé", "follower", "admirer"),
        *("student", "apprentice"),
    ]
)
"""What one is to a person only, so that a lone name is somebody's."""


def read_associate(
    discourse: Discourse, text: str, who: Who, phrase: Phrase, complements: Complements
) -> list[Statement]:
    """``an adviser to X and Y`` · ``a pupil of X``: the one is to the other what the word says."""
    subtype = lexicon.load("heads")["associates"].get(phrase.head)
    if subtype is None:
        return []
    named = [unit for unit in phrase.units if unit.kind == NAME] if any(u.lower == "of" for u in phrase.units) else []
    at = complements.index(phrase) + 1
    for following in complements.phrases[at:]:
        if (not named and following.slot != "to") or following.slot not in ("to", phrase.slot):
            break
        unit = person_of(following)
        if unit is None or following.link == ",":
            break
        named.append(unit)
    made: list[Statement] = []
    for unit in named[:4]:
        is_private = phrase.head in _PRIVATE
        other = discourse.resolve_owner(unit) if is_private else discourse.resolve_name(unit)
        if other is None or other.span is None or other.name == who.name:
            return made
        words = text[other.span.start : other.span.end]
        if other.person is None and len(words.split()) < 2 and other.span.start == unit.start and not is_private:
            return made
        head = next(u for u in phrase.units if u.lower.split()[-1] == phrase.head)
        parts = (
            Part("trigger", Span(head.start, head.end)),
            *who.parts(text),
            Part("object", other.span, None, other.name if words != other.name else None),
        )
        quote = Span(min(phrase.span.start, who.span.start if who.span is not None else head.start), other.span.end)
        made.append(
            Statement(
                "association", who.name, quote, parts, "prose.associate_of", round(0.9 + who.sure, 3), subtype=subtype
            )
        )
    return made
