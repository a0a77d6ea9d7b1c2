"""Infobox fields as claims, one a group or item. Which makes which is data (`fields.toml`); unknown are reported."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pipelines.claims import lexicon
from pipelines.claims.awards import count_award
from pipelines.claims.field_groups import Field, claim_of, dates_in, expected_in, read_groups
from pipelines.claims.field_notes import (
    dates_by_word,
    goes_on,
    leading_date,
    note_dates,
    relative_life,
    split_pair,
    spouse_death,
)
from pipelines.claims.figures import plain_figure
from pipelines.claims.page import Page
from pipelines.claims.statement import Part, Span, Statement, When
from pipelines.claims.values import split_items, split_note, trim
from pipelines.claims.when import find_dates, join_interval

_FIELD = re.compile(r"[ \t]*[-*•][ \t]*(?P<name>[^:\n]{1,60}?)[ \t]*:[ \t]*(?P<value>[^\n]*(?:\n[^\n]*)*)")
_MODERN = re.compile(r"\(\s*(?:now|present[- ]day|today|modern|currently)\s+(?:in\s+)?([^()]+)\)", re.IGNORECASE)
_AGE = re.compile(r"\(?\s*\b(?:aged?|age)\s+\d{1,3}(?:[–-]\d{1,3})?\s*\)?", re.IGNORECASE)
_NUMBER_ONLY = re.compile(r"\d{1,3}(?=\s*(?:$|[(,;]|sons?\b|daughters?\b|children\b|including\b))")
_NUMBER_WORD = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\s+(?:sons?|daughters?|children|child)\b)",
    re.IGNORECASE,
)


def read_fields(page: Page) -> tuple[list[Statement], list[str]]:
    """The statements of a page's fields, and one signal for each field that no rule knows."""
    fields = [field for field in _parse(page) if field.value.end > field.value.start]
    known = lexicon.load("fields")
    used: set[int] = set()
    statements: list[Statement] = []
    for group in known["groups"].values():
        statements.extend(read_groups(page, fields, group, used))
    for event, life in known["life"].items():
        statements.extend(_read_life(page, fields, life.get("event", event), life, used))
    statements.extend(_read_single(page, fields, known, used))
    ignored = frozenset(known["ignored"]["names"])
    governing = known["governed"]
    signals = [
        f"the field {page.text[field.named_at.start : field.named_at.end]!r} at {field.named_at.start} is not read"
        for place, field in enumerate(fields)
        if place not in used and field.name not in ignored and field.name not in governing
    ]
    return statements, signals


def _parse(page: Page) -> Iterator[Field]:
    text = page.text
    for passage in page.passages:
        if passage.kind != "field":
            continue
        found = _FIELD.match(text, passage.passage_start, passage.passage_end)
        if found is None:
            continue
        named_at = Span(*found.span("name"))
        words = " ".join(text[named_at.start : named_at.end].lower().replace("_", " ").replace("(s)", "s").split())
        name = words.rstrip("0123456789").rstrip()
        number = words[len(words.rstrip("0123456789")) :]
        value = trim(text, *found.span("value"))
        yield Field(name, number, named_at, value, Span(trim(text, found.start(), value.end).start, value.end))


# birth and death -------------------------------------------------------------------------------------------------


def _read_life(
    page: Page, fields: list[Field], event: str, life: dict[str, Any], used: set[int]
) -> Iterator[Statement]:
    dated: list[Field] = []
    placed: list[Field] = []
    caused: list[Field] = []
    for place, field in enumerate(fields):
        if place in used or field.number:
            continue
        for key, found in (("date", dated), ("place", placed), ("both", dated), ("object", caused)):
            if field.name in life.get(key, ()):
                found.append(field)
                used.add(place)
    if not dated and not placed and not caused:
        return
    if life.get("named") or life.get("repeated"):
        steps = [step for field in dated for step in _steps(page, field)]
        if len(steps) > 1:
            yield from (
                claim_of(page, [field], parts, event_type=event, rule=life["rule"], when=when)
                for field, parts, when in steps
            )
            return
    parts: list[Part] = []
    when: When | None = None
    quoted: list[Field] = []
    for field in dated:
        dates = expected_in(page, field.value)
        quoted.append(field)
        rest = field.value
        if dates and when is None:
            when = dates[0].when
            if life.get("repeated") and "/" not in (when.edtf or "/") and goes_on(page.text, dates[0].span.end):
                when = join_interval(when, None)  # "1968–present"
            parts.append(dates[0].part())
            rest = Span(max(date.span.end for date in dates), field.value.end)
        if life.get("named"):
            parts.append(Part("object", field.named_at))
        if field.name in life.get("both", ()):
            parts.extend(_birthplace(page.text, rest) if not placed else ())
    for field in placed:
        quoted.append(field)
        parts.extend(_birthplace(page.text, field.value))
    for field in caused:
        quoted.append(field)
        parts.append(Part("object", split_note(page.text, field.value)[0]))
    if event == "birth" and dated and when is not None:
        yield from _birth_name(page, dated[0])
    if when is not None or life.get("both"):
        made = claim_of(page, quoted, parts, event_type=event, rule=life["rule"], when=when)
        yield made if life.get("both") else replace(made, confidence=0.89)


