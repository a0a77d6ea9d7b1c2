"""Numbered groups of infobox fields: ``Office1``, ``Term Start1`` and ``Predecessor1`` together make one claim."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from pipelines.claims import lexicon
from pipelines.claims.field_notes import goes_on, leading_date
from pipelines.claims.page import Page
from pipelines.claims.statement import Part, Span, Statement, When
from pipelines.claims.values import split_items, split_note
from pipelines.claims.when import Dated, find_dates, find_expected_dates, join_interval

_CURRENT = re.compile(r"\b(?:present|incumbent|current)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Field:
    """One field as it stands: its name without the number, the number, and where name, value and line stand."""

    name: str
    number: str
    named_at: Span
    value: Span
    line: Span


def claim_of(page: Page, quoted: Iterable[Field], parts: Iterable[Part], **given: Any) -> Statement:
    """A statement of the page's subject, resting on whole fields."""
    quoted = list(quoted)
    quote = Span(min(field.line.start for field in quoted), max(field.line.end for field in quoted))
    triggers = tuple(Part("trigger", field.named_at) for field in quoted)
    return Statement(
        subject=page.subject, quote=quote, parts=(*triggers, *page.antecedent(), *parts), confidence=0.98, **given
    )  # fmt: skip


def dates_in(page: Page, span: Span) -> list[Dated]:
    """The dates in the value of a field."""
    return find_dates(page.text, span.start, span.end)


def expected_in(page: Page, span: Span) -> list[Dated]:
    """The dates in the value of a field that is there to give one."""
    return find_expected_dates(page.text, span.start, span.end)


def read_groups(page: Page, fields: list[Field], group: dict[str, Any], used: set[int]) -> Iterator[Statement]:
    """One statement for each field that names a group's object, with the fields of its number; notes what it used."""
    heads = [
        place
        for place, field in enumerate(fields)
        if place not in used
        and (field.name in group["object"] or _is_titled(page, fields, field, group) or _is_reign(fields, field, group))
    ]
    pairs: dict[str, str] = group.get("pairs", {})
    for place in heads:
        head = fields[place]
        members: list[tuple[int, Field]] = [(place, head)]
        for other, field in enumerate(fields):
            if other == place or other in used or field.number != head.number:
                continue
            if pairs:
                belongs = field.name == pairs.get(head.name)
            else:
                belongs = field.name in group["participants"] or any(
                    field.name in group[key] for key in ("start", "end", "date", "place")
                )
            if belongs:
                members.append((other, field))
        used.update(other for other, _ in members)
        made = _read_group(page, head, [field for _, field in members[1:]], group)
        yield made
        yield from _further_terms(page, [field for _, field in members[1:]], group, made)


def _is_reign(fields: list[Field], field: Field, group: dict[str, Any]) -> bool:
    """Whether a reign stands without the dignity it is of: then the field itself is all the words there are."""
    if field.name not in ("reign", "pontificate", "episcopate") or field.name not in group.get("titles", ()):
        return False
    named = {*group["object"], "title", "titles", "royal title"}
    return not any(other.name in named and other.number == field.number for other in fields)


def _is_titled(page: Page, fields: list[Field], field: Field, group: dict[str, Any]) -> bool:
    """Whether a field such as ``Title`` names an office: its number has a reign or term, or its words do."""
    if field.name not in group.get("titles", ()):
        return False
    if field.name in ("reign", "pontificate", "episcopate"):
        return False
    heads = lexicon.words("heads", "office")
    named = any(word in heads for word in page.text[field.value.start : field.value.end].lower().split())
    return named and not any(other.name in group["object"] and other.number == field.number for other in fields)


def _read_group(page: Page, head: Field, members: list[Field], group: dict[str, Any]) -> Statement:
    body_named = head.name in group.get("object_names_body", ())
    held, note = split_note(page.text, head.value)
    dated_before: list[Part] = []
    led: When | None = None
    if group["event"] == "membership":
        named, led, dated_before = leading_date(page, head.value)
        held, note = (named, None) if led is not None else (held, note)
    parts = [Part("object", held)]
    quoted = [head]
    if head.name in ("reign", "pontificate", "episcopate"):
        held, note, parts = head.named_at, head.value, [Part("object", head.named_at)]
    starts: list[Dated] = []
    ends: list[Dated] = []
    whole: list[Dated] = []
    open_end = False
    if note is not None:
        whole = dates_in(page, note)
        if not whole:
            parts[0] = Part("object", head.value)
    if body_named:
        parts.append(Part("participant", held, "body"))
    else:
        parts.extend(find_body(page.text, held))
    for field in members:
        if field.name in group["start"]:
            starts = expected_in(page, field.value)[:1]
            quoted.append(field)
        elif field.name in group["end"]:
            ends = expected_in(page, field.value)[:1]
            open_end = bool(_CURRENT.search(page.text, field.value.start, field.value.end))
            quoted.append(field)
        elif field.name in group["date"]:
            whole = expected_in(page, field.value)[:1]
            quoted.append(field)
        elif field.name in group["place"]:
            parts.append(Part("place", field.value))
            quoted.append(field)
        elif field.name in group["participants"]:
            role = group["participants"][field.name]
            parts.extend(_participants(page.text, field, role))
            quoted.append(field)
    when: When | None = None
    if starts and ends:
        when = join_interval(starts[0].when, ends[0].when)
        parts += [starts[0].part(), ends[0].part()]
    elif starts:
        when = join_interval(starts[0].when, None)
        parts.append(starts[0].part())
    elif ends:
        when = join_interval(None, ends[0].when)
        parts.append(ends[0].part())
    elif whole:
        when = whole[0].when
        if goes_on(page.text, whole[0].span.end) and "/" not in (when.edtf or "/"):
            when = join_interval(when, None)  # "2005–": to this day
        parts.append(whole[0].part())
    if when is None and led is not None:
        when = led
        parts += dated_before
    if open_end:
        parts.append(Part("attribute", None, "incumbent", "true"))
    return claim_of(
        page, quoted, parts, event_type=group["event"], subtype=group.get("subtype"), rule=group["rule"], when=when
    )  # fmt: skip


def _further_terms(page: Page, members: list[Field], group: dict[str, Any], made: Statement) -> Iterator[Statement]:
    """``Term: 1905–1906, 1910–1912``: a second interval is a second tenure."""
    if any(field.name in group["start"] or field.name in group["end"] for field in members):
        return
    dates = [each for field in members if field.name in group["date"] for each in expected_in(page, field.value)]
    kept = tuple(part for part in made.parts if part.part not in ("date", "date_anchor"))
    for each in dates[1:]:
        if "/" in (each.when.edtf or ""):
            yield replace(made, parts=(*kept, each.part()), when=each.when)


def _participants(text: str, field: Field, role: str) -> Iterator[Part]:
    for item in split_items(text, field.value, ";\n"):
        name, _ = split_note(text, item)
        yield Part("participant", name, role)


_OF = re.compile(r"\b(?:of|at|in|for|to)\s+(?:the\s+)?", re.IGNORECASE)


def find_body(text: str, office: Span) -> tuple[Part, ...]:
    """The body an office is held in: what follows its first ``of`` (``Secretary of the Orgburo``)."""
    found = _OF.search(text, office.start, office.end)
    if found is None or found.start() == office.start or found.end() >= office.end:
        return ()
    return (Part("participant", Span(found.end(), office.end), "body"),)
