"""The mart ``office_holders``."""

from typing import Annotated

from warehouse.contract.types import Day, Means, table
from warehouse.contract.vocabulary import EVENT_STATUSES

SUCCESSIONS = (
    "first", "follows", "gap", "possible gap", "overlap", "possible overlap", "possible gap or overlap", "unknown",
    "undated",
)  # fmt: skip


@table("office_holders", key=("event_id",), sorted_by=("office", "office_id", "place_in_order"))
class OfficeHolder:
    """One holder of an office in the order of holding, and how the tenure joins the one before."""

    event_id: Annotated[str, Means("The tenure.", refers_to="events.event_id")]
    office_id: Annotated[str, Means("The office.", refers_to="entities.entity_id")]
    office: Annotated[str, Means("The name the office is shown by.")]
    place_in_order: Annotated[
        int | None, Means("The holder's place among those known, from 1; null where no date tells it.")
    ]
    person_id: Annotated[str | None, Means("Who held it.", refers_to="entities.entity_id")]
    person: Annotated[str | None, Means("That person's name.")]
    date_edtf: Annotated[str | None, Means("The tenure, as EDTF.")]
    start_earliest: Annotated[Day | None, Means("The first day it can have begun.")]
    start_latest: Annotated[Day | None, Means("The last day it can have begun.")]
    end_earliest: Annotated[Day | None, Means("The first day it can have ended.")]
    end_latest: Annotated[Day | None, Means("The last day it can have ended.")]
    start_year: Annotated[int | None, Means("The year it began, where the date settles it.")]
    start_month: Annotated[int | None, Means("The month it began, where the date settles it.")]
    start_day: Annotated[int | None, Means("The day of the month it began, where the date settles it.")]
    end_year: Annotated[int | None, Means("The year it ended, where the date settles it.")]
    end_month: Annotated[int | None, Means("The month it ended, where the date settles it.")]
    end_day: Annotated[int | None, Means("The day of the month it ended, where the date settles it.")]
    holder_before: Annotated[str | None, Means("Who of those known held it before.")]
    predecessor: Annotated[str | None, Means("Who held it before in the words of the sources, joined by '; '.")]
    successor: Annotated[str | None, Means("Who held it after in the words of the sources, joined by '; '.")]
    succession: Annotated[
        str, Means("How it joins the tenure before: surely or possibly after a gap, or overlapping.", SUCCESSIONS)
    ]
    gap_days_least: Annotated[int | None, Means("The fewest days between both; below 0 they overlap by so many.")]
    gap_days_most: Annotated[int | None, Means("The most days between both; below 0 they overlap by so many.")]
    certainty: Annotated[str, Means("How well the tenure is attested.", EVENT_STATUSES)]
