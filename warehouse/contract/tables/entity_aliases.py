"""The table ``entity_aliases``."""

from typing import Annotated

from warehouse.contract.types import Means, table


@table("entity_aliases", key=("entity_id", "name", "source_id"))
class EntityAlias:
    """One form of an entity's name in one source."""

    entity_id: Annotated[str, Means("The entity.", refers_to="entities.entity_id")]
    name: Annotated[str, Means("The name as written.")]
    source_id: Annotated[str, Means("The source that writes it so.", refers_to="sources.source_id")]
    language: Annotated[str | None, Means("The form's language (ISO 639-1).")]
    script: Annotated[str | None, Means("The form's script (ISO 15924).")]
    claim_id: Annotated[str | None, Means("The first claim that carries the form.", refers_to="claims.claim_id")]
    reason: Annotated[
        str,
        Means("Why it is a name of this entity: each feature that decided, with its weight where they were weighed."),
    ]
