"""The mart ``office_tenures``."""

from typing import Annotated

from warehouse.contract.types import Day, Means, table
from warehouse.contract.vocabulary import EVENT_STATUSES


@table("office_tenures", key=("event_id",), sorted_by=("person", "start_earliest", "event_id"))
class OfficeTenure:
    """One person's time in one office."""

    event_id: Annotated[str, Means("The tenure.", refers_to="events.event_id")]
    person_id: Annotated[str | None, Means("Who held it.", refers_to="entities.entity_id")]
    person: Annotated[str | None, Means("That person's name.")]
    office_id: Annotated[str | None, Means("The office, resolved.", refers_to="entities.entity_id")]
    office: Annotated[str | None, Means("The office, in the preferred claim's words.")]
    date_edtf: Annotated[str | None, Means("The tenure, as EDTF.")]
    start_earliest: Annotated[Day | None, Means("The first day it can have begun.")]
    start_latest: Annotated[Day | None, Means("The last day it can have begun.")]
    start_year: Annotated[int | None, Means("The year it began, where the date settles it.")]
    start_month: Annotated[int | None, Means("The month it began, where the date settles it.")]
    start_day: Annotated[int | None, Means("The day of the month it began, where the date settles it.")]
    end_earliest: Annotated[Day | None, Means("The first day it can have ended.")]
    end_latest: Annotated[Day | None, Means("The last day it can have ended.")]
    end_year: Annotated[int | None, Means("The year it ended, where the date settles it.")]
    end_month: Annotated[int | None, Means("The month it ended, where the date settles it.")]
    end_day: Annotated[int | None, Means("The day of the month it ended, where the date settles it.")]
    predecessor: Annotated[str | None, Means("Who held it before, in the words of the sources, joined by '; '.")]
    successor: Annotated[str | None, Means("Who held it after, in the words of the sources, joined by '; '.")]
    certainty: Annotated[str, Means("How well the tenure is attested.", EVENT_STATUSES)]
    start_claims: Annotated[str | None, Means("The claims behind its beginning, joined by ', '.")]
    end_claims: Annotated[str | None, Means("The claims behind its end, joined by ', '.")]
    whole_claims: Annotated[str | None, Means("The claims about the whole, joined by ', '.")]
    sources: Annotated[str, Means("The sources that state it, joined by '; '.")]
