"""The table ``rulings``."""

from datetime import datetime
from typing import Annotated

from warehouse.contract.types import Means, table
from warehouse.contract.vocabulary import RULING_KINDS, RULING_STATUSES


@table("rulings", key=("ruling_id",))
class Ruling:
    """One ruling of a curator."""

    ruling_id: Annotated[str, Means("The ruling's id.")]
    kind: Annotated[str, Means("What it rules.", RULING_KINDS)]
    target: Annotated[str, Means("What it is about: source and words.")]
    column_name: Annotated[str | None, Means("The column it corrects.")]
    value: Annotated[str | None, Means("The value it sets.")]
    author: Annotated[str, Means("Who ruled.")]
    reason: Annotated[str, Means("Why, in the author's words.")]
    path: Annotated[str, Means("The file it stands in, relative to the rulings folder.")]
    status: Annotated[str, Means("Whether it is in force.", RULING_STATUSES)]
    problem: Annotated[str | None, Means("Why it is not in force, in plain words; null where it is.")]
    claim_id: Annotated[str | None, Means("The claim it was found to be about.")]
    other_claim_id: Annotated[str | None, Means("The second claim, where it names two.")]
    first_tx: Annotated[int, Means("The transaction that recorded it.", refers_to="transactions.tx")]
    recorded_at: Annotated[datetime, Means("When that was (UTC).")]
