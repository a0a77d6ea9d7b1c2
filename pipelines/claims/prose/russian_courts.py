"""Russian sentences: to what, and by which court: ``приговорён ВКВС СССР 2 сентября 1938 г. к ВМН``."""

from pipelines.claims import lexicon
from pipelines.claims.prose.tokens import DATE, LENGTH, NAME, NUMBER, WORD, Unit
from pipelines.claims.statement import Span

_REACH = 24
"""Units behind the verb in which its penalty stands."""


def penalty_behind(units: list[Unit], place: int, stops: frozenset[str]) -> Span | None:
    """What somebody is sentenced to behind a verb or noun; ``stops`` are the words that open another statement."""
    end = min(len(units), place + _REACH)
    for at in range(place + 1, end):
        unit = units[at]
        if unit.lower in stops and unit.lower != "приговор":
            return None
        if unit.lower in ("к", "на") and unit.kind == WORD and _opens_penalty(units, at + 1):
            return _to_end(units, at + 1, stops)
        is_behind_colon = unit.lower == ":" and units[at - 1].lower in ("приговор", "мера наказания", "наказания")
        if is_behind_colon and _opens_penalty(units, at + 1):
            return _to_end(units, at + 1, stops)
    return None


def court_behind(units: list[Unit], place: int) -> Span | None:
    """The court named right behind the verb, a colon between them at most."""
    begin = place + 1
    if begin < len(units) and units[begin].lower == ":":
        begin += 1
    end = begin
    while end < len(units) and units[end].kind in (WORD, NAME) and units[end].lower not in ("к", "на", "по"):
        end += 1
    courts = tuple(lexicon.load("russian")["courts"])
    if end > begin and any(word.startswith(courts) for unit in units[begin:end] for word in unit.lower.split()):
        return Span(units[begin].start, units[end - 1].end)
    return None


def _opens_penalty(units: list[Unit], at: int) -> bool:
    penalties = tuple(lexicon.load("russian")["penalties"])
    near = units[at : at + 3]
    if not near or near[0].kind == DATE:
        return False
    return near[0].kind == LENGTH or any(
        unit.kind in (WORD, NAME) and unit.lower.startswith(penalties) for unit in near
    )  # fmt: skip


def _to_end(units: list[Unit], at: int, stops: frozenset[str]) -> Span:
    end = at
    while end < len(units) and units[end].kind in (WORD, NAME, LENGTH, NUMBER) and units[end].lower not in stops:
        end += 1
    while end > at + 1 and units[end - 1].lower in ("в", "с", "и", "на", "по"):
        end -= 1
    return Span(units[at].start, units[end - 1].end)
