"""The mart ``award_list``."""

from typing import Annotated

from warehouse.contract.types import Day, Means, table
from warehouse.contract.vocabulary import EVENT_STATUSES


@table("award_list", key=("event_id",), sorted_by=("person", "date_earliest", "event_id"))
class AwardRow:
    """One award given to one person."""

    event_id: Annotated[str, Means("The award.", refers_to="events.event_id")]
    person_id: Annotated[str | None, Means("Who received it.", refers_to="entities.entity_id")]
    person: Annotated[str | None, Means("That person's name.")]
    award_id: Annotated[str | None, Means("The award, resolved.", refers_to="entities.entity_id")]
    award: Annotated[str | None, Means("The award, in the preferred claim's words.")]
    times: Annotated[float | None, Means("How many times it was given, where the source says.")]
    date_text: Annotated[str | None, Means("The date, in the preferred claim's words.")]
    date_edtf: Annotated[str | None, Means("The award, as EDTF.")]
    date_earliest: Annotated[Day | None, Means("The award: the first day it can have been.")]
    date_latest: Annotated[Day | None, Means("The award: the last day it can have been.")]
    date_year: Annotated[int | None, Means("The award: the year, where the date settles it.")]
    date_month: Annotated[int | None, Means("The award: the month, where the date settles it.")]
    date_day: Annotated[int | None, Means("The award: the day of the month, where the date settles it.")]
    certainty: Annotated[str, Means("How well it is attested.", EVENT_STATUSES)]
    quote: Annotated[str, Means("The words of the preferred claim.")]
    sources: Annotated[str, Means("The sources that state it, joined by '; '.")]
