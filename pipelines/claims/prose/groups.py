"""Groups as subjects, with their figure: ``over 1,300 officials were arrested`` · ``many victims were released``."""

from pipelines.claims import lexicon
from pipelines.claims.figures import Counted, find_figures, to_number
from pipelines.claims.prose.clauses import Clause
from pipelines.claims.prose.kinds import head_of, is_head
from pipelines.claims.prose.subjects import Who
from pipelines.claims.prose.tokens import BRACKET, NAME, NUMBER, QUOTE, WORD, Unit
from pipelines.claims.statement import Span

GROUP_EVENTS = frozenset(
    [
        *("arrest", "execution", "imprisonment", "exile", "release", "rehabilitation", "expulsion", "sentence"),
        *("trial", "death", "purge", "acquittal", "interrogation", "accusation"),
    ]
)
"""What befalls groups whose members nobody names."""

_LONGEST = 14
"""Units a group's name may have, so that reading stays linear."""

_QUALIFIERS = 6
"""Units before a subject in which its figure may begin."""


def read_group(text: str, units: list[Unit], clause: Clause) -> tuple[Who, Counted | None] | None:
    """The group a clause's subject names, by its words without article and figure, and the figure; null for none."""
    if clause.subject is None or (not clause.passive and clause.subject[1] - clause.subject[0] < 2):
        return None
    kept = [unit for unit in units[clause.subject[0] : clause.subject[1]] if unit.kind != BRACKET]
    if not kept or len(kept) > _LONGEST:
        return None
    # a clause cuts what stands before a preposition or "and" off its subject: "no fewer than 40", "two hundred and six"
    opening = units[max(0, clause.subject[0] - _QUALIFIERS)].start
    figures = find_figures(text, opening, kept[-1].end)
    counted = next((figure for figure in figures if figure.span.end > kept[0].start), None)
    if counted is not None and counted.span.end < kept[-1].start:
        kept = [unit for unit in kept if unit.start >= counted.span.end]
    if counted is not None and kept[0].lower == "of":
        kept = kept[1:]  # "three of the twelve defendants"
    while kept and (
        kept[0].lower in lexicon.words("words", "determiners")
        or kept[0].kind == NUMBER
        or to_number(kept[0].lower) is not None
    ):
        kept = kept[1:]
    if not kept or not _head_is_people(kept):
        return None
    span = Span(kept[0].start, kept[-1].end)
    return Who(text[span.start : span.end], None, span, (), -0.06), counted


def read_body(text: str, units: list[Unit], clause: Clause) -> Who | None:
    """The body, state or people that acts in a clause, by its words: ``His government abolished``."""
    if clause.subject is None or clause.passive or clause.either_voice:
        return None
    kept = [unit for unit in units[clause.subject[0] : clause.subject[1]] if unit.kind != BRACKET]
    while kept and kept[0].kind == WORD and kept[0].lower in ("the", "this", "these", "a", "an"):
        kept = kept[1:]
    if not kept or len(kept) > _LONGEST:
        return None
    head = head_of(kept)
    if not any(is_head(head, key) for key in ("body", "party", "acting", "people")):
        return None
    span = Span(kept[0].start, kept[-1].end)
    return Who(text[span.start : span.end], None, span, (), -0.04)


def _head_is_people(units: list[Unit]) -> bool:
    for place, unit in enumerate(units):
        after = units[place + 1] if place + 1 < len(units) else None
        if after is None or (after.kind == WORD and after.lower in lexicon.words("words", "prepositions")):
            return unit.lower.split()[-1] in lexicon.words("heads", "people")
    return False


_LINKED = {"linked", "associated", "connected", "tied", "accused", "suspected", "loyal", "close"}
"""Words behind a group that say which: ``individuals linked to the city``."""


def group_at(text: str, units: list[Unit], start: int) -> tuple[Who, Counted | None, int] | None:
    """The group that begins at a place, its figure, and where its words end: ``over 1,000 officials linked to X``."""
    head = _head_from(units, start)
    if head is None:
        return None
    counted = next(iter(find_figures(text, units[start].start, units[head].start)), None)
    first = start
    while first < head and (
        (counted is not None and units[first].end <= counted.span.end)
        or units[first].lower in lexicon.words("words", "determiners")
        or units[first].lower in (",", "other", "several", "many")
    ):
        first += 1
    end = _end_of_group(units, head)
    span = Span(units[first].start, units[end - 1].end)
    return Who(text[span.start : span.end], None, span, (), -0.06), counted, end


def _head_from(units: list[Unit], start: int) -> int | None:
    """Where the noun stands that calls those in the words from a place on people; null where none does."""
    people = lexicon.words("heads", "people")
    for at in range(start, min(len(units), start + 9)):
        unit = units[at]
        if unit.lower.split()[-1] in people:
            return at
        is_part = unit.kind in (WORD, NUMBER, NAME) or unit.lower == ","
        if not is_part or (unit.kind == WORD and unit.lower in _OPENS_OTHER):
            return None
    return None


_OPENS_OTHER = {"who", "which", "that", "was", "were", "had", "of", "by", "with", "from", "to", "in", "his", "her"}


def _end_of_group(units: list[Unit], head: int) -> int:
    """Where a group's words end, who stands beside them and what says which of them there are included."""
    end = head + 1
    while end - head < _LONGEST and (beside := _beside(units, end)) is not None:
        end = beside
    at = end
    if at + 1 < len(units) and units[at].kind == WORD and units[at].lower in _LINKED:
        at += 1
    if at + 1 < len(units) and units[at].kind == WORD and units[at].lower in ("to", "with", "of", "in", "from"):
        at += 1
        while at < len(units) and at - head < 8 and units[at].lower in ("the", "its", "this"):
            at += 1
        while at < len(units) and at - head < 10 and units[at].kind in (NAME, QUOTE):
            at += 1
            end = at
    return end


def _beside(units: list[Unit], end: int) -> int | None:
    """Where those end who stand beside a group: ``soldiers and civilians`` · ``women, children and old men``."""
    at = end
    while at < len(units) and at - end < 2 and units[at].lower in ("and", "or", ","):
        at += 1
    if at == end:
        return None
    for place in range(at, min(len(units), at + 3)):
        if units[place].kind not in (WORD, NAME) or units[place].lower in lexicon.words("words", "determiners"):
            return None
        if any(units[place].lower in lexicon.words("words", key) for key in ("connectors", "prepositions")):
            return None
        if units[place].lower.split()[-1] in lexicon.words("heads", "people"):
            return place + 1
    return None


def group_of_sentence(text: str, units: list[Unit], before: int) -> Who | None:
    """The counted group a sentence named last before a place: whose executions ``at least 23 executions`` were."""
    for at in range(before - 1, max(-1, before - _FAR), -1):
        if units[at].kind == NUMBER:
            found = group_at(text, units, at)
            if found is not None:
                return found[0].shared()
    return None


_FAR = 40
"""Units back to the group that a later count speaks of."""
