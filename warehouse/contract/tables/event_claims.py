"""The table ``event_claims``."""

from typing import Annotated

from warehouse.contract.types import Means, table
from warehouse.contract.vocabulary import AGREEMENTS, EVENT_PARTS


@table("event_claims", key=("event_id", "claim_id"))
class EventClaim:
    """One claim's place in an event."""

    event_id: Annotated[str, Means("The event.", refers_to="events.event_id")]
    claim_id: Annotated[str, Means("The claim.", refers_to="claims.claim_id")]
    part: Annotated[str, Means("Whether it tells of the whole, the start or the end.", EVENT_PARTS)]
    agreement: Annotated[str, Means("How it stands to the preferred claim.", AGREEMENTS)]
    witness_id: Annotated[str, Means("The witness that speaks in it.", refers_to="witnesses.witness_id")]
