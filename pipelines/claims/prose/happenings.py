"""What happened to many, where a name tells it with its date: ``the 18th Party Congress in March 1939``."""

from pipelines.claims import lexicon
from pipelines.claims.prose.tokens import BRACKET, DATE, NAME, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.when import Dated

_LINKS = {"in", "on", "of", "from", "between", "held"}
_REACH = 6
"""Units between the name and its date: a place and a preposition."""


def read_happenings(text: str, units: list[Unit], offset: int) -> list[Statement]:
    """One happening for each such name; nothing for a name that no date follows at once."""
    heads = lexicon.words("heads", "happening")
    made: list[Statement] = []
    for place, unit in enumerate(units):
        if unit.kind != NAME or unit.lower.split()[-1] not in heads or len(unit.lower.split()) < 2:
            continue
        dated = _date_behind(units, place)
        if dated is None:
            continue
        begin = units[place - 1].start if place and units[place - 1].lower[:1].isdigit() else unit.start
        span = Span(begin, unit.end)
        parts = (Part("subject", span), *dated.parts(offset))
        quote = Span(span.start, max(span.end, dated.span.end))
        made.append(
            Statement("happening", text[span.start : span.end], quote, parts, "prose.happening", 0.8, when=dated.when)
        )
    return made


def _date_behind(units: list[Unit], place: int) -> Dated | None:
    """The date in the bracket behind the name, or behind a preposition with at most a place between."""
    following = units[place + 1] if place + 1 < len(units) else None
    if following is not None and following.kind == BRACKET:
        inner = following.inner or []
        return inner[0].dated if len(inner) == 1 and inner[0].kind == DATE else None
    for at in range(place + 1, min(len(units), place + _REACH)):
        unit = units[at]
        if unit.kind == DATE:
            return unit.dated if units[at - 1].lower in _LINKS else None
        if not (unit.kind == NAME or (unit.kind == WORD and unit.lower in _LINKS | {"the"})):
            return None
    return None
