"""The table ``entities``."""

from typing import Annotated

from warehouse.contract.types import Means, table
from warehouse.contract.vocabulary import ENTITY_KINDS


@table("entities", key=("entity_id",))
class Entity:
    """One person, group, body, office, place, award, work or happening."""

    entity_id: Annotated[str, Means("The entity's id, from the first mention ever asserted of it.")]
    kind: Annotated[str, Means("What it is.", ENTITY_KINDS)]
    label: Annotated[str, Means("The name it is shown by.")]