def _birth_name(page: Page, field: Field) -> Iterator[Statement]:
    """``Born: Ilze Ozola, 4 June 1971``: the name borne at birth, before the date."""
    first = dates_in(page, field.value)[0]
    named = trim(page.text, field.value.start, first.span.start, " \t\n,;(")
    if _FULL_NAME.fullmatch(page.text, named.start, named.end):
        parts = (Part("object", named),)
        yield claim_of(page, [field], parts, event_type="attribute", subtype="name", rule="fields.birth_name")


_FULL_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]+(?: (?:[a-z]{1,3} )?[^\W\d_a-z][^\W\d_]+){1,4}")


def _steps(page: Page, field: Field) -> Iterator[tuple[Field, list[Part], When]]:
    """``1871 (deacon), 1874 (priest)`` · ``1914–1931, 1946–1966``: each date with the word in its bracket."""
    for item in split_items(page.text, field.value, ",;\n"):
        dates = dates_in(page, item)
        if not dates:
            continue
        _, note = split_note(page.text, item)
        parts = [dates[0].part()]
        when = dates[0].when
        if "/" not in (when.edtf or "/") and goes_on(page.text, dates[0].span.end):
            when = join_interval(when, None)
        if note is not None and not dates_in(page, note) and note.start >= dates[0].span.end:
            parts.append(Part("object", note))
        yield field, parts, when


def _birthplace(text: str, span: Span) -> Iterator[Part]:
    """The place in a field, its modern name as an attribute, ages and commas left out."""
    ages = list(_AGE.finditer(text, span.start, span.end))
    aged = ages[-1] if ages else None
    start = aged.end() if aged is not None and aged.end() < span.end else span.start
    end = span.end if aged is None or aged.end() < span.end else aged.start()
    found = trim(text, start, end, " \t\n,;)")
    modern = _MODERN.search(text, found.start, span.end)
    if modern is not None:
        found = trim(text, found.start, modern.start(), " \t\n,;")
    if found.end > found.start and any(mark.isalpha() for mark in text[found.start : found.end]):
        yield Part("place", found)
        if modern is not None:
            yield Part("attribute", trim(text, *modern.span(1)), "modern_name")


# single fields ---------------------------------------------------------------------------------------------------


def _read_single(page: Page, fields: list[Field], known: dict[str, Any], used: set[int]) -> Iterator[Statement]:
    frames: dict[str, dict[str, Any]] = known["fields"]
    most: dict[str, float] = lexicon.load("confidence")["fields"]
    for place, field in enumerate(fields):
        if place not in used and _COUNTED_NAME.search(field.name):
            counted = _count_by_name(page, field)
            if counted is not None:
                used.add(place)
                yield counted
        if place in used or field.name not in frames:
            continue
        used.add(place)
        governor = _governor(fields, field, known["governed"])
        items = _items(page.text, field.value, frames[field.name]["split"])
        if frames[field.name].get("person"):
            items = [one for item in items for one in split_pair(page.text, item)]
        for item in items:
            if frames[field.name]["event"] == "award" and page.text[item.start : item.end].isdigit():
                counted = _count_by_name(page, field)  # "Awards: 10, including the Grand Prix"
                if counted is not None:
                    yield counted
                continue
            made = _read_item(page, field, item, frames[field.name], governor)
            if made.event_type in most:
                made = replace(made, confidence=most[made.event_type])
            if made.event_type == "kinship" and made.figure is None and made.when is not None:
                yield from relative_life(page, item)
                made = replace(
                    made,
                    when=None,
                    parts=tuple(part for part in made.parts if part.part not in ("date", "date_anchor")),
                )
            yield made
            if frames[field.name]["event"] == "award":
                yield from _further_years(page, item, made)
            if frames[field.name]["event"] == "marriage":
                yield from spouse_death(page, item)


