"""The table ``transactions``."""

from datetime import datetime
from typing import Annotated

from warehouse.contract.types import Means, table
from warehouse.contract.vocabulary import TRANSACTION_KINDS


@table("transactions", key=("tx",))
class Transaction:
    """One transaction of the log: the only way anything enters the archive."""

    tx: Annotated[int, Means("The transaction's number, from 1 and without gaps.")]
    recorded_at: Annotated[datetime, Means("When it was recorded (UTC), never before its parent.")]
    kind: Annotated[str, Means("What sort of entry it is.", TRANSACTION_KINDS)]
    cause: Annotated[str, Means("Why it was made, in one sentence.")]
    agent: Annotated[str, Means("Who or what made it.")]
    run_id: Annotated[str | None, Means("The run that made it, where there was one.")]
    asserted_count: Annotated[int, Means("How many claims it asserted.")]
    restated_count: Annotated[int, Means("How many claims it restated: same id, new content.")]
    relocated_count: Annotated[int, Means("How many claims it relocated: only spans, passage or digest changed.")]
    retracted_count: Annotated[int, Means("How many claims it retracted.")]
    parent_hash: Annotated[str | None, Means("The hash of the transaction before it; null for the first.")]
    hash: Annotated[str, Means("SHA-256 over the record, its parent's hash and its segments' digests.")]
