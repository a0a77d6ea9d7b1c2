"""Moves from place to place that share one verb: ``emigrated to Berlin and then, in 1925, to Paris``."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from pipelines.claims.prose.kinds import Phrase, head_of
from pipelines.claims.prose.places import is_place_like
from pipelines.claims.prose.tokens import DATE, NAME, Unit
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.when import Dated

_JOINING = frozenset(
    [",", "and", "then", "later", "afterwards", "finally", "thence", "subsequently", "eventually", "from", "there"]
)
_DATING = ("in", "on", "about", "around")


class _Step(NamedTuple):
    """A further place moved to, with its own date."""

    begin: int
    place: Span
    dated: Dated | None


def read_journeys(units: list[Unit], statements: list[Statement], offset: int) -> list[Statement]:
    """The statements of a sentence with a move to each further place; a date before ``to`` is the place's behind it."""
    told = {place.span.start for each in statements if (place := each.first("place")) is not None and place.span}
    made: list[Statement] = []
    for statement in statements:
        place = statement.first("place")
        is_move = statement.event_type == "residence" and statement.subtype == "move"
        if not is_move or place is None or place.span is None or place.role is not None:
            made.append(statement)
            continue
        end = place.span.end
        steps = list(_steps(units, next((at for at, unit in enumerate(units) if unit.start >= end), len(units))))
        date = statement.first("date")
        if date is not None and any(step.dated is not None and step.dated.span == date.span for step in steps):
            statement = replace(statement, when=None, parts=_without_dates(statement))
        made.append(statement)
        for step in steps:
            if step.place.start not in told:
                told.add(step.place.start)
                made.append(_statement(statement, units, step, offset))
    return made


def _steps(units: list[Unit], at: int) -> Iterator[_Step]:
    """The places behind the first, in order; ``at`` is behind it, where its own date may stand."""
    at = _behind_date(units, at)[0]
    while at < len(units):
        begin = at
        while at < len(units) and units[at].lower in _JOINING:
            at += 1
        if at == begin:
            return
        at, dated = _behind_date(units, at)
        at += dated is not None and at < len(units) and units[at].lower == ","
        if at + 1 >= len(units) or units[at].lower != "to":
            return
        first = at + 1 + (units[at + 1].lower == "the")
        named = units[first] if first < len(units) and units[first].kind == NAME else None
        if named is None or not is_place_like(Phrase([named], Span(named.start, named.end), head_of([named]))):
            return
        at, behind = _behind_date(units, first + 1)
        yield _Step(begin, Span(named.start, named.end), dated or behind)


def _behind_date(units: list[Unit], at: int) -> tuple[int, Dated | None]:
    """The place behind a date with its preposition that stands here, and the date."""
    after = at + 1 if at < len(units) and units[at].lower in _DATING else at
    if after < len(units) and units[after].kind == DATE:
        return after + 1, units[after].dated
    return at, None


def _statement(before: Statement, units: list[Unit], step: _Step, offset: int) -> Statement:
    kept = tuple(
        Part("antecedent", part.span, None, part.value) if part.part == "subject" else part
        for part in _without_dates(before)
        if part.part in ("trigger", "subject", "antecedent")
    )
    dated = step.dated.parts(offset) if step.dated is not None else ()
    stood = [step.place, *(part.span for part in dated if part.part == "date" and part.span is not None)]
    return replace(
        before, parts=(*kept, Part("place", step.place), *dated), rule="prose.journey", duration=None,
        quote=Span(min(units[step.begin].start, *(span.start for span in stood)), max(span.end for span in stood)),
        when=step.dated.when if step.dated is not None else None, confidence=round(min(before.confidence, 0.84), 3),
    )  # fmt: skip


def _without_dates(statement: Statement) -> tuple[Part, ...]:
    return tuple(part for part in statement.parts if part.part not in ("date", "date_anchor"))
