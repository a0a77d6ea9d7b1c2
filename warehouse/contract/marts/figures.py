"""The mart ``figures``."""

from typing import Annotated

from warehouse.contract.types import Day, Means, table
from warehouse.contract.vocabulary import EVENT_TYPES, FIGURE_QUALIFIERS, MODALITIES


@table("figures", key=("claim_id",), sorted_by=("measure", "unit", "low", "claim_id"))
class FigureRow:
    """One quantity a claim states, as numbers that can be compared."""

    claim_id: Annotated[str, Means("The claim.", refers_to="claims.claim_id")]
    event_id: Annotated[str, Means("The event it tells of.", refers_to="events.event_id")]
    person_id: Annotated[str | None, Means("To whom it happened.", refers_to="entities.entity_id")]
    person: Annotated[str, Means("To whom, resolved where it is, else in the source's words.")]
    event_type: Annotated[str, Means("What happened.", tuple(EVENT_TYPES))]
    object: Annotated[str | None, Means("The object, in the source's words.")]
    measure: Annotated[str | None, Means("What is counted or measured.")]
    unit: Annotated[str | None, Means("The unit.")]
    figure_text: Annotated[str, Means("The figure, in the source's words.")]
    qualifier: Annotated[str | None, Means("What the words say of its exactness.", FIGURE_QUALIFIERS)]
    value: Annotated[float | None, Means("The value stated.")]
    low: Annotated[float | None, Means("The least it can be.")]
    high: Annotated[float | None, Means("The most it can be.")]
    date_edtf: Annotated[str | None, Means("When, as EDTF.")]
    date_earliest: Annotated[Day | None, Means("When: the first day it can have been.")]
    date_latest: Annotated[Day | None, Means("When: the last day it can have been.")]
    date_year: Annotated[int | None, Means("When: the year, where the date settles it.")]
    date_month: Annotated[int | None, Means("When: the month, where the date settles it.")]
    date_day: Annotated[int | None, Means("When: the day of the month, where the date settles it.")]
    modality: Annotated[str, Means("How the claim puts it.", MODALITIES)]
    quote: Annotated[str, Means("The words it stands on.")]
    source_path: Annotated[str, Means("Where they stand.")]
