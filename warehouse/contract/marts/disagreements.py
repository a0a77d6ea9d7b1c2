"""The mart ``disagreements``."""

from typing import Annotated

from warehouse.contract.types import Means, table
from warehouse.contract.vocabulary import (
    CONTRADICTION_KINDS,
    CONTRADICTION_STATUSES,
    CONTRADICTION_STRENGTHS,
    EVENT_TYPES,
    EXPLANATIONS,
)


@table("disagreements", key=("contradiction_id",), sorted_by=("place_in_order",))
class Disagreement:
    """One contradiction, its values and quotes side by side."""

    contradiction_id: Annotated[str, Means("The contradiction.", refers_to="contradictions.contradiction_id")]
    event_id: Annotated[str, Means("The event in which it arises.", refers_to="events.event_id")]
    person_id: Annotated[str | None, Means("To whom that happened.", refers_to="entities.entity_id")]
    person: Annotated[str | None, Means("That person's (or group's) name.")]
    event_type: Annotated[str, Means("What happened.", tuple(EVENT_TYPES))]
    label: Annotated[str, Means("The event in a few words.")]
    kind: Annotated[str, Means("What the claims disagree on.", CONTRADICTION_KINDS)]
    strength: Annotated[str, Means("Whether they exclude each other or only strain.", CONTRADICTION_STRENGTHS)]
    explanation: Annotated[str, Means("What explains it.", EXPLANATIONS)]
    status: Annotated[str, Means("Where it stands.", CONTRADICTION_STATUSES)]
    place_in_order: Annotated[
        int,
        Means("Its place among all: what nothing explains first, what a ruling settled last; the impossible first."),
    ]
    value_count: Annotated[int, Means("How many different values are stated.")]
    first_value: Annotated[
        str | None, Means("One value, in its source's words: the preferred one where a side is preferred.")
    ]
    first_quote: Annotated[str | None, Means("The words that state it.")]
    first_source: Annotated[str | None, Means("Where they stand.")]
    first_reference: Annotated[int | None, Means("The page's reference they stand in or carry.")]
    second_value: Annotated[str | None, Means("The value against it.")]
    second_quote: Annotated[str | None, Means("The words that state it.")]
    second_source: Annotated[str | None, Means("Where they stand.")]
    second_reference: Annotated[int | None, Means("The page's reference they stand in or carry.")]
    evidence: Annotated[str, Means("The grounds of the explanation, in words.")]
    sentence: Annotated[str, Means("The disagreement as a sentence ready for a footnote.")]
