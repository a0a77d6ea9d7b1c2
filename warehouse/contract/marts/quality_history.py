"""The mart ``quality_history``."""

from datetime import datetime
from typing import Annotated

from warehouse.contract.types import Means, table
from warehouse.contract.vocabulary import SEVERITIES

TRENDS = ("new", "same", "better", "worse")


@table("quality_history", key=("check_id", "tx"), sorted_by=("check_id", "tx"))
class QualityRow:
    """One result of one law in one validation, beside the one before."""

    check_id: Annotated[str, Means("The law: suite and name.")]
    tx: Annotated[int, Means("The validation's transaction.", refers_to="transactions.tx")]
    judged_at: Annotated[datetime, Means("When it was recorded (UTC).")]
    table_name: Annotated[str, Means("The table judged.")]
    expectation: Annotated[str, Means("What is expected, as a sentence.")]
    severity: Annotated[str, Means("Whether a failure holds an edition back.", SEVERITIES)]
    success: Annotated[bool, Means("True where it held.")]
    failing_count: Annotated[int, Means("How many rows failed.")]
    failing_before: Annotated[int | None, Means("How many failed in the validation before.")]
    trend: Annotated[str, Means("How it compares with the validation before.", TRENDS)]
    observed: Annotated[str | None, Means("What was seen.")]
    is_latest: Annotated[bool, Means("True in the last validation.")]
