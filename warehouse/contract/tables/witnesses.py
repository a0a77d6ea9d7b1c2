"""The table ``witnesses``."""

from typing import Annotated

from warehouse.contract.types import Means, table
from warehouse.contract.vocabulary import WITNESS_BASES


@table("witnesses", key=("witness_id",))
class Witness:
    """One independent witness: sources that copy one another or rest on the same reference are one."""

    witness_id: Annotated[str, Means("The witness's id.")]
    label: Annotated[str, Means("The name it is shown by.")]
    basis: Annotated[str, Means("What makes it one witness.", WITNESS_BASES)]
    evidence: Annotated[str, Means("The grounds, in words.")]
