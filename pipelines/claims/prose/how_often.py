"""How often something was given or done: ``twice``, ``three times``."""

from pipelines.claims.figures import Counted, to_number
from pipelines.claims.prose.tokens import Unit
from pipelines.claims.statement import Figure, Span


def times_told(units: list[Unit], at: int) -> Counted | None:
    """How often, of ``twice`` or ``three times`` at a place; null where neither stands there."""
    unit = units[at]
    if unit.lower in ("twice", "thrice"):
        return Counted(
            Span(unit.start, unit.end), Figure(value=2.0 if unit.lower == "twice" else 3.0, measure="awards")
        )
    number = to_number(unit.lower) if at + 1 < len(units) and units[at + 1].lower == "times" else None
    if number is None:
        return None
    return Counted(Span(unit.start, units[at + 1].end), Figure(value=number, measure="awards"))


def while_length(units: list[Unit], at: int) -> int:
    """How many units say how long or how often and open no phrase: ``was at various times mayor``, ``for a while``."""
    told = _WHILES.get(units[at].lower)
    if told is None:
        return 0
    said = tuple(unit.lower for unit in units[at + 1 : at + 4])
    return next((1 + length for length in (2, 3) if said[:length] in told), 0)


_WHILES: dict[str, set[tuple[str, ...]]] = {
    "for": {
        ("a", "time"),
        ("a", "while"),
        ("some", "time"),
        ("some", "years"),
        ("many", "years"),
        ("several", "years"),
    },
    "at": {("various", "times"), ("different", "times"), ("one", "time"), ("one", "point"), ("the", "same", "time")},
}
