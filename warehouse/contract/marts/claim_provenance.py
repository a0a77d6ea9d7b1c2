"""The mart ``claim_provenance``."""

from datetime import datetime
from typing import Annotated

from warehouse.contract.types import Means, table
from warehouse.contract.vocabulary import AUTHORSHIPS, EVENT_TYPES


@table("claim_provenance", key=("claim_id",), sorted_by=("source_id", "quote_start", "claim_id"))
class ProvenanceRow:
    """One claim with its way back: sentence, section, file, digest, transaction, and the terms of its source."""

    claim_id: Annotated[str, Means("The claim.", refers_to="claims.claim_id")]
    event_id: Annotated[str, Means("The event it tells of.", refers_to="events.event_id")]
    event_type: Annotated[str, Means("What happened.", tuple(EVENT_TYPES))]
    subject: Annotated[str, Means("To whom, in the source's words.")]
    quote: Annotated[str, Means("The words it stands on.")]
    sentence: Annotated[str, Means("The sentence the words stand in.")]
    section_path: Annotated[str | None, Means("The headings above, outermost first.")]
    source_id: Annotated[str, Means("The source.", refers_to="sources.source_id")]
    source_path: Annotated[str, Means("Where the source lies, relative to the seed folder.")]
    member: Annotated[str | None, Means("Its name inside a container, where it lies in one.")]
    title: Annotated[str | None, Means("The page's title.")]
    source_version: Annotated[int, Means("The version of the source.")]
    source_sha256: Annotated[str, Means("SHA-256 of its bytes.")]
    quote_start: Annotated[int, Means("Where the words begin in the text, in characters from 0.")]
    quote_end: Annotated[int, Means("Where they end: the first character after them.")]
    reference_number: Annotated[int | None, Means("The page's reference they stand in or carry.")]
    reference_title: Annotated[str | None, Means("That reference's title.")]
    extractor: Annotated[str, Means("The rule that read it.")]
    extractor_version: Annotated[int, Means("That rule's version.")]
    confidence: Annotated[float, Means("How sure the reader is, from 0 to 1.")]
    first_tx: Annotated[int, Means("The transaction that first asserted it.", refers_to="transactions.tx")]
    recorded_at: Annotated[datetime, Means("When that was recorded (UTC).")]
    last_tx: Annotated[int, Means("The transaction that last changed it.", refers_to="transactions.tx")]
    authorship: Annotated[str, Means("Who wrote the source.", AUTHORSHIPS)]
    origin: Annotated[str | None, Means("Where the source was obtained.")]
    licence: Annotated[str | None, Means("Under which licence the source may be used.")]
    reference_code: Annotated[str | None, Means("The source's archival signature.")]
