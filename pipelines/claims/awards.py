"""Awards with their count: ``Two Orders of Lenin`` is one award and the figure 2."""

import re

from pipelines.claims import lexicon
from pipelines.claims.figures import plain_figure, to_number
from pipelines.claims.statement import Figure, Part, Span
from pipelines.claims.values import split_note, trim

_TIMES = re.compile(
    r"(?:[×x✕]\s*(?P<after>\d{1,2})|(?P<before>\d{1,2})\s*[×x✕]|(?P<times>\d{1,2})\s+times)", re.IGNORECASE
)
_LEADING = re.compile(r"(?P<n>[A-Za-z]+|\d{1,2})\s+(?:times\s+)?(?=\S)")
_PLURAL = re.compile(
    r"(?:Orders|Medals|Crosses|Prizes|Awards|Stars|Hearts|Ribbons|Titles|Badges|Cups|Medallists?)\b", re.IGNORECASE
)


def count_award(text: str, item: Span) -> tuple[Span, Figure | None, tuple[Part, ...]]:
    """The award named by an item, how many of it where the words say so, and the part of the figure.

    ``Two Orders of Lenin`` · ``Order of Lenin (2)`` · ``Order of Lenin × 3`` · ``3 x Order of Lenin``; a bracket that
    is neither count nor part of the name is left out of the award.
    """
    named, note = split_note(text, item)
    if note is not None:
        inner = text[note.start : note.end].strip().lower().removesuffix("times").strip(" ×x")
        if (inner.isdigit() and len(inner) <= 2) or inner in lexicon.load("figures")["numerals"]:
            return named, plain_figure(inner, "awards"), (Part("figure", trim(text, *note)),)
        times = _TIMES.search(text, note.start, note.end)
        if times is not None:
            return named, _counted(times), (Part("figure", Span(*times.span())),)
    times = _TIMES.search(text, named.start, named.end)
    if times is not None and times.start() > named.start:
        return trim(text, named.start, times.start(), " \t,("), _counted(times), (Part("figure", Span(*times.span())),)
    if times is not None:
        return trim(text, times.end(), named.end), _counted(times), (Part("figure", Span(*times.span())),)
    leading = _LEADING.match(text, named.start, named.end)
    if leading is not None:
        number = to_number(leading["n"])
        rest = Span(leading.end(), named.end)
        if number is not None and number > 1 and _PLURAL.search(text, rest.start, rest.end):
            return rest, plain_figure(leading["n"], "awards"), (Part("figure", Span(*leading.span("n"))),)
    return named, None, ()


def _counted(times: re.Match[str]) -> Figure:
    return plain_figure(times["after"] or times["before"] or times["times"], "awards")
