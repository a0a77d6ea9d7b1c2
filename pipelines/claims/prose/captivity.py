"""Captivity and exile told by how long they lasted: ``three years' imprisonment``, ``after ten years of exile``."""

from pipelines.claims.prose.kinds import head_of, is_head
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import LENGTH, NAME, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement

_BEFORE = {"after", "following", "during", "despite", "spent", "endured", "suffered", "survived", "served"}
_LINKS = {"'", "’", "of", "in", "at", "the", "a", "an", "'s", "’s"}
_UNSURE = {"tower", "castle", "colony", "labour", "labor", "cell", "days"}


def read_captivity(discourse: Discourse, units: list[Unit], told: list[Statement]) -> list[Statement]:
    """One imprisonment or exile of the sentence's subject for each length of time that ends in one."""
    made: list[Statement] = []
    for place, unit in enumerate(units):
        if unit.kind != LENGTH or place == 0 or units[place - 1].lower not in _BEFORE:
            continue
        at = place + 1
        while at < len(units) and units[at].lower in _LINKS and at - place < 4:
            at += 1
        end = at
        while end < len(units) and units[end].kind in (WORD, NAME) and end - at < 4:
            end += 1
            if units[end - 1].lower in ("imprisonment", "captivity", "detention", "exile", "confinement", "banishment"):
                break
            if end < len(units) and units[end].kind == WORD and units[end].lower not in ("of", "camp", "camps"):
                break
        if at == place + 1 or end == at:
            continue
        made += _read(discourse, unit, units[at:end], told)
    return made


def _read(discourse: Discourse, length: Unit, words: list[Unit], told: list[Statement]) -> list[Statement]:
    head = head_of(words)
    is_exile = head in ("exile", "banishment")
    if not is_exile and (head in _UNSURE or not any(is_head(unit.lower.split()[-1], "prison") for unit in words)):
        return []
    span = Span(words[0].start, words[-1].end)
    event = "exile" if is_exile else "imprisonment"
    if any(each.event_type == event and each.quote.start <= span.start < each.quote.end for each in told):
        return []
    who: Who = discourse.segment_who[0].shared() if discourse.segment_who else discourse.subject_who(-0.06)
    duration = length.dated.mention.duration if length.dated is not None and length.dated.mention is not None else None
    parts = (
        Part("trigger", span), *who.parts(discourse.text), Part("object", span),
        *((Part("attribute", Span(length.start, length.end), "duration", duration),) if duration else ()),
    )  # fmt: skip
    quote = Span(length.start, span.end)
    return [Statement(event, who.name, quote, parts, "prose.captivity", round(0.84 + who.sure, 3), duration=duration)]
