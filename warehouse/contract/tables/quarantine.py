"""The table ``quarantine``."""

from typing import Annotated

from warehouse.contract.types import Means, table


@table("quarantine", key=("table_name", "row_key", "expectation"))
class Quarantined:
    """One row set aside by an error-level law of its own."""

    table_name: Annotated[str, Means("The table it belongs to.")]
    row_key: Annotated[str, Means("Its key there.")]
    expectation: Annotated[str, Means("The law it broke.")]
    reason: Annotated[str, Means("How it broke it, in words.")]
    tx: Annotated[int, Means("The transaction since when.", refers_to="transactions.tx")]
