"""The mart ``changes``."""

from datetime import datetime
from typing import Annotated

from warehouse.contract.streams import CLAIM_ACTIONS
from warehouse.contract.types import Day, Means, table
from warehouse.contract.vocabulary import EVENT_TYPES


@table("changes", key=("tx", "claim_id"), sorted_by=("tx",))
class ChangeRow:
    """One change of one claim by one transaction: what was done, and why."""

    tx: Annotated[int, Means("The transaction that made it.", refers_to="transactions.tx")]
    recorded_at: Annotated[datetime, Means("When it was recorded (UTC).")]
    action: Annotated[str, Means("What was done with the claim.", CLAIM_ACTIONS)]
    cause: Annotated[str, Means("Why: a new source, a new version, a newer reading and the like.")]
    claim_id: Annotated[str, Means("The claim, which may no longer stand.")]
    source_path: Annotated[str, Means("Where its source lay.")]
    event_type: Annotated[str, Means("What happened.", tuple(EVENT_TYPES))]
    subject_text: Annotated[str, Means("To whom, in the source's words.")]
    object_text: Annotated[str | None, Means("The object in the source's words.")]
    date_text: Annotated[str | None, Means("The date in the source's words.")]
    date_edtf: Annotated[str | None, Means("When, as EDTF.")]
    date_earliest: Annotated[Day | None, Means("When: the first day it can have been.")]
    date_latest: Annotated[Day | None, Means("When: the last day it can have been.")]
    date_year: Annotated[int | None, Means("When: the year, where the date settles it.")]
    date_month: Annotated[int | None, Means("When: the month, where the date settles it.")]
    date_day: Annotated[int | None, Means("When: the day of the month, where the date settles it.")]
    columns_changed: Annotated[str | None, Means("The columns that changed, joined by ', '; null for new and gone.")]
    quote: Annotated[str, Means("The words it stands on.")]
