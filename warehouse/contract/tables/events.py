"""The table ``events``."""

from typing import Annotated

from warehouse.contract.types import Day, Means, table
from warehouse.contract.vocabulary import ALL_SUBTYPES, EVENT_STATUSES, EVENT_TYPES, FAMILIES, MODALITIES


@table("events", key=("event_id",))
class Event:
    """One historical event: what several claims, perhaps from several sources, are about."""

    event_id: Annotated[str, Means("The event's id, from the first claim ever asserted of it.")]
    event_type: Annotated[str, Means("What happened.", tuple(EVENT_TYPES))]
    family: Annotated[str, Means("The family of the event type.", FAMILIES)]
    subtype: Annotated[str | None, Means("What sort of it.", ALL_SUBTYPES)]
    modality: Annotated[str, Means("How the preferred claim puts it.", MODALITIES)]
    subject_id: Annotated[str | None, Means("To whom it happened.", refers_to="entities.entity_id")]
    object_id: Annotated[str | None, Means("The object.", refers_to="entities.entity_id")]
    place_id: Annotated[str | None, Means("The place.", refers_to="entities.entity_id")]
    date_edtf: Annotated[str | None, Means("When, as EDTF (ISO 8601-2), always Gregorian.")]
    date_earliest: Annotated[Day | None, Means("The first day it can have been.")]
    date_start_latest: Annotated[Day | None, Means("For an interval: the last day it can have begun.")]
    date_end_earliest: Annotated[Day | None, Means("For an interval: the first day it can have ended.")]
    date_latest: Annotated[Day | None, Means("The last day it can have been.")]
    claim_count: Annotated[int, Means("How many claims are about it.")]
    source_count: Annotated[int, Means("How many sources state it.")]
    witness_count: Annotated[int, Means("How many independent witnesses assert it.")]
    status: Annotated[str, Means("How well it is attested.", EVENT_STATUSES)]
    preferred_claim_id: Annotated[str, Means("The claim whose values are shown.", refers_to="claims.claim_id")]
    preference_reason: Annotated[str, Means("Why that claim is preferred.")]
