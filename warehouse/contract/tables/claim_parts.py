"""The table ``claim_parts``."""

from typing import Annotated

from warehouse.contract.types import Means, table
from warehouse.contract.vocabulary import PARTS


@table("claim_parts", key=("claim_id", "ordinal"))
class ClaimPart:
    """One part of a claim: the exact words behind a value, a further participant or an attribute."""

    claim_id: Annotated[str, Means("The claim.", refers_to="claims.claim_id")]
    ordinal: Annotated[int, Means("Its place among the claim's parts, from 0.")]
    part: Annotated[str, Means("What part it plays.", PARTS)]
    role: Annotated[str | None, Means("Which participant, attribute or anchor it is.")]
    text: Annotated[str | None, Means("Its words.")]
    part_start: Annotated[
        int | None, Means("Where it begins, in code points of the text; null without words of its own.")
    ]
    part_end: Annotated[int | None, Means("Where it ends (exclusive).")]
    entity_id: Annotated[str | None, Means("Whom or what it names, resolved.", refers_to="entities.entity_id")]
    value: Annotated[str | None, Means("What the words mean, where that is more than the words.")]
