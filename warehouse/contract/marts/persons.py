"""The mart ``persons``."""

from typing import Annotated

from warehouse.contract.types import Day, Means, table
from warehouse.contract.vocabulary import EVENT_STATUSES


@table("persons", key=("person_id",), sorted_by=("name", "person_id"))
class PersonRow:
    """One person any source names, with life dates, offices and sources."""

    person_id: Annotated[str, Means("The person.", refers_to="entities.entity_id")]
    name: Annotated[str, Means("The name the person is shown by.")]
    birth_edtf: Annotated[str | None, Means("Birth, as EDTF.")]
    birth_earliest: Annotated[Day | None, Means("Birth: the first day it can have been.")]
    birth_latest: Annotated[Day | None, Means("Birth: the last day it can have been.")]
    birth_year: Annotated[int | None, Means("Birth: the year, where the date settles it.")]
    birth_month: Annotated[int | None, Means("Birth: the month, where the date settles it.")]
    birth_day: Annotated[int | None, Means("Birth: the day of the month, where the date settles it.")]
    birth_place: Annotated[str | None, Means("Where born, in the preferred source's words.")]
    birth_status: Annotated[str | None, Means("How well the birth is attested.", EVENT_STATUSES)]
    death_edtf: Annotated[str | None, Means("Death, as EDTF.")]
    death_earliest: Annotated[Day | None, Means("Death: the first day it can have been.")]
    death_latest: Annotated[Day | None, Means("Death: the last day it can have been.")]
    death_year: Annotated[int | None, Means("Death: the year, where the date settles it.")]
    death_month: Annotated[int | None, Means("Death: the month, where the date settles it.")]
    death_day: Annotated[int | None, Means("Death: the day of the month, where the date settles it.")]
    death_place: Annotated[str | None, Means("Where died, in the preferred source's words.")]
    death_status: Annotated[str | None, Means("How well the death is attested.", EVENT_STATUSES)]
    has_page: Annotated[bool, Means("True where a source is a biography of this person.")]
    name_count: Annotated[int, Means("How many forms of the name are known.")]
    office_count: Annotated[int, Means("How many tenures are known.")]
    event_count: Annotated[int, Means("How many events are known.")]
    claim_count: Annotated[int, Means("How many claims are about the person.")]
    source_count: Annotated[int, Means("How many sources speak of the person.")]
    sources: Annotated[str | None, Means("Those sources' paths, joined by '; '.")]
