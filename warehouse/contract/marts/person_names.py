"""The mart ``person_names``."""

from typing import Annotated

from warehouse.contract.types import Means, table


@table("person_names", key=("person_id", "name", "source_id"), sorted_by=("person", "name", "source_path"))
class PersonName:
    """One form of a person's name in one source."""

    person_id: Annotated[str, Means("The person.", refers_to="entities.entity_id")]
    person: Annotated[str, Means("The name the person is shown by.")]
    name: Annotated[str, Means("The name as that source writes it.")]
    language: Annotated[str | None, Means("The language it is written in (ISO 639-1).")]
    script: Annotated[str | None, Means("The script it is written in (ISO 15924).")]
    source_id: Annotated[str, Means("The source that writes it so.", refers_to="sources.source_id")]
    source_path: Annotated[str, Means("Where that source lies.")]
    claim_id: Annotated[str | None, Means("A claim that carries it.", refers_to="claims.claim_id")]
