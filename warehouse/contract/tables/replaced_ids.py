"""The table ``replaced_ids``."""

from typing import Annotated

from warehouse.contract.types import Means, table
from warehouse.contract.vocabulary import REPLACED_KINDS


@table("replaced_ids", key=("old_id",))
class ReplacedId:
    """One id that was replaced by another when two entities or events turned out to be one."""

    old_id: Annotated[str, Means("The id no longer in use.")]
    kind: Annotated[str, Means("What it named.", REPLACED_KINDS)]
    new_id: Annotated[str, Means("The id that stands for it now.")]
    tx: Annotated[int, Means("The transaction since when.", refers_to="transactions.tx")]
