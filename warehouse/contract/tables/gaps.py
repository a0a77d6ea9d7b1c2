"""The table ``gaps``."""

from typing import Annotated

from warehouse.contract.types import Means, table
from warehouse.contract.vocabulary import GAP_KINDS


@table("gaps", key=("gap_id",), sorted_by=("source_id", "gap_start", "gap_id"))
class Gap:
    """One place where a source has visibly lost something. Nothing is invented for it."""

    gap_id: Annotated[str, Means("The gap's id.")]
    source_id: Annotated[str, Means("The source.", refers_to="sources.source_id")]
    passage_id: Annotated[str, Means("The passage it stands in.", refers_to="passages.passage_id")]
    kind: Annotated[str, Means("What was lost.", GAP_KINDS)]
    gap_start: Annotated[int, Means("Where it begins, in code points of the text; a gap may have no width.")]
    gap_end: Annotated[int, Means("Where it ends (exclusive).")]
    evidence: Annotated[str, Means("The words that show the loss.")]
