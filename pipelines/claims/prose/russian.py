"""Russian snippets of references: what their verbs state of the page's subject. Forms and objects are data.

A snippet is read only where it names the page's subject, or nobody: a verb of somebody else's is left alone.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from pipelines.claims import lexicon
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import BRACKET, DATE, MARK, NAME, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.when import Dated

_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)


def is_russian(words: str) -> bool:
    """Whether most letters of a stretch are Cyrillic."""
    letters = sum(1 for mark in words if mark.isalpha())
    return letters > 0 and len(_CYRILLIC.findall(words)) * 2 > letters


def read_russian(discourse: Discourse, units: list[Unit], offset: int) -> Iterator[Statement]:
    """The statements of one Russian sentence."""
    who = _subject(discourse, units)
    if who is None:
        return
    for place, unit in enumerate(units):
        if unit.kind not in (WORD, NAME):
            continue
        for frame in _frames().get(unit.lower, ()):
            made = _read(discourse, units, place, frame, who, offset)
            if made is not None:
                yield made
                break
    yield from _ranks(discourse, units, who, offset)


def _ranks(discourse: Discourse, units: list[Unit], who: Who, offset: int) -> Iterator[Statement]:
    """``генерал-лейтенант (1943)``: a rank with the year it was given."""
    ranks = lexicon.words("russian", "ranks")
    for place, unit in enumerate(units[:-1]):
        bracket = units[place + 1]
        if unit.lower not in ranks or bracket.kind != BRACKET:
            continue
        dated = next((inner.dated for inner in bracket.inner or () if inner.kind == DATE), None)
        if dated is None:
            continue
        span = Span(unit.start, unit.end)
        parts = (*who.shared().parts(discourse.text), Part("object", span), *dated.parts(offset))
        quote = Span(span.start, dated.span.end)
        yield Statement("promotion", who.name, quote, parts, "russian.rank", 0.88, when=dated.when)


@cache
def _frames() -> dict[str, list[dict[str, Any]]]:
    index: dict[str, list[dict[str, Any]]] = {}
    for frame in lexicon.load("russian")["triggers"]:
        for form in frame["forms"]:
            index.setdefault(form, []).append(frame)
    return index


def _subject(discourse: Discourse, units: list[Unit]) -> Who | None:
    """The page's subject, where the sentence opens with the name or with no name at all."""
    for unit in units[:8]:
        if _is_form(unit):
            break
        if unit.kind == BRACKET or (unit.kind == WORD and unit.lower in ("который", "которая")):
            break
        if unit.kind == NAME and unit.lower not in lexicon.load("russian")["prepositions"] and not _is_form(unit):
            found = discourse.resolve_name(unit)
            if found is not None and found.person is discourse.people.subject:
                return found
            if len(unit.lower.split()) > 1:
                return None
    return discourse.subject_who(-0.04)


def _is_form(unit: Unit) -> bool:
    return unit.lower in _frames()


def _read(
    discourse: Discourse, units: list[Unit], place: int, frame: dict[str, Any], who: Who, offset: int
) -> Statement | None:
    after = frame.get("after", [])
    if after and (place + 1 >= len(units) or units[place + 1].lower not in after):
        return None
    trigger = Span(units[place].start, units[place + len(after)].end)
    stems = frame.get("needs_before")
    if stems and not any(unit.lower.startswith(stem) for unit in units[max(0, place - 5) : place] for stem in stems):
        return None
    parts: list[Part] = [Part("trigger", trigger), *who.parts(discourse.text)]
    if frame.get("object"):
        span = _object(units, place + 1 + len(after))
        if span is None:
            return None
        words = discourse.text[span.start : span.end].lower()
        if not any(need in words for need in frame.get("needs", [""])):
            return None
        parts.append(Part("object", span))
    dated = _date(units, place)
    if dated is not None:
        parts.extend(dated.parts(offset))
    where = _place(units, place, frame.get("place", ()))
    if where is not None:
        parts.append(Part("place", where))
    stood = [part.span for part in parts if part.span is not None and part.part not in ("antecedent", "date_anchor")]
    quote = Span(min(span.start for span in stood), max(span.end for span in stood))
    return Statement(
        frame["event"], who.name, quote, tuple(parts), f"russian.{frame['event']}", round(0.86 + who.sure, 3),
        subtype=frame.get("subtype"), when=dated.when if dated is not None else None,
    )  # fmt: skip


def _object(units: list[Unit], start: int) -> Span | None:
    end = start
    while end < len(units) and units[end].kind not in (MARK, DATE, BRACKET) and not _is_form(units[end]):
        end += 1
    while end > start and units[end - 1].lower in ("в", "с", "на", "и", "по", "г"):
        end -= 1
    return Span(units[start].start, units[end - 1].end) if end > start else None


def _date(units: list[Unit], place: int) -> Dated | None:
    """The nearest date of the sentence: after the verb before the next verb, else before it."""
    for unit in units[place:]:
        if unit is not units[place] and _is_form(unit):
            break
        if unit.kind == DATE:
            return unit.dated
    if any(_is_form(unit) for unit in units[:place]):
        return None  # the date before is the other verb's
    return next((unit.dated for unit in reversed(units[:place]) if unit.kind == DATE), None)


def _place(units: list[Unit], place: int, slots: list[str]) -> Span | None:
    for at in range(place + 1, min(len(units) - 1, place + 12)):
        if _is_form(units[at]):
            return None
        if units[at].lower in slots:
            following = at + 1
            while following < len(units) and units[following].lower in ("г", ".", "городе", "селе", "деревне"):
                following += 1
            if following < len(units) and units[following].kind == NAME:
                end = following
                while (
                    end + 1 < len(units)
                    and units[end + 1].kind in (NAME, WORD)
                    and units[end + 1].lower not in lexicon.load("russian")["prepositions"]
                    and not _is_form(units[end + 1])
                ):
                    end += 1
                return Span(units[following].start, units[end].end)
    return None
