"""Russian snippets of references: what their verbs state of the page's subject. Forms and objects are data.

A snippet is read only where it names the page's subject, or nobody: a verb of somebody else's is left alone.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from pipelines.claims import lexicon
from pipelines.claims.prose.russian_courts import court_behind, penalty_behind
from pipelines.claims.prose.russian_entries import kin_word, named_kin, read_russian_entries, read_russian_kin
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import BRACKET, DATE, MARK, NAME, QUOTE, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.when import Dated

_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)


def is_russian(words: str) -> bool:
    """Whether most letters of a stretch are Cyrillic."""
    letters = sum(1 for mark in words if mark.isalpha())
    return letters > 0 and len(_CYRILLIC.findall(words)) * 2 > letters


def read_russian(discourse: Discourse, units: list[Unit], offset: int) -> Iterator[Statement]:
    """The statements of one Russian sentence."""
    units = [each for unit in units for each in _without_verb(unit)]
    yield from read_russian_kin(discourse, units, offset)
    for unit in units:
        if unit.kind == BRACKET and unit.inner and len(unit.inner) > 3:
            yield from read_russian(discourse, unit.inner, offset)
    yield from _decisions(discourse.text, units, offset)
    who = _subject(discourse, units)
    if who is None:
        return
    yield from read_russian_entries(discourse, units, who.shared(), offset)
    for place, unit in enumerate(units):
        if unit.kind not in (WORD, NAME):
            continue
        named = named_kin(units, place) if kin_word(unit) is not None and not _is_governed(units, place) else []
        if len(named) == 1:  # "сын — Валерий (1937) — был женат": what follows is said of him
            span = Span(named[0].start, named[0].end)
            who = discourse.resolve_name(named[0]) or Who(discourse.text[span.start : span.end], None, span, (), -0.06)
        opens = discourse.text[unit.start].isupper()
        for frame in _frames().get(unit.lower, ()):
            made = _read(discourse, units, place, frame, who.shared() if opens else who, offset)
            if made is not None:
                yield made
                break
    yield from _ranks(discourse, units, who, offset)
    yield from _callings(discourse, units, who)


def _decisions(text: str, units: list[Unit], offset: int) -> Iterator[Statement]:
    """``7 июля 1941 г. Политбюро … утвердило план``: what a body decided, the words before the verb being the body."""
    verbs, things = lexicon.words("russian", "deciding"), lexicon.load("russian")["decided"]
    for place, unit in enumerate(units):
        if unit.kind != WORD or unit.lower not in verbs:
            continue
        begin = place
        while begin > 0 and units[begin - 1].kind in (NAME, BRACKET, QUOTE):
            begin -= 1
        end = place + 1
        while end < len(units) and units[end].kind == WORD and end - place < 3:
            end += 1
        if begin == place or end == place + 1 or not units[place + 1].lower.startswith(tuple(things)):
            continue
        span = Span(units[begin].start, units[place - 1].end)
        near = [*units[:begin], *units[end : end + 2]]
        dated = next((each.dated for each in near if each.kind == DATE), None)
        parts = (
            Part("trigger", Span(unit.start, unit.end)), Part("subject", span),
            Part("object", Span(units[place + 1].start, units[end - 1].end)),
            *(dated.parts(offset) if dated is not None else ()),
        )  # fmt: skip
        stood = [part.span for part in parts if part.span is not None and part.part != "date_anchor"]
        quote = Span(min(each.start for each in stood), max(each.end for each in stood))
        yield Statement(
            "decision", text[span.start : span.end], quote, parts, "russian.decision", 0.84,
            when=dated.when if dated is not None else None,
        )  # fmt: skip


def _callings(discourse: Discourse, units: list[Unit], who: Who) -> Iterator[Statement]:
    """``(1905—1950), советский инженер, изобретатель``: what stands behind the bracket of a life or opens a snippet."""
    callings = lexicon.words("russian", "callings")
    begin = 0
    opens = True
    for place in range(len(units) + 1):
        unit = units[place] if place < len(units) else None
        if unit is not None and unit.kind in (WORD, NAME) and place - begin < 5:
            continue
        words = units[begin:place]
        at = next((each for each, word in enumerate(words) if word.lower.split()[-1] in callings), None)
        if opens and at is not None and all(word.lower.endswith(_ADJECTIVAL) for word in words[:at]):
            span = Span(words[0].start, words[-1].end)
            parts = (*who.shared().parts(discourse.text), Part("object", span))
            yield Statement(
                "attribute", who.name, span, parts, "russian.calling", round(0.84 + who.sure, 3), subtype="occupation"
            )
        elif at is None and words:
            opens = False
        if unit is not None:
            opens = opens or unit.kind == BRACKET
            if unit.kind == MARK and unit.lower not in (",", "."):
                opens = False
        begin = place + 1


_ADJECTIVAL = ("ий", "ый", "ой", "ая", "яя", "и", "но", "-")


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
    """The page's subject, where the sentence opens with the name or with no name at all; or who opens it."""
    opening = _other_opens(discourse, units)
    if opening is not None:
        return opening
    for place, unit in enumerate(units[:8]):
        if place and unit.kind == NAME and units[place - 1].kind == WORD and discourse.name_in(unit) is None:
            continue  # a name behind other words that is no person's
        if _is_form(unit):
            break
        if unit.kind == BRACKET or (unit.kind == WORD and unit.lower in ("который", "которая")):
            break
        if unit.kind == NAME and unit.lower not in lexicon.load("russian")["prepositions"] and not _is_form(unit):
            found = discourse.resolve_name(unit)
            if found is not None and found.person is discourse.people.subject:
                return found
            is_body = any(len(word) > 1 and word.isupper() for word in discourse.text[unit.start : unit.end].split())
            if len(unit.lower.split()) > 1 and not _is_adjectives(unit) and not is_body:
                return None
    return discourse.subject_who(-0.04)


