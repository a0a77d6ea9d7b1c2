"""The table ``contradictions``."""

from typing import Annotated

from warehouse.contract.types import Means, table
from warehouse.contract.vocabulary import (
    CONTRADICTION_KINDS,
    CONTRADICTION_STATUSES,
    CONTRADICTION_STRENGTHS,
    EXPLANATIONS,
)


@table("contradictions", key=("contradiction_id",))
class Contradiction:
    """Claims that cannot all be true as they stand, or strain against each other."""

    contradiction_id: Annotated[str, Means("The contradiction's id.")]
    event_id: Annotated[str, Means("The event in which it arises.", refers_to="events.event_id")]
    other_event_id: Annotated[str | None, Means("The second event, where two clash.", refers_to="events.event_id")]
    kind: Annotated[str, Means("What the claims disagree on.", CONTRADICTION_KINDS)]
    strength: Annotated[str, Means("Whether they exclude each other or only strain.", CONTRADICTION_STRENGTHS)]
    explanation: Annotated[str, Means("What explains it.", EXPLANATIONS)]
    evidence: Annotated[str, Means("The grounds of the explanation, in words.")]
    status: Annotated[str, Means("Where it stands.", CONTRADICTION_STATUSES)]
    ruling_id: Annotated[str | None, Means("The ruling that settled it.", refers_to="rulings.ruling_id")]
