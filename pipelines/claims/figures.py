"""Figures: the words of a count or amount as a number with its qualifier, unit and measure."""

import re
from typing import Any, NamedTuple

from pipelines.claims import lexicon
from pipelines.claims.statement import Figure, Span


class Counted(NamedTuple):
    """A figure in the page: its words (qualifier included) and its columns."""

    span: Span
    figure: Figure


def plain_figure(words: str, measure: str | None) -> Figure:
    """A bare number, ``3``, of what is counted."""
    return Figure(value=to_number(words), measure=measure)


def to_number(words: str) -> float | None:
    """``1,300`` · ``1.4`` · ``two`` as a number; null where it is none."""
    plain = words.strip().lower()
    named: dict[str, int] = lexicon.load("figures")["numerals"]
    if plain in named:
        return float(named[plain])
    tens, _, ones = plain.partition("-")
    if ones and tens in named and ones in named:
        return float(named[tens] + named[ones])
    plain = plain.replace(",", "").replace("\u00a0", "").replace(" ", "")
    try:
        return float(plain)
    except ValueError:
        return None


_AMOUNT = r"\d{1,3}(?:[,\u00a0 ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"


def _compile() -> re.Pattern[str]:
    data = lexicon.load("figures")
    qualifiers = "|".join(sorted(map(re.escape, data["qualifiers"]), key=len, reverse=True))
    scales = "|".join(sorted(map(re.escape, data["scales"]), key=len, reverse=True))
    numerals = "|".join(sorted((n for n in data["numerals"]), key=len, reverse=True))
    ones = "|".join(numeral for numeral, value in data["numerals"].items() if 0 < value < 10 and numeral.isalpha())
    openers = "|".join(data["before_scales"])
    tens = "|".join(numeral for numeral, value in data["numerals"].items() if 20 <= value < 100)
    number = rf"{_AMOUNT}|\b(?:(?:{tens})-(?:{ones})|{numerals})\b|\b(?:{openers})(?=[ \u00a0](?:{scales})\b)"
    return re.compile(
        rf"(?:\b(?P<q>{qualifiers})\s+)?(?:\b(?P<between>between)\s+)?(?P<money>[$£€₽])?(?<![\w.,])(?P<a>{number})"
        rf"(?:(?:\s*(?:–|-|to|or)\s*|(?(between)\s+and\s+|(?!)))(?P<b>{number}))?"
        rf"(?:[ \u00a0](?P<s>{scales})\b\.?(?: and (?P<rest>(?:{tens})-(?:{ones})|{numerals}|\d{{1,2}})\b)?)?"
        r"(?P<p>\s?(?:%|percent|per cent))?",
        re.IGNORECASE,
    )


_PATTERN: list[re.Pattern[str]] = []


def find_figures(text: str, start: int, end: int) -> list[Counted]:
    """The figures in a stretch of the page, in order: amounts with what qualifies and scales them."""
    if not _PATTERN:
        _PATTERN.append(_compile())
    data: dict[str, Any] = lexicon.load("figures")
    found = []
    for match in _PATTERN[0].finditer(text, start, end):
        amount = match["a"].lower()
        low = data["before_scales"].get(amount, to_number(amount))
        high = to_number(match["b"]) if match["b"] else None
        scale = data["scales"].get(match["s"].lower().rstrip("."), 1) if match["s"] else 1
        rest = to_number(match["rest"]) or 0 if match["rest"] else 0  # "two hundred and fifty"
        qualifier = data["qualifiers"].get(match["q"].lower()) if match["q"] else None
        if low is None:
            continue
        unit = "%" if match["p"] else match["money"]
        if high is not None and high > low:
            figure = Figure(None, float(low * scale), float(high * scale), qualifier, unit)
        else:
            figure = Figure(float(low * scale + rest), None, None, qualifier, unit)
        found.append(Counted(Span(match.start(), match.end()), figure))
    return found