def _is_adjectives(unit: Unit) -> bool:
    """``Великой Отечественной (войны)``: a run of adjectives is nobody's name."""
    return all(word.endswith(_ADJECTIVES) for word in unit.lower.split())


_ADJECTIVES = ("ой", "ого", "ей", "их", "ых", "ую", "ая", "ое", "ые", "ыми", "ому", "ом")


def _without_verb(unit: Unit) -> list[Unit]:
    """``Окончил Технологический институт``: a verb that opens its sentence is no part of the name behind it."""
    first, _, rest = unit.lower.partition(" ")
    if unit.kind != NAME or not rest or (first not in _frames() and first != "член"):
        return [unit]
    start = unit.start + len(first)
    return [Unit(WORD, unit.start, start, first), Unit(NAME, start + 1, unit.end, rest)]


def _other_opens(discourse: Discourse, units: list[Unit]) -> Who | None:
    """``Алла (1928—1957) была`` · ``сын — Валерий (1937) — был``: somebody else, named at the very beginning."""
    named = named_kin(units, 0) if units and kin_word(units[0]) is not None else []
    if len(named) != 1 and len(units) > 1 and units[0].kind == NAME and units[1].kind == BRACKET:
        named = [units[0]]
    if len(named) != 1:
        return None
    found = discourse.resolve_name(named[0])
    if found is not None and found.person is discourse.people.subject:
        return None
    span = Span(named[0].start, named[0].end)
    words = discourse.text[span.start : span.end]
    return found if found is not None else Who(words, None, span, (), -0.06)


def _is_governed(units: list[Unit], place: int) -> bool:
    """``женат на дочери``: a word of kinship behind a preposition introduces nobody of the subject's."""
    return place > 0 and units[place - 1].lower in lexicon.load("russian")["prepositions"]


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
    if frame.get("alone") and any(unit.kind != MARK for at, unit in enumerate(units) if at != place):
        return None
    parts: list[Part] = [Part("trigger", trigger), *who.parts(discourse.text)]
    if frame.get("trigger_is_object"):
        parts.append(Part("object", trigger))
    if frame.get("from_trigger"):
        following = units[place + 1] if place + 1 < len(units) else None
        if following is None or following.kind != WORD or not following.lower.startswith(tuple(frame["needs"])):
            return None
        parts.append(Part("object", Span(trigger.start, following.end)))
    if frame.get("near") and not _stands_near(units, place, frame["near"]):
        return None
    if frame.get("object"):
        span = _object(units, place + 1 + len(after))
        if frame["event"] == "sentence":
            if after and any(_is_form(unit) for unit in units[:place]):
                return None  # "Приговорён: … Приговор: 10 лет": told by the verb
            court = court_behind(units, place)
            if court is not None:
                parts.append(Part("participant", court, "court"))
            span = penalty_behind(units, place, _forms()) or (None if court is not None else span)
            span = span or (None if after else trigger)  # "Приговорён: …": the penalty is not told
        if span is None:
            return None
        words = discourse.text[span.start : span.end].lower()
        if not any(need in words for need in frame.get("needs", [""])):
            return None
        parts.append(Part("object", span))
    dated = _date(discourse.text, units, place)
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


@cache
def _forms() -> frozenset[str]:
    return frozenset(_frames())


def _stands_near(units: list[Unit], place: int, stems: list[str]) -> bool:
    """``виновным себя признал``: a word with one of these beginnings on either side, and no ``не`` before the verb."""
    near = [unit.lower for unit in units[max(0, place - 4) : place + 4]]
    is_negated = place > 0 and units[place - 1].lower == "не"
    return not is_negated and any(word.startswith(tuple(stems)) for word in near)


def _object(units: list[Unit], start: int) -> Span | None:
    end = start
    while end < len(units) and units[end].kind not in (DATE, BRACKET) and not _is_form(units[end]):
        if units[end].kind == MARK and not (units[end].lower in (".", "-") and _is_short(units, end)):
            break
        end += 1
    while end > start and units[end - 1].kind == MARK:
        end -= 1
    while end > start and units[end - 1].lower in ("в", "с", "на", "и", "по", "г", "посмертно"):
        end -= 1
    return Span(units[start].start, units[end - 1].end) if end > start else None


def _is_short(units: list[Unit], at: int) -> bool:
    """``к.-р. организации``: a mark of an abbreviation of single letters, more words behind it."""
    letters = [unit for unit in units[max(0, at - 2) : at] if unit.kind != MARK]
    return at + 1 < len(units) and bool(letters) and letters[-1].end - letters[-1].start == 1


def _date(text: str, units: list[Unit], place: int) -> Dated | None:
    """The nearest date of the sentence: after the verb before the next verb, else before it."""
    if place and units[place - 1].kind == DATE and not text[units[place].start].isupper():
        return units[place - 1].dated  # "в 1937 г. репрессирован, в 1956 г. реабилитирован"
    for at in range(place, len(units)):
        unit = units[at]
        if at > place and (_is_form(unit) or kin_word(unit) is not None):
            break
        if unit.kind == DATE:
            follows = at + 1 < len(units) and _is_form(units[at + 1]) and not text[units[at + 1].start].isupper()
            is_of_next = follows and any(each.lower == "," for each in units[place + 1 : at])
            return None if is_of_next else unit.dated
        if unit.kind == BRACKET:
            noted = next((inner.dated for inner in unit.inner or () if inner.kind == DATE), None)
            if noted is not None:
                return noted
    if text[units[place].start].isupper():
        return None  # the verb opens its sentence: a date before it is another's
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
