"""A frame whose slots are filled becomes a statement: its parts, its confidence, the smallest stretch of words."""

from bisect import bisect_left

from pipelines.claims.prose.clauses import ADVERBIAL, INFINITIVE, PARTICIPIAL, REDUCED, RELATIVE
from pipelines.claims.prose.frames import Frame
from pipelines.claims.prose.setting import Object, Setting
from pipelines.claims.prose.subjects import Who
from pipelines.claims.prose.tokens import DATE, QUOTE, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.when import Dated


def read_manner(setting: Setting) -> list[Part]:
    """The modality of a clause and how it was done (again, posthumously), as attributes."""
    made: list[Part] = []
    if setting.modal_part is not None:
        made.append(setting.modal_part)
    for unit in setting.units[setting.clause.group : setting.clause.verb + 1]:
        if unit.kind == WORD and unit.lower in ("again", "posthumously", "briefly", "unanimously"):
            made.append(Part("attribute", Span(unit.start, unit.end), "manner", None))
    return made


_KIND_COST = {INFINITIVE: 0.15, REDUCED: 0.05, RELATIVE: 0.02, PARTICIPIAL: 0.02, ADVERBIAL: 0.02}


def make_statement(
    setting: Setting,
    frame: Frame,
    who: Who,
    chosen: Object | None,
    place: Span | None,
    dated: Dated | None,
    shared: list[Part],
    duration: str | None,
    in_quote: bool,
) -> Statement:
    """The statement of one frame, person, object and place, less sure by its clause's kind and modality."""
    text = setting.text
    parts = [*who.parts(text), *shared]
    place = place or (chosen.place if chosen is not None else None)
    if chosen is not None and chosen.dated is not None:
        parts = [part for part in parts if part.part not in ("date", "date_anchor")]
        parts.append(chosen.dated.part())
        dated = chosen.dated
    if chosen is not None:
        if not any(part.part == "object" for part in chosen.parts):
            parts.append(Part("object", chosen.span))
        parts.extend(chosen.parts)
    elif frame.trigger_is_object:
        trigger = next(part.span for part in shared if part.part == "trigger")
        parts.append(Part("object", trigger))
    inside = (
        chosen is not None and place is not None and chosen.span.start <= place.start and place.end <= chosen.span.end
    )
    if place is not None and not inside:
        parts.append(Part("place", place, "antecedent" if place == setting.there else None))
    for role, value in frame.attributes:
        parts.append(Part("attribute", None, role, value))
    quote = _quote(setting, parts, who, in_quote)
    confidence = frame.confidence + who.sure - _KIND_COST.get(setting.clause.kind, 0.0)
    if setting.modality != "asserted":
        confidence -= 0.08
    if dated is not None and not in_quote:
        confidence -= 0.08
    return Statement(
        event_type=frame.event,
        subject=who.name,
        quote=quote,
        parts=tuple(parts),
        rule=frame.rule,
        confidence=round(max(0.3, min(0.98, confidence)), 3),
        subtype=frame.subtype,
        modality=setting.modality,
        is_quotation=(chosen is not None and chosen.is_quotation) or setting.clause.quoted,
        when=dated.when if dated is not None else None,
        figure=chosen.figure if chosen is not None else None,
        duration=duration,
    )


def _start(unit: Unit) -> int:
    return unit.start


def _quote(setting: Setting, parts: list[Part], who: Who, in_quote: bool) -> Span:
    """The smallest stretch with everything the clause itself says; dates and antecedents outside it stay outside."""
    first = setting.units[0].start
    last = setting.units[-1].end
    inside = [
        part.span
        for part in parts
        if part.span is not None
        and part.part not in ("antecedent", "date_anchor") and part.role != "antecedent"
        and first <= part.span.start and part.span.end <= last
        and (part.part != "date" or in_quote)
    ]  # fmt: skip
    start = min(span.start for span in inside)
    end = max(span.end for span in inside)
    if who.span is None:  # a shared subject: the words before the verb belong to the clause before
        floor = setting.units[setting.clause.begin].start
        start = max(start, min(floor, next(part.span.start for part in parts if part.part == "trigger" and part.span)))
    governing = setting.modal_part.span if setting.modal_part is not None else None
    if governing is not None and first <= governing.start < start:
        start = governing.start  # "refused to confess": without the word the quote would tell the contrary
    units = setting.units
    place = bisect_left(units, start, key=_start)
    if 0 < place < len(units) and units[place].start == start and units[place].kind == DATE:
        start = units[place - 1].start if units[place - 1].kind == WORD else start
    at = bisect_left(units, end, key=_start) - 1
    if at >= 0 and units[at].kind == QUOTE and units[at].start < end < units[at].end:
        end = units[at].end
    return Span(start, end)
