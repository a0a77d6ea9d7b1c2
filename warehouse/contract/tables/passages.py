"""The table ``passages``."""

from typing import Annotated

from warehouse.contract.types import Means, table
from warehouse.contract.vocabulary import PASSAGE_KINDS


@table("passages", key=("passage_id",), sorted_by=("source_id", "ordinal"))
class Passage:
    """One stretch of a source's text. In order they tile the text: joined, they give it back exactly."""

    passage_id: Annotated[str, Means("The passage's id: the source's id and the passage's ordinal.")]
    source_id: Annotated[str, Means("The source.", refers_to="sources.source_id")]
    ordinal: Annotated[int, Means("Its place in the source, from 0.")]
    kind: Annotated[str, Means("What it is on the page.", PASSAGE_KINDS)]
    section_path: Annotated[str | None, Means("The headings above it, joined by ' > '.")]
    passage_start: Annotated[int, Means("Where it begins, in code points of the text.")]
    passage_end: Annotated[int, Means("Where it ends (exclusive).")]
    text: Annotated[str, Means("Its words, line ends included.")]
    language: Annotated[str | None, Means("Its language (ISO 639-1), where it can be told.")]
