"""Groups as subjects, with their figure: ``over 1,300 officials were arrested`` · ``many victims were released``."""

from pipelines.claims import lexicon
from pipelines.claims.figures import Counted, find_figures
from pipelines.claims.prose.clauses import Clause
from pipelines.claims.prose.subjects import Who
from pipelines.claims.prose.tokens import BRACKET, NUMBER, WORD, Unit
from pipelines.claims.statement import Span

GROUP_EVENTS = frozenset(
    [
        *("arrest", "execution", "imprisonment", "exile", "release", "rehabilitation", "expulsion", "sentence"),
        *("trial", "death", "purge", "acquittal", "interrogation"),
    ]
)
"""What befalls groups whose members nobody names."""

_LONGEST = 14
"""Units a group's name may have, so that reading stays linear."""


def read_group(text: str, units: list[Unit], clause: Clause) -> tuple[Who, Counted | None] | None:
    """The group a clause's subject names, by its words without article and figure, and the figure; null for none."""
    if clause.subject is None or (not clause.passive and clause.subject[1] - clause.subject[0] < 2):
        return None
    kept = [unit for unit in units[clause.subject[0] : clause.subject[1]] if unit.kind != BRACKET]
    if not kept or len(kept) > _LONGEST:
        return None
    begin = _begin_with_qualifier(units, clause.subject[0])
    whole = Span(units[begin].start, kept[-1].end)
    counted = next(iter(find_figures(text, whole.start, whole.end)), None)
    if counted is not None and counted.span.end < kept[-1].start:
        kept = [unit for unit in kept if unit.start >= counted.span.end]
    while kept and (kept[0].lower in lexicon.words("words", "determiners") or kept[0].kind == NUMBER):
        kept = kept[1:]
    if not kept or not _head_is_people(kept):
        return None
    span = Span(kept[0].start, kept[-1].end)
    return Who(text[span.start : span.end], None, span, (), -0.06), counted


def _begin_with_qualifier(units: list[Unit], begin: int) -> int:
    """Where ``over`` or ``more than`` before a figure begins: clauses cut prepositions off their subjects."""
    while begin > 0 and units[begin - 1].lower in ("over", "than", "more", "at", "least", "about", "around", "nearly"):
        begin -= 1
    return begin


def _head_is_people(units: list[Unit]) -> bool:
    for place, unit in enumerate(units):
        after = units[place + 1] if place + 1 < len(units) else None
        if after is None or (after.kind == WORD and after.lower in lexicon.words("words", "prepositions")):
            return unit.lower.split()[-1] in lexicon.words("heads", "people")
    return False
