"""The table ``quality_results``."""

from typing import Annotated

from warehouse.contract.types import Means, table
from warehouse.contract.vocabulary import SEVERITIES


@table("quality_results", key=("check_id", "tx"))
class QualityResult:
    """The result of one check in one validation."""

    check_id: Annotated[str, Means("The check: suite and expectation.")]
    tx: Annotated[int, Means("The validation's transaction.", refers_to="transactions.tx")]
    suite: Annotated[str, Means("The suite it belongs to.")]
    expectation: Annotated[str, Means("What is expected, as a sentence.")]
    table_name: Annotated[str, Means("The table it judges.")]
    severity: Annotated[str, Means("Whether a failure holds an edition back.", SEVERITIES)]
    success: Annotated[bool, Means("True where it held.")]
    observed: Annotated[str | None, Means("What was seen.")]
    failing_count: Annotated[int, Means("How many rows failed.")]
