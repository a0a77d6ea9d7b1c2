"""The table ``contradiction_claims``."""

from typing import Annotated

from warehouse.contract.types import Means, table


@table("contradiction_claims", key=("contradiction_id", "claim_id"))
class ContradictionClaim:
    """One claim's side in a contradiction."""

    contradiction_id: Annotated[str, Means("The contradiction.", refers_to="contradictions.contradiction_id")]
    claim_id: Annotated[str, Means("The claim.", refers_to="claims.claim_id")]
    stated_value: Annotated[str, Means("What it states, in the source's words.")]
