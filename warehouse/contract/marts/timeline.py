"""The mart ``timeline``."""

from typing import Annotated

from warehouse.contract.types import Day, Means, table
from warehouse.contract.vocabulary import (
    ALL_SUBTYPES,
    DATE_QUALIFIERS,
    EVENT_STATUSES,
    EVENT_TYPES,
    FAMILIES,
    MODALITIES,
)


@table("timeline", key=("event_id",), sorted_by=("person", "date_earliest", "event_id"))
class TimelineRow:
    """One event of a person's life, ready to plot."""

    event_id: Annotated[str, Means("The event.", refers_to="events.event_id")]
    person_id: Annotated[str | None, Means("To whom it happened.", refers_to="entities.entity_id")]
    person: Annotated[str | None, Means("That person's (or group's) name.")]
    event_type: Annotated[str, Means("What happened.", tuple(EVENT_TYPES))]
    family: Annotated[str, Means("The family of the event type.", FAMILIES)]
    subtype: Annotated[str | None, Means("What sort of it.", ALL_SUBTYPES)]
    label: Annotated[str, Means("The event in a few words.")]
    object: Annotated[str | None, Means("The object, in the preferred claim's words.")]
    object_id: Annotated[str | None, Means("The object, resolved.", refers_to="entities.entity_id")]
    figure_value: Annotated[float | None, Means("The figure of the preferred claim, as a number.")]
    place: Annotated[str | None, Means("The place, in the preferred claim's words.")]
    date_text: Annotated[str | None, Means("The date, in the preferred claim's words.")]
    date_edtf: Annotated[str | None, Means("The event, as EDTF.")]
    date_earliest: Annotated[Day | None, Means("The event: the first day it can have been.")]
    date_latest: Annotated[Day | None, Means("The event: the last day it can have been.")]
    date_year: Annotated[int | None, Means("The event: the year, where the date settles it.")]
    date_month: Annotated[int | None, Means("The event: the month, where the date settles it.")]
    date_day: Annotated[int | None, Means("The event: the day of the month, where the date settles it.")]
    date_qualifier: Annotated[str | None, Means("What the words say of the date's certainty or side.", DATE_QUALIFIERS)]
    certainty: Annotated[str, Means("How well the event is attested.", EVENT_STATUSES)]
    modality: Annotated[str, Means("How the preferred claim puts it.", MODALITIES)]
    witness_count: Annotated[int, Means("How many independent witnesses assert it.")]
    quote: Annotated[str, Means("The words of the preferred claim.")]
    source_path: Annotated[str, Means("Where those words stand.")]
    sources: Annotated[str, Means("The sources that tell it, joined by '; '.")]
    reference_numbers: Annotated[str | None, Means("The page's references behind it, joined by ', '.")]
    claim_id: Annotated[str, Means("The preferred claim.", refers_to="claims.claim_id")]
