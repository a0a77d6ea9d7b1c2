"""An office split into parts: the body it is held in and the territory it is over, beside the office as written."""

import re

from pipelines.claims import lexicon
from pipelines.claims.statement import Part, Span

_OF = re.compile(r"\b(?:of|at|in|for|to)\s+(?:the\s+|its\s+|his\s+|her\s+)?", re.IGNORECASE)
_TERRITORIES = re.compile(
    r"\b(?:governorate|province|oblast|region|district|county|state|republic|kingdom|empire|territory|colony|krai|"
    r"canton|duchy|principality|prefecture|raion|borough|island|islands)$",
    re.IGNORECASE,
)


def office_parts(text: str, office: Span) -> tuple[Part, ...]:
    """The parts ``body`` (a participant) and ``place`` of an office: what stands after its prepositions."""
    for found in _OF.finditer(text, office.start, office.end):
        if found.start() == office.start or found.end() >= office.end:
            continue
        rest = Span(found.end(), office.end)
        words = re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*", text[rest.start : rest.end].lower())
        if any(word in lexicon.words("heads", "body") or word in lexicon.words("heads", "party") for word in words):
            return (Part("participant", rest, "body"),)
        if _TERRITORIES.search(text[rest.start : rest.end]):
            return (Part("participant", rest, "body"), Part("place", rest))
    return ()
