"""The result of reading one source: what stands in it, before anything is compared with the log."""

from dataclasses import dataclass

from warehouse.contract.streams import SourceReading
from warehouse.contract.tables import Citation, Claim, ClaimPart, Gap, Passage


@dataclass(frozen=True, slots=True)
class Reading:
    """All rows read from one source, in the order of the text. Entity ids are null: they are resolved later.

    A source that could not be read has facts with status ``quarantined`` and no rows.
    """

    facts: SourceReading
    passages: tuple[Passage, ...] = ()
    gaps: tuple[Gap, ...] = ()
    citations: tuple[Citation, ...] = ()
    claims: tuple[Claim, ...] = ()
    parts: tuple[ClaimPart, ...] = ()
