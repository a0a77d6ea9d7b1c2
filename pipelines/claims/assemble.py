"""Statements of one document become rows of ``claims`` and ``claim_parts``.

Here, and nowhere else, words are taken from spans, the family from the vocabulary, the passage from the quote's start
and the id from the words. What a statement means is decided by its reader.
"""

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipelines.claims.placing import Placing
from pipelines.claims.statement import Figure, Part, Span, Statement, When
from pipelines.sources.document import Document
from warehouse.contract.tables import Claim, ClaimPart, Passage
from warehouse.contract.types import Day
from warehouse.contract.vocabulary import EVENT_TYPES, MODALITIES, PARTS, SUBTYPES

_NO_DATE = When()
_NO_FIGURE = Figure()


class WrongStatement(ValueError):
    """A reader emitted a statement that does not fit the text or the vocabulary: a fault of the reader."""


def assemble(
    document: Document, passages: Sequence[Passage], statements: Iterable[Statement]
) -> tuple[tuple[Claim, ...], tuple[ClaimPart, ...]]:
    """Rows for a document's statements, in the order of the text, exact double readings of the same words left out.

    ``document`` and ``passages`` are those archived; the statements' spans count in the text as its page shows it,
    which is the same unless its layout has marks. Words are taken from what is shown, spans and quotes from the
    archive. Raises WrongStatement, naming the rule, where a span lies outside the text or is empty, or a word is not
    in the vocabulary.
    """
    text = document.as_shown().text
    placing = Placing.of(document)
    trimmed = (_trim_quote(text, statement) for statement in statements)
    ordered = sorted(_drop_double_readings(trimmed), key=_text_order)
    starts = [passage.passage_start for passage in passages]
    equals_before: dict[tuple[str | None, ...], int] = {}
    claims: list[Claim] = []
    parts: list[ClaimPart] = []
    for statement in ordered:
        _check(document, text, statement)
        words = _Words(text, statement)
        defining = (
            document.source_id, statement.event_type, statement.subject, words.object, words.place, words.date,
            words.figure,
        )  # fmt: skip
        ordinal = equals_before.get(defining, 0)
        equals_before[defining] = ordinal + 1
        claim_id = _to_claim_id(defining, ordinal)
        placed = placing.place(statement)
        passage = passages[bisect_right(starts, placed.quote.start) - 1]
        claims.append(_to_claim(document, passage, placed, words, claim_id))
        parts.extend(_to_parts(document.text, placed, claim_id))
    return tuple(claims), tuple(parts)


def _trim_quote(text: str, statement: Statement) -> Statement:
    """The statement with its quote beginning at a word: a clause's leading comma carries nothing."""
    start, end = statement.quote
    while start < end and text[start] in ",; ":
        start += 1
    return statement if start == statement.quote.start else replace(statement, quote=Span(start, end))


class _Words:
    """The words of a statement's parts, as the columns of ``claims`` hold them."""

    __slots__ = ("attributed_to", "date", "figure", "object", "place")

    def __init__(self, text: str, statement: Statement) -> None:
        self.object = _join(text, statement, "object")
        self.place = _join(text, statement, "place")
        self.date = _join(text, statement, "date")
        self.figure = _join(text, statement, "figure")
        speaker = statement.first("speaker")
        self.attributed_to = None
        if speaker is not None and speaker.span is not None:
            self.attributed_to = speaker.value or text[speaker.span.start : speaker.span.end]


def _join(text: str, statement: Statement, part: str) -> str | None:
    found = [text[p.span.start : p.span.end] for p in statement.parts if p.part == part and p.span is not None]
    return " – ".join(found) if found else None


def _text_order(statement: Statement) -> tuple[int, int, int, str, str]:
    trigger = statement.first("trigger")
    at = trigger.span.start if trigger is not None and trigger.span is not None else statement.quote.start
    # the object's place orders the claims of one trigger: a list of five medals is five claims in text order
    for part in ("object", "place"):
        found = statement.first(part)
        if found is not None and found.span is not None:
            return (statement.quote.start, at, found.span.start, statement.event_type, statement.rule)
    return (statement.quote.start, at, at, statement.event_type, statement.rule)


