"""Other names the page's subject goes by: maiden names, pen names, nicknames and titles, from fields and the lead.

A page that calls Anne Marsh ``Anne Holt`` in her youth and ``Lady Grey`` later speaks of one person.
"""

import re
from collections.abc import Iterable, Iterator

from pipelines.claims.statement import Span, Statement

_NAME = r"[A-ZÀ-Þ][^\W\d_]+(?:['’-][^\W\d_]+)*"
_NAMES = rf"{_NAME}(?:\s+(?:(?:de|da|di|von|van|der|den|la|le|y|e|i|bin|ibn|al)\s+)*{_NAME}){{0,4}}"
_BORN = re.compile(rf"\b(?:born|née|nee|né)\s+(?P<name>{_NAMES})(?=\s*[,;)])")
_CALLED = re.compile(
    rf"\b(?:known\s+(?:\w+\s+)?as|pen\s+name|pseudonym|stage\s+name|also\s+called|alias)\s+[\"“]?(?P<name>{_NAMES})"
)
_TITLE = re.compile(
    rf",\s+(?:\d+(?:st|nd|rd|th)\s+)?(?:Duke|Earl|Marquess|Marquis|Viscount|Baron|Lord|Lady|Count|Baroness|Countess|"
    rf"Duchess|Marchioness|Viscountess|Graf|Freiherr)\s+(?:of\s+|von\s+)?(?P<name>{_NAME})"
)
_NICKNAME = re.compile(rf"[\"“](?P<name>{_NAME})[\"”]\s+(?P<last>{_NAME})")
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_REACH = 400
"""Code points of a lead in which its subject's other names stand: the name, its bracket, what follows ``was``."""


def find_aliases(text: str, lead: Span | None, told: Iterable[Statement]) -> list[str]:
    """The other names that name statements and the lead's wording give, in the order found."""
    found = [*_told(text, told)]
    if lead is not None:
        end = text.find("\n", lead.start)
        stop = min(lead.start + _REACH, len(text) if end == -1 else end)
        closing = text.find(")", lead.end, stop)  # behind its bracket a lead may name a wife née somebody
        found += [match["name"] for match in _BORN.finditer(text, lead.start, max(closing + 1, lead.start))]
        for pattern in (_CALLED, _TITLE):
            found += [match["name"] for match in pattern.finditer(text, lead.start, stop)]
        found += [f"{match['name']} {match['last']}" for match in _NICKNAME.finditer(text, lead.start, stop)]
    return [name for name in dict.fromkeys(found) if not _MONTH.match(name)]


def _told(text: str, told: Iterable[Statement]) -> Iterator[str]:
    """The names that fields and the name line call names."""
    for statement in told:
        held = statement.first("object")
        if statement.event_type == "attribute" and statement.subtype == "name" and held is not None and held.span:
            words = text[held.span.start : held.span.end]
            if words[:1].isupper() and len(words.split()) <= 5 and words.isascii():
                yield words