_COUNTED_NAME = re.compile(r"\w (?:medals|titles|championships|trophies)$")
_COUNT = re.compile(r"\d{1,3}(?=\s*(?:$|[(,;]))")


def _count_by_name(page: Page, field: Field) -> Statement | None:
    """``Olympic Medals: 4 (1 gold)``: an award named by its field, and how many."""
    number = _COUNT.match(page.text, field.value.start, field.value.end)
    if number is None:
        return None
    parts = (Part("object", field.named_at), Part("figure", Span(*number.span())))
    figure = plain_figure(number.group(), "awards")
    return claim_of(page, [field], parts, event_type="award", rule="fields.award_count", figure=figure)


def _governor(fields: list[Field], field: Field, governed: dict[str, list[str]]) -> Field | None:
    for other in fields:
        if field.name in governed.get(other.name, ()) and other.number == field.number:
            return other
    return None


_HEADS = re.compile(
    r"universit|college|school|academ|institut|conservator|seminar|lyc[ée]e|gymnasium|polytechnic|faculty|sorbonne|harvard|yale|princeton|stanford"
    r"|\binn\b|(?:inner|middle) temple",
    re.IGNORECASE,
)


def _outside_brackets(text: str, span: Span) -> str:
    return re.sub(r"\([^()]*\)", "", text[span.start : span.end])


_TITLE = re.compile(
    r"(?:queen|king|duke|duchess|prince|princess|count|countess|earl|lord|lady|emperor|empress|baron|baroness|marquess|"
    r"electress|elector|archduke|archduchess|landgravine|margravine|viscount|viscountess)\s+(?:of|consort|regent|dowager)\b|(?:"
    r"(?:\d(?:st|nd|rd|th)|first|second|third|fourth)\s+(?:class|degree|grade)|class|grand\s+cross|military\s+division|"
    r"civil\s+division|with|twice)\b",
    re.IGNORECASE,
)
_YEAR_ONLY = re.compile(r"\d{4}(?:\s*[–-]\s*\d{2,4})?\)?")
_GIVER = re.compile(r"(?:the\s+)?(?:university|academy|institute)\s+of\b", re.IGNORECASE)
_DEGREE = re.compile(r"\b(?:doctorate|degree|professor|fellow|doctor|LLD|DSc)\b[^()]*$", re.IGNORECASE)
_LEAD = re.compile(r"(?:including|incl\.|and|→|with|\(?\d{1,2}[.)](?=\s+[^\W\d_])|\([ivx]+\))\s+", re.IGNORECASE)


def _without_lead(text: str, item: Span) -> Span:
    """``including Tom`` and ``→ Hull City`` without the word or arrow before the name."""
    lead = _LEAD.match(text, item.start, item.end)
    return Span(lead.end(), item.end) if lead is not None else item


def _join_titles(text: str, items: list[Span]) -> list[Span]:
    """``Anna, Queen of Bern`` and ``Order of Olaf, First Class`` are one item each."""
    joined: list[Span] = []
    for item in items:
        continues = _TITLE.match(text, item.start, item.end) or _YEAR_ONLY.fullmatch(text, item.start, item.end)
        if joined and _GIVER.match(text, item.start, item.end):
            continues = _DEGREE.search(text, joined[-1].start, joined[-1].end)
        if joined and continues and text[joined[-1].end : item.start].strip() == ",":
            joined[-1] = Span(joined[-1].start, item.end)
        else:
            joined.append(item)
    return joined


_PLACING = re.compile(r",\s*(?=(?:\d(?:st|nd|rd|th)|gold|silver|bronze)\s+(?:medal\s+)?\d{4}\b)", re.IGNORECASE)


def _placings(text: str, item: Span) -> Iterator[Span]:
    """``1st 1995 Vienna 200 m, 3rd 1997 Seville 100 m``: each place is an item."""
    at = item.start
    for found in _PLACING.finditer(text, item.start, item.end):
        yield Span(at, found.start())
        at = found.end()
    yield Span(at, item.end)


