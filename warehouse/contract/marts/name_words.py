"""The mart ``name_words``."""

from typing import Annotated

from warehouse.contract.types import Means, table


@table("name_words", key=("word", "entity_id", "name"), sorted_by=("word", "entity_id", "name"))
class NameWord:
    """One word of one form of a name, without case and accents: where questions by name look."""

    word: Annotated[str, Means("The word, in small letters without accents.")]
    entity_id: Annotated[str, Means("Whose name it stands in.", refers_to="entities.entity_id")]
    name: Annotated[str, Means("The name it stands in, as a source or the label has it.")]
