"""What opens a sentence in apposition to its subject: ``A devout Lutheran, he`` · ``A close friend of Chopin, she``."""

from pipelines.claims import lexicon
from pipelines.claims.prose.kinds import Phrase, head_of, is_head, is_job
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import NAME, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement

_LONGEST = 9
"""Units such an opening may have."""


def read_opening(discourse: Discourse, units: list[Unit], who: list[Who]) -> list[Statement]:
    """The allegiance, calling or association of an opening with an article, the subject right behind it."""
    if len(who) != 1 or len(units) < 5 or units[0].lower not in ("a", "an"):
        return []
    comma = next((at for at in range(2, min(len(units) - 1, _LONGEST)) if units[at].lower == ","), None)
    if comma is None or not (units[comma + 1].kind == NAME or units[comma + 1].lower in ("he", "she")):
        return []
    words = units[1:comma]
    if any(unit.kind not in (WORD, NAME) for unit in words):
        return []
    of = next((at for at, unit in enumerate(words) if unit.lower == "of"), None)
    head = head_of(words)
    subtype = lexicon.load("heads")["associates"].get(head)
    if subtype is not None and of is not None and words[of + 1].kind == NAME and of + 2 == len(words):
        other = discourse.resolve_owner(words[of + 1])
        if other is None or other.span is None or other.name == who[0].name:
            return []
        named = discourse.text[other.span.start : other.span.end]
        held = Part("object", other.span, None, other.name if named != other.name else None)
        return [_made(discourse, who[0], words, held, "association", subtype)]
    if of is not None or head in lexicon.load("heads")["kin"]:
        return []
    span = Span(words[0].start, words[-1].end)
    if is_head(head, "allegiance"):
        return [_made(discourse, who[0], words, Part("object", span), "attribute", "allegiance")]
    if is_job(Phrase(words, span, head)) or is_head(head, "occupation"):
        return [_made(discourse, who[0], words, Part("object", span), "attribute", "occupation")]
    return []


def _made(discourse: Discourse, who: Who, words: list[Unit], held: Part, event: str, subtype: str) -> Statement:
    parts = (*who.shared().parts(discourse.text), held)
    quote = Span(words[0].start, words[-1].end)
    return Statement(event, who.name, quote, parts, "prose.opening", round(0.86 + who.sure, 3), subtype=subtype)