def _items(text: str, span: Span, split: str) -> list[Span]:
    if split == "none":
        return [span]
    separators = ";\n" if split == "list" and ";" in _outside_brackets(text, span) else ",;\n"
    items = [_without_lead(text, item) for item in split_items(text, span, separators)]
    items = [part for item in items for part in _placings(text, item)]
    items = _join_titles(text, [item for item in items if item.end > item.start])
    if split == "heads" and len(items) > 1:
        joined: list[Span] = []
        for item in items:
            is_one = bool(joined) and ";" not in text[joined[-1].end : item.start]
            if is_one and not _HEADS.search(text, item.start, split_note(text, item)[0].end):
                joined[-1] = Span(joined[-1].start, item.end)
            else:
                joined.append(item)
        return joined
    return items


def _read_item(page: Page, field: Field, item: Span, frame: dict[str, Any], governor: Field | None) -> Statement:
    text = page.text
    named, note = split_note(text, item)
    parts: list[Part] = []
    when: When | None = None
    quoted = [field]
    given: dict[str, Any] = {}
    led = leading_date(page, item) if frame["event"] in ("tenure", "membership") else None
    if led is not None and led[1] is not None:
        named, when, noted = led
        parts += noted
    elif note is not None:
        expected = expected_in if frame.get("person") else dates_in  # "(m. 1056)": a year and no number
        dates = expected(page, note) or dates_by_word(page, note)
        if dates:
            when, noted = note_dates(text, note, dates)
            parts += noted
        elif frame["event"] != "award" and not frame.get("person"):
            named = item  # the bracket belongs to the name: "All-Union Communist Party (Bolsheviks)"
    else:
        named, when, noted = _trailing_date(page, item)
        if when is None and frame["event"] == "award":
            inner = dates_in(page, item)
            if len(inner) == 1 and inner[0].span.start > item.start:
                when, noted = inner[0].when, [inner[0].part()]  # "silver 2008 Beijing 10,000 m"
        parts += noted
    if when is None and governor is not None:
        dates = dates_in(page, governor.value)
        if dates:
            when = dates[0].when
            parts.append(dates[0].part())
            quoted.append(governor)
    if frame["event"] == "award":
        counted, figure, more = count_award(text, item if when is None else named)
        named = counted
        parts += more
        given["figure"] = figure
    if frame.get("count"):
        number = _NUMBER_ONLY.match(text, item.start, item.end) or _NUMBER_WORD.match(text, item.start, item.end)
        if number is not None:
            given["figure"] = plain_figure(number.group(), frame["count"])
            parts.append(Part("figure", Span(*number.span())))
            return claim_of(
                page, quoted, parts, event_type=frame["event"], subtype=frame.get("subtype"),
                rule="fields." + field.name.replace(" ", "_"), when=when, **given,
            )  # fmt: skip
    parts.append(Part(frame.get("part", "object"), named))
    return claim_of(
        page, quoted, parts, event_type=frame["event"], subtype=frame.get("subtype"), rule="fields." + frame["event"],
        when=when, **given,
    )  # fmt: skip


def _further_years(page: Page, item: Span, made: Statement) -> Iterator[Statement]:
    """``Player of the Year (2001, 2003)``: a second year in the bracket is a second award."""
    _, note = split_note(page.text, item)
    dates = find_dates(page.text, note.start, note.end) if note is not None else []
    if len(dates) < 2 or any("/" in (each.when.edtf or "/") for each in dates):
        return
    kept = tuple(part for part in made.parts if part.part not in ("date", "date_anchor"))
    for each in dates[1:]:
        yield replace(made, parts=(*kept, each.part()), when=each.when)


def _trailing_date(page: Page, item: Span) -> tuple[Span, When | None, list[Part]]:
    """A date at the end of an item without brackets: ``Hero of the Soviet Union, 1945`` is cut at the comma before."""
    dates = dates_in(page, item)
    if not dates or dates[-1].span.end < item.end or dates[-1].span.start <= item.start + 2:
        return item, None, []
    before = page.text[dates[-1].span.start - 1]
    if before not in " :-–,":
        return item, None, []
    named = trim(page.text, item.start, dates[-1].span.start, " \t:,-–")
    if named.end <= named.start or page.text[named.start : named.end].split()[-1].lower() in ("of", "the", "in", "de"):
        return item, None, []
    return named, dates[-1].when, [dates[-1].part()]
