"""The marts, one file each, in the order they are built: a mart may read those before it."""

from typing import Any

from warehouse.contract.marts.award_list import AwardRow
from warehouse.contract.marts.changes import ChangeRow
from warehouse.contract.marts.citation_uses import CitationUse
from warehouse.contract.marts.disagreements import Disagreement
from warehouse.contract.marts.office_tenures import OfficeTenure
from warehouse.contract.marts.persons import PersonRow
from warehouse.contract.marts.source_overview import SourceRow
from warehouse.contract.marts.timeline import TimelineRow
from warehouse.contract.types import Table, table_of

ROWS: tuple[type[Any], ...] = (
    PersonRow,
    TimelineRow,
    OfficeTenure,
    AwardRow,
    Disagreement,
    CitationUse,
    SourceRow,
    ChangeRow,
)
"""The row class of every mart."""

MARTS: dict[str, Table] = {table_of(row).name: table_of(row) for row in ROWS}
"""Every mart by its name."""

__all__ = [
    "MARTS",
    "ROWS",
    "AwardRow",
    "ChangeRow",
    "CitationUse",
    "Disagreement",
    "OfficeTenure",
    "PersonRow",
    "SourceRow",
    "TimelineRow",
]
