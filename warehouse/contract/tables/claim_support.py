"""The table ``claim_support``."""

from typing import Annotated

from warehouse.contract.types import Means, table
from warehouse.contract.vocabulary import SUPPORT_METHODS


@table("claim_support", key=("claim_id", "citation_id"))
class ClaimSupport:
    """One tie between a claim and a numbered reference that backs it."""

    claim_id: Annotated[str, Means("The claim.", refers_to="claims.claim_id")]
    citation_id: Annotated[str, Means("The reference.", refers_to="citations.citation_id")]
    reference_number: Annotated[int, Means("The reference's number on its page.")]
    method: Annotated[str, Means("How the tie is known.", SUPPORT_METHODS)]
    score: Annotated[float, Means("How strong the tie is, from 0 to 1.")]
    evidence: Annotated[str, Means("What matched, in words.")]
