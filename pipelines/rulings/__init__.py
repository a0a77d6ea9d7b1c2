"""Rulings: what curators decide, parsed from YAML, matched to the words they name, and applied to names and events.

A ruling never overwrites a reading: it stands in the log beside what was read, takes effect whenever tables are built,
and goes with its file.
"""

from pipelines.rulings.correct import correct_claim, date_columns
from pipelines.rulings.model import Asserted, Told, check_ruling, parse_rulings, read_asserted, read_target
from pipelines.rulings.names import apply_to_names, tell_replaced
from pipelines.rulings.settle import register_preferences, settle
from pipelines.rulings.standing import Judged, Standing, match_statements

__all__ = [
    "Asserted",
    "Judged",
    "Standing",
    "Told",
    "apply_to_names",
    "check_ruling",
    "correct_claim",
    "date_columns",
    "match_statements",
    "parse_rulings",
    "read_asserted",
    "read_target",
    "register_preferences",
    "settle",
    "tell_replaced",
]