def _drop_double_readings(statements: Iterable[Statement]) -> list[Statement]:
    """One statement for each reading of the same words: the surest, of equally sure ones the first."""
    kept: dict[tuple[object, ...], Statement] = {}
    for statement in statements:
        told_by = tuple(part.span for part in statement.parts if part.part in ("object", "place", "date", "figure"))
        trigger = statement.first("trigger")
        key = (
            statement.event_type, statement.subtype, statement.subject, told_by,
            trigger.span if trigger is not None else statement.quote,
        )  # fmt: skip
        present = kept.get(key)
        if present is None or statement.confidence > present.confidence:
            kept[key] = statement
    return list(kept.values())


def _check(document: Document, text: str, statement: Statement) -> None:
    wrong = None
    if statement.event_type not in EVENT_TYPES:
        wrong = f"event type {statement.event_type!r}"
    elif statement.subtype is not None and statement.subtype not in SUBTYPES.get(statement.event_type, ()):
        wrong = f"subtype {statement.subtype!r} of {statement.event_type}"
    elif statement.modality not in MODALITIES:
        wrong = f"modality {statement.modality!r}"
    elif not statement.subject:
        wrong = "an empty subject"
    elif not 0 <= statement.confidence <= 1:
        wrong = f"confidence {statement.confidence}"
    else:
        for span in (statement.quote, *(part.span for part in statement.parts if part.span is not None)):
            if not 0 <= span.start < span.end <= len(text):
                wrong = f"a span {span.start} to {span.end} in a text of {len(text)} characters"
        for part in statement.parts:
            if part.part not in PARTS:
                wrong = f"part {part.part!r}"
    if wrong is not None:
        raise WrongStatement(
            f"{document.path}: the rule {statement.rule} emitted {wrong}, at {statement.quote.start}: mend the rule."
        )


def _to_claim_id(defining: tuple[str | None, ...], ordinal: int) -> str:
    # unit separators keep ("ab", "c") and ("a", "bc") apart; a missing part differs from an empty one
    joined = "\x1f".join("\x00" if word is None else word for word in (*defining, str(ordinal)))
    return "c" + hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _to_claim(document: Document, passage: Passage, statement: Statement, words: _Words, claim_id: str) -> Claim:
    when = statement.when or _NO_DATE
    figure = statement.figure or _NO_FIGURE
    return Claim(
        claim_id=claim_id,
        event_type=statement.event_type,
        family=EVENT_TYPES[statement.event_type],
        subtype=statement.subtype,
        modality=statement.modality,
        is_quotation=statement.is_quotation,
        attributed_to_text=words.attributed_to,
        subject_text=statement.subject,
        subject_id=None,
        object_text=words.object,
        object_id=None,
        place_text=words.place,
        place_id=None,
        date_text=words.date,
        date_edtf=when.edtf,
        date_earliest=_to_day(when.earliest),
        date_start_latest=_to_day(when.start_latest),
        date_end_earliest=_to_day(when.end_earliest),
        date_latest=_to_day(when.latest),
        date_precision=when.precision,
        date_qualifier=when.qualifier,
        calendar=when.calendar,
        date_basis=when.basis,
        duration=statement.duration,
        figure_text=words.figure,
        figure_value=figure.value,
        figure_low=figure.low,
        figure_high=figure.high,
        figure_qualifier=figure.qualifier,
        figure_unit=figure.unit,
        figure_measure=figure.measure,
        source_id=document.source_id,
        source_path=document.path,
        source_version=document.version,
        source_sha256=document.sha256,
        reference_number=statement.reference_number,
        section_path=passage.section_path,
        passage_id=passage.passage_id,
        quote=document.text[statement.quote.start : statement.quote.end],
        quote_start=statement.quote.start,
        quote_end=statement.quote.end,
        extractor=statement.rule,
        extractor_version=statement.rule_version,
        confidence=statement.confidence,
    )


def _to_day(day: int | None) -> Day | None:
    return None if day is None else Day(day)


_PART_ORDER = {part: place for place, part in enumerate(PARTS)}


def _to_parts(text: str, statement: Statement, claim_id: str) -> Iterable[ClaimPart]:
    def place(part: Part) -> tuple[int, int]:
        return (_PART_ORDER[part.part], part.span.start if part.span is not None else len(text))

    seen: set[Part] = set()
    ordinal = 0
    for part in sorted(statement.parts, key=place):
        if part in seen:
            continue
        seen.add(part)
        span: Span | None = part.span
        yield ClaimPart(
            claim_id=claim_id,
            ordinal=ordinal,
            part=part.part,
            role=part.role,
            text=None if span is None else text[span.start : span.end],
            part_start=None if span is None else span.start,
            part_end=None if span is None else span.end,
            entity_id=None,
            value=part.value,
        )
        ordinal += 1
