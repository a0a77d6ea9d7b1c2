"""How much or how many a statement tells: the money of a fine or ransom, the number of what a deed was done with."""

import re
from dataclasses import replace

from pipelines.claims import lexicon
from pipelines.claims.figures import Counted, find_figures
from pipelines.claims.statement import Part, Span, Statement

_REACH = 90
"""Code points behind the verb in which a fine or ransom is told."""

_PAID = frozenset(["sentence", "release"])
_COUNTED = frozenset(["action", "decision", "award", "publication"])
_PLURAL = re.compile(r"\s+(?:more\s+|other\s+|further\s+|new\s+|of\s+)?[a-zß-ÿ][^\W\d_]*s\b")


def with_amounts(text: str, statements: list[Statement], end: int) -> list[Statement]:
    """The statements, each with the figure its own words tell; ``end`` is where the words of their clause end."""
    return [_with_amount(text, each, end) for each in statements]


_MANY = 10
"""From how many on a deed is told for its number: ``gathered 411 signatures``."""


def has_amount(text: str, thing: Span, end: int) -> bool:
    """Whether a thing is counted by many, or money told with it, so that the deed is worth telling without a date."""
    is_paid = text[thing.end : thing.end + 5].lower() == " for "  # "ransomed the garrison for 6,000 dinars"
    reach = min(end, thing.end + 40) if is_paid else thing.end
    if not _has_number(text[thing.start : reach]):
        return False
    counted = find_money(text, thing.start, reach) or _number(text, thing.start, thing.end)
    value = counted.figure.value if counted is not None else None
    return counted is not None and (value is None or value >= _MANY)


def _with_amount(text: str, statement: Statement, end: int) -> Statement:
    if statement.figure is not None:
        return statement
    counted = None
    trigger = next((part.span for part in statement.parts if part.part == "trigger"), None)
    if statement.event_type in _PAID and trigger is not None:
        counted = find_money(text, trigger.end, min(end, trigger.end + _REACH))
    elif statement.event_type in _COUNTED:
        held = statement.first("object")
        if held is not None and held.span is not None and _has_number(text[held.span.start : held.span.end]):
            begin = held.span.start - (text[held.span.start - 1 : held.span.start] in ("$", "£", "€"))
            counted = find_money(text, begin, held.span.end)
            if counted is None:
                number = _number(text, begin, held.span.end)
                if number is not None and (statement.event_type == "action" or _opens(text, number, held.span)):
                    counted = number
    if counted is None:
        return statement
    quote = Span(min(statement.quote.start, counted.span.start), max(statement.quote.end, counted.span.end))
    return replace(
        statement, figure=counted.figure, quote=quote, parts=(*statement.parts, Part("figure", counted.span))
    )


def _has_number(words: str) -> bool:
    """Whether words hold a digit or a numeral, without which no figure needs to be looked for."""
    numerals = lexicon.load("figures")["numerals"]
    return any(word in numerals or word[0].isdigit() for word in words.lower().replace("-", " ").split())


def find_money(text: str, start: int, end: int) -> Counted | None:
    """The first amount of money: behind a sign, or before the name of a currency."""
    currencies = lexicon.words("figures", "currencies")
    for counted in find_figures(text, start, end):
        if counted.figure.unit in ("$", "£", "€", "₽"):
            return counted
        at = counted.span.end
        for word in text[at : at + 24].split()[:2]:
            at = text.index(word, at) + len(word)
            bare = word.rstrip(".,;)")
            if bare.lower() in currencies:
                span = Span(counted.span.start, at - len(word) + len(bare))
                return Counted(span, replace(counted.figure, unit=bare.lower()))
    return None


_MEASURED = {
    "metres",
    "meters",
    "metre",
    "miles",
    "yards",
    "feet",
    "km",
    "m",
    "years",
    "days",
    "months",
    "weeks",
    "hours",
}
"""What is measured and not counted: ``the 100 metres``."""


def _number(text: str, start: int, end: int) -> Counted | None:
    """The first number of things, with what is counted: no year, no ordinal, no one, no distance of a race."""
    for counted in find_figures(text, start, end):
        value, words = counted.figure.value, text[counted.span.start : counted.span.end]
        behind = text[counted.span.end : end]
        is_year = value is not None and len(words) == 4 and words.isdigit()
        is_apart = behind[:1] in (" ", "\u00a0") and bool(behind.strip())
        if is_apart and not is_year and behind.split()[0].lower() not in _MEASURED and (value is None or value > 1):
            return Counted(counted.span, replace(counted.figure, measure=behind.strip()))
    return None


def _opens(text: str, counted: Counted, held: Span) -> bool:
    """Whether an object is so many of something: ``four stages``, ``five more novels``, but not ``1 Corinthians``."""
    return counted.span.start == held.start and _PLURAL.match(text, counted.span.end, held.end) is not None
