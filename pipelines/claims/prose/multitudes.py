"""A counted multitude as words of a sentence: ``some 9,000 soldiers and sailors`` · ``300 lives`` · ``60 mills``."""

from bisect import bisect_left
from typing import NamedTuple

from pipelines.claims import lexicon
from pipelines.claims.figures import Counted, find_figures
from pipelines.claims.prose.groups import group_at
from pipelines.claims.prose.tokens import DATE, LENGTH, NAME, WORD, Unit
from pipelines.claims.statement import Span


class Multitude(NamedTuple):
    """Who or what is counted, the figure, and the place of the unit behind its words."""

    span: Span
    counted: Counted
    end: int


_BARE = ("dead", "lives", "souls", "victims")
"""Those who are counted by a word of their own."""

_CLOSING = ("prepositions", "connectors", "auxiliaries", "determiners")
"""Lists of words with which the words of a multitude are over."""

_OF_MANY = {"total", "force", "army", "crowd", "group", "party", "number", "detachment", "garrison", "toll"}
"""Words whose ``of`` counts the same people: ``a garrison of 3,000 men``."""

_FAR = 10
"""Units that may stand between a multitude and the verb that tells what it suffered."""


def multitude_at(text: str, units: list[Unit], start: int, *, has_things: bool) -> Multitude | None:
    """The multitude whose figure begins at a place or behind the article there; null where none does."""
    while start < len(units) and units[start].lower in ("the", "all", "a", "total", "of") and units[start].kind == WORD:
        start += 1
    counted = figure_at(text, units, start)
    if counted is None:
        return None
    first = start
    while first < len(units) and units[first].start < counted.span.end:
        first += 1
    if first >= len(units):
        return None
    group = group_at(text, units, start)
    if group is not None and group[0].span is not None and group[1] is not None:
        return Multitude(group[0].span, counted, group[2])
    for at in range(first, min(len(units), first + 4)):
        word = units[at].lower
        if units[at].kind not in (WORD, NAME) or any(word in lexicon.words("words", key) for key in _CLOSING):
            break
        if word in _BARE or (has_things and units[at].kind == WORD and word.endswith("s")):
            return Multitude(Span(units[first].start, units[at].end), counted, at + 1)
    return None


def figure_at(text: str, units: list[Unit], start: int) -> Counted | None:
    """The figure that begins at a place and counts several; null where none does."""
    if start >= len(units) or units[start].kind in (DATE, LENGTH):
        return None
    stop = min(len(units), start + 8) - 1
    counted = next(iter(find_figures(text, units[start].start, units[stop].end)), None)
    is_here = counted is not None and counted.span.start == units[start].start and _counts(counted)
    return counted if is_here else None


def multitude_before(text: str, units: list[Unit], stop: int, *, has_things: bool) -> Multitude | None:
    """The multitude told last before a place, with nothing but words that say which or how between."""
    floor = max(0, stop - 2 * _FAR)
    if floor >= stop:
        return None
    for counted in reversed(find_figures(text, units[floor].start, units[stop - 1].end)):
        at = bisect_left(units, counted.span.start, key=_start)
        if at >= stop or units[at].start != counted.span.start or _is_part_of_number(units, at):
            continue
        found = multitude_at(text, units, at, has_things=has_things)
        if found is None:
            continue
        between = units[found.end : stop]
        if found.end > stop or len(between) > _FAR or any(unit.lower in (",", "and", "who", "—") for unit in between):
            return None
        return found
    return None


def _start(unit: Unit) -> int:
    return unit.start


def _counts(counted: Counted) -> bool:
    """Whether a figure counts several."""
    figure = counted.figure
    most = figure.value if figure.value is not None else figure.high
    return most is not None and most >= 2 and figure.unit is None


def _is_part_of_number(units: list[Unit], at: int) -> bool:
    """``a town of 3,000 people``: there is more told of than people; ``3 of the 12 defendants``: not all of them."""
    back = at - 1
    while back >= 0 and units[back].lower in ("the", "these", "those", "his", "her", "their"):
        back -= 1
    return back > 0 and units[back].lower == "of" and units[back - 1].lower not in _OF_MANY
