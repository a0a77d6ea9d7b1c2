"""The marts, one file each, in the order they are built: a mart may read those before it."""

from typing import Any

from warehouse.contract.marts.award_list import AwardRow
from warehouse.contract.marts.changes import ChangeRow
from warehouse.contract.marts.citation_uses import CitationUse
from warehouse.contract.marts.claim_provenance import ProvenanceRow
from warehouse.contract.marts.dictionary import DictionaryRow
from warehouse.contract.marts.disagreements import Disagreement
from warehouse.contract.marts.family_ties import FamilyTie
from warehouse.contract.marts.figures import FigureRow
from warehouse.contract.marts.membership_list import MembershipRow
from warehouse.contract.marts.name_words import NameWord
from warehouse.contract.marts.office_holders import OfficeHolder
from warehouse.contract.marts.office_tenures import OfficeTenure
from warehouse.contract.marts.person_names import PersonName
from warehouse.contract.marts.persons import PersonRow
from warehouse.contract.marts.quality_history import QualityRow
from warehouse.contract.marts.repression_cases import RepressionCase
from warehouse.contract.marts.source_overview import SourceRow
from warehouse.contract.marts.timeline import TimelineRow
from warehouse.contract.types import Table, table_of

ROWS: tuple[type[Any], ...] = (
    PersonRow,
    PersonName,
    NameWord,
    TimelineRow,
    OfficeTenure,
    OfficeHolder,
    MembershipRow,
    AwardRow,
    FamilyTie,
    RepressionCase,
    FigureRow,
    Disagreement,
    CitationUse,
    SourceRow,
    ProvenanceRow,
    ChangeRow,
    QualityRow,
    DictionaryRow,
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
    "DictionaryRow",
    "Disagreement",
    "FamilyTie",
    "FigureRow",
    "MembershipRow",
    "NameWord",
    "OfficeHolder",
    "OfficeTenure",
    "PersonName",
    "PersonRow",
    "ProvenanceRow",
    "QualityRow",
    "RepressionCase",
    "SourceRow",
    "TimelineRow",
]
