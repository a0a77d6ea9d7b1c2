"""The published tables, one file each, in the order they are made."""

from typing import Any

from warehouse.contract.tables.citations import Citation
from warehouse.contract.tables.claim_parts import ClaimPart
from warehouse.contract.tables.claim_support import ClaimSupport
from warehouse.contract.tables.claims import Claim
from warehouse.contract.tables.contradiction_claims import ContradictionClaim
from warehouse.contract.tables.contradictions import Contradiction
from warehouse.contract.tables.entities import Entity
from warehouse.contract.tables.entity_aliases import EntityAlias
from warehouse.contract.tables.event_claims import EventClaim
from warehouse.contract.tables.events import Event
from warehouse.contract.tables.gaps import Gap
from warehouse.contract.tables.passages import Passage
from warehouse.contract.tables.quality_results import QualityResult
from warehouse.contract.tables.quarantine import Quarantined
from warehouse.contract.tables.replaced_ids import ReplacedId
from warehouse.contract.tables.rulings import Ruling
from warehouse.contract.tables.source_versions import SourceVersion
from warehouse.contract.tables.sources import Source
from warehouse.contract.tables.transactions import Transaction
from warehouse.contract.tables.witnesses import Witness
from warehouse.contract.types import Table, table_of

ROWS: tuple[type[Any], ...] = (
    Transaction,
    Source,
    SourceVersion,
    Passage,
    Gap,
    Citation,
    Claim,
    ClaimPart,
    ClaimSupport,
    Entity,
    EntityAlias,
    Event,
    EventClaim,
    Witness,
    Contradiction,
    ContradictionClaim,
    Ruling,
    ReplacedId,
    Quarantined,
    QualityResult,
)
"""The row class of every published table."""

TABLES: dict[str, Table] = {table_of(row).name: table_of(row) for row in ROWS}
"""Every published table by its name."""

__all__ = [
    "ROWS",
    "TABLES",
    "Citation",
    "Claim",
    "ClaimPart",
    "ClaimSupport",
    "Contradiction",
    "ContradictionClaim",
    "Entity",
    "EntityAlias",
    "Event",
    "EventClaim",
    "Gap",
    "Passage",
    "QualityResult",
    "Quarantined",
    "ReplacedId",
    "Ruling",
    "Source",
    "SourceVersion",
    "Transaction",
    "Witness",
]
