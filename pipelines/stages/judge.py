"""The staged edition judged: expectations run, results logged, whether or not an edition comes of it."""

from dataclasses import dataclass

import duckdb
import pyarrow as pa

from expectations.catalogue import Check, checks
from pipelines.dates import parse_edtf
from pipelines.stages.run import Run
from warehouse.log import attach_log, open_log


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the checks found: each check with its outcome, and how many of severity error failed."""

    outcomes: tuple["Outcome", ...]
    error_count: int
