"""An office split into parts: the body it is held in and the territory it is over, beside the office as written."""

import re

from pipelines.claims import lexicon
from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.kinds import Phrase, is_head
from pipelines.claims.prose.phrases import Complements
from pipelines.claims.prose.tokens import NAME
from pipelines.claims.statement import Part, Span
from pipelines.claims.values import trim

_OF = re.compile(r"\b(?:of|at|in|for|to)\s+(?:the\s+|its\s+|his\s+|her\s+)?", re.IGNORECASE)
_TERRITORIES = re.compile(
    r"\b(?:governorate|province|oblast|region|district|county|state|republic|kingdom|empire|territory|colony|krai|"
    r"canton|duchy|principality|prefecture|raion|borough|island|islands)$",
    re.IGNORECASE,
)

_LONGEST = 400
"""Code points of the longest office that is split: no real one comes near it, and hostile text stays linear."""


def office_parts(text: str, office: Span) -> tuple[Part, ...]:
    """The parts ``body`` (a participant) and ``place`` of an office: what stands after its prepositions."""
    if office.end - office.start > _LONGEST:
        return ()
    for found in _OF.finditer(text, office.start, office.end):
        if found.start() == office.start or found.end() >= office.end:
            continue
        rest = Span(found.end(), office.end)
        words = re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*", text[rest.start : rest.end].lower())
        if any(word in lexicon.words("heads", "body") or word in lexicon.words("heads", "party") for word in words):
            rest = _behind_subject(text, rest)
            return (Part("participant", rest, "body"),)
        if len(words) > 1 and _TERRITORIES.search(text[rest.start : rest.end]):  # "head of state" names none
            return (Part("participant", rest, "body"), Part("place", rest))
    return ()


def _behind_subject(text: str, rest: Span) -> Span:
    """``neurosurgery at Marsh University``: the body behind the subject taught there."""
    before, at, behind = text[rest.start : rest.end].partition(" at ")
    named = behind.removeprefix("the ")
    if not at or not before.islower() or not named[:1].isupper():
        return rest
    is_body = any(word in lexicon.words("heads", "body") for word in before.split())
    return rest if is_body else Span(rest.end - len(named), rest.end)


def extend_body(text: str, phrase: Phrase, complements: Complements) -> Span:
    """The whole name of a body: ``Committee on Banking``, ``College for Women``, ``Society for the Blind``."""
    at = complements.index(phrase) + 1
    following = complements.phrases[at] if at < len(complements.phrases) else None
    last = phrase.units[-1]
    is_body = last.kind == NAME and any(is_head(last.lower.split()[-1], key) for key in ("body", "school", "chamber"))
    if (
        not is_body
        or following is None
        or following.preposition is None
        or following.slot not in ("on", "for", "against")
    ):
        return phrase.span
    is_near = not text[phrase.span.end : following.preposition.start].strip() and not following.link
    is_named = following.first.kind == NAME and following.article in ("", "the")
    return Span(phrase.span.start, following.span.end) if is_near and is_named else phrase.span


def further_bodies(complements: Complements, phrase: Phrase) -> list[Phrase]:
    """``a member of the Royal Society and the Leith Institute`` · ``… and of the Senate``: those behind the first."""
    found: list[Phrase] = []
    for other in complements.phrases[complements.index(phrase) + 1 :]:
        is_listed = other.slot == phrase.slot and other.link in (",", "and") and other.article in ("the", "its")
        is_of = other.slot == "of" and other.first.kind == NAME
        is_body = fits(other, "member_body") or (other.first.kind == NAME and is_head(other.head, "body"))
        if not (is_of or (is_listed and is_body)):
            break
        found.append(other)
    return found


def body_of_membership(text: str, span: Span) -> Span:
    """The body in ``member of the Central Committee``, without its article."""
    of = text.lower().find(" of ", span.start, span.end)
    if of == -1:  # "party member"
        return trim(text, span.start, text.rfind(" ", span.start, span.end))
    body = trim(text, of + 4, span.end, " \t\n,;.")
    for article in ("the ", "an ", "a "):
        if text[body.start : body.start + len(article)].lower() == article:
            return Span(body.start + len(article), body.end)
    return body
