"""The mart ``membership_list``."""

from typing import Annotated

from warehouse.contract.types import Day, Means, table
from warehouse.contract.vocabulary import EVENT_STATUSES, SUBTYPES


@table("membership_list", key=("event_id",), sorted_by=("person", "date_earliest", "event_id"))
class MembershipRow:
    """One membership of one person in one body."""

    event_id: Annotated[str, Means("The event.", refers_to="events.event_id")]
    person_id: Annotated[str | None, Means("To whom it happened.", refers_to="entities.entity_id")]
    person: Annotated[str | None, Means("That person's (or group's) name.")]
    subtype: Annotated[str | None, Means("Whether the person joined, was a member or left.", SUBTYPES["membership"])]
    body_id: Annotated[str | None, Means("The body, resolved.", refers_to="entities.entity_id")]
    body: Annotated[str | None, Means("The body, in the preferred claim's words.")]
    date_text: Annotated[str | None, Means("It: the date, in the preferred claim's words.")]
    date_edtf: Annotated[str | None, Means("It, as EDTF.")]
    date_earliest: Annotated[Day | None, Means("It: the first day it can have been.")]
    date_latest: Annotated[Day | None, Means("It: the last day it can have been.")]
    date_year: Annotated[int | None, Means("It: the year, where the date settles it.")]
    date_month: Annotated[int | None, Means("It: the month, where the date settles it.")]
    date_day: Annotated[int | None, Means("It: the day of the month, where the date settles it.")]
    certainty: Annotated[str, Means("How well it is attested.", EVENT_STATUSES)]
    quote: Annotated[str, Means("The words of the preferred claim.")]
    sources: Annotated[str, Means("The sources that state it, joined by '; '.")]
