"""Wikitext: boxes of fields in templates, words among links and references, headings between equals signs."""

import re

from pipelines.sources.document import Page
from pipelines.sources.wikitext.cut import cut

NAME = "wikitext"

_LOOKED_AT = 20_000
_SIGNS = (
    (re.compile(r"\{\{\s{0,9}Infobox[\s_]", re.IGNORECASE), 0.6),
    (re.compile(r"\[\[[^\[\]\n]{1,200}\]\]"), 0.25),
    (re.compile(r"'''[^'\n]{2,200}'''"), 0.25),
    (re.compile(r"<ref[\s>/]", re.IGNORECASE), 0.25),
    (re.compile(r"\{\{[^{}\n|]{1,80}(?:\||\}\})"), 0.2),
    (re.compile(r"^==[^=\n].{0,200}==\s*$", re.MULTILINE), 0.1),
    (re.compile(r"\[\[(?:Category|Категория):", re.IGNORECASE), 0.3),
)
_REDIRECT = re.compile(r"\s*#(?:redirect|перенаправление)\s*:?\s*\[\[", re.IGNORECASE)
_TITLE_FIRST = re.compile(r"\s*=[^=]")


def recognise(text: str) -> float:
    """By its signs in the first and last stretch: boxes, links, bold words, references, templates, categories."""
    if _REDIRECT.match(text):
        return 0.9
    head = text[:_LOOKED_AT]
    if _TITLE_FIRST.match(head):
        return 0.0  # an export with its title as a heading
    looked_at = head if len(text) <= _LOOKED_AT else head + text[-2000:]
    sureness = sum(weight for sign, weight in _SIGNS if sign.search(looked_at))
    return min(0.98, sureness)


def split(text: str) -> Page:
    """The blocks of a wikitext, its references, and the words it shows."""
    return cut(text)
