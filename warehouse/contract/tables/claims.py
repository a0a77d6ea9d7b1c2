"""The table ``claims``."""

from typing import Annotated

from warehouse.contract.types import Day, Means, table
from warehouse.contract.vocabulary import (
    ALL_SUBTYPES,
    CALENDARS,
    DATE_BASES,
    DATE_PRECISIONS,
    DATE_QUALIFIERS,
    EVENT_TYPES,
    FAMILIES,
    FIGURE_QUALIFIERS,
    MODALITIES,
)


@table("claims", key=("claim_id",), sorted_by=("source_id", "quote_start", "claim_id"))
class Claim:
    """One historical event as one source states it in one place."""

    claim_id: Annotated[
        str,
        Means(
            "Hash of source, event type, the words of subject, object, place, date and figure, "
            "and how many equal ones stand before it."
        ),
    ]
    event_type: Annotated[str, Means("What happened.", tuple(EVENT_TYPES))]
    family: Annotated[str, Means("The family of the event type.", FAMILIES)]
    subtype: Annotated[str | None, Means("What sort of it.", ALL_SUBTYPES)]
    modality: Annotated[str, Means("How the source puts it.", MODALITIES)]
    is_quotation: Annotated[bool, Means("True where the object is quoted words.")]
    attributed_to_text: Annotated[str | None, Means("Who says so, where it is not the narrator.")]
    subject_text: Annotated[
        str,
        Means(
            "To whom it happened: the page's title for the page's subject, "
            "else the fullest form of the name on the page."
        ),
    ]
    subject_id: Annotated[str | None, Means("The subject, resolved.", refers_to="entities.entity_id")]
    object_text: Annotated[
        str | None, Means("The object in the source's words: office, body, award, charge, other person.")
    ]
    object_id: Annotated[str | None, Means("The object, resolved.", refers_to="entities.entity_id")]
    place_text: Annotated[str | None, Means("The place in the source's words.")]
    place_id: Annotated[str | None, Means("The place, resolved.", refers_to="entities.entity_id")]
    date_text: Annotated[str | None, Means("The date in the source's words.")]
    date_edtf: Annotated[str | None, Means("When, as EDTF (ISO 8601-2), always Gregorian.")]
    date_earliest: Annotated[Day | None, Means("The first day it can have been.")]
    date_start_latest: Annotated[Day | None, Means("For an interval: the last day it can have begun.")]
    date_end_earliest: Annotated[Day | None, Means("For an interval: the first day it can have ended.")]
    date_latest: Annotated[Day | None, Means("The last day it can have been.")]
    date_precision: Annotated[str | None, Means("How fine the date is.", DATE_PRECISIONS)]
    date_qualifier: Annotated[str | None, Means("What the words say of its certainty or side.", DATE_QUALIFIERS)]
    calendar: Annotated[str | None, Means("The calendar the source names.", CALENDARS)]
    date_basis: Annotated[
        str | None,
        Means("Whether the words give the date, the context completes it, or only bounds can be inferred.", DATE_BASES),
    ]
    duration: Annotated[str | None, Means("A length of time (ISO 8601).")]
    figure_text: Annotated[str | None, Means("The figure in the source's words.")]
    figure_value: Annotated[float | None, Means("The figure as a number.")]
    figure_low: Annotated[float | None, Means("The lower end of a range.")]
    figure_high: Annotated[float | None, Means("The upper end of a range.")]
    figure_qualifier: Annotated[str | None, Means("What the words say of its exactness.", FIGURE_QUALIFIERS)]
    figure_unit: Annotated[str | None, Means("The unit it is counted in.")]
    figure_measure: Annotated[str | None, Means("What is counted.")]
    source_id: Annotated[str, Means("The source.", refers_to="sources.source_id")]
    source_path: Annotated[str, Means("Where the source lies, relative to the seed folder.")]
    source_version: Annotated[int, Means("The version of the source that was read.")]
    source_sha256: Annotated[str, Means("SHA-256 of the bytes that were read.")]
    reference_number: Annotated[int | None, Means("The [n] it stands in or carries.")]
    section_path: Annotated[str | None, Means("The headings above it, joined by ' > '.")]
    passage_id: Annotated[
        str, Means("The passage where the quote begins; it may run on.", refers_to="passages.passage_id")
    ]
    quote: Annotated[str, Means("The smallest stretch of words that carries the statement.")]
    quote_start: Annotated[int, Means("Where the quote begins, in code points of the text.")]
    quote_end: Annotated[int, Means("Where it ends (exclusive).")]
    extractor: Annotated[str, Means("The rule or reader that read it.")]
    extractor_version: Annotated[int, Means("The version of that rule or reader.")]
    confidence: Annotated[float, Means("How sure the reading is, from 0 to 1.")]
