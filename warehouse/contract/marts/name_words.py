"""The mart ``name_words``."""

from typing import Annotated

from warehouse.contract.types import Means, table


@table("name_words", key=("word", "entity_id"), sorted_by=("word",))
class NameWord:
    """One word of an entity's names, without case and accents: where questions by name look."""

    word: Annotated[str, Means("The word, in small letters without accents.")]
    entity_id: Annotated[str, Means("Whose name it stands in.", refers_to="entities.entity_id")]
