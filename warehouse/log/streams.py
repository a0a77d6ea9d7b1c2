"""The streams of the log as Arrow schemas, derived from the contract. Nothing is declared here."""

import pyarrow as pa

from warehouse.contract.streams import ENTRY_STREAMS
from warehouse.contract.tables import TABLES
from warehouse.contract.types import Column, Table, table_of
from warehouse.translations.to_arrow import to_arrow_field

_TX = pa.field("tx", pa.int64(), nullable=False)


def logged_columns(table: Table) -> tuple[str, ...]:
    """The columns of ``claims`` or ``claim_parts`` that are logged, in the contract's order."""
    return tuple(column.name for column in table.columns if not column.is_resolved)


def _to_field(column: Column, *, nullable: bool | None = None) -> pa.Field:
    field = to_arrow_field(column).remove_metadata()
    return field if nullable is None else field.with_nullable(nullable)


def _to_schema(table: Table) -> pa.Schema:
    return pa.schema([_TX, *(_to_field(column) for column in table.columns)])


PART_COLUMNS = tuple(name for name in logged_columns(TABLES["claim_parts"]) if name != "claim_id")
"""The columns of ``claim_parts`` that stand nested in an entry of the stream ``claims``."""

_PARTS = TABLES["claim_parts"]
PARTS_TYPE = pa.list_(pa.struct([_to_field(_PARTS.column(name), nullable=True) for name in PART_COLUMNS]))

_CLAIMS = pa.schema(
    [
        _TX,
        pa.field("action", pa.string(), nullable=False),
        pa.field("cause", pa.string(), nullable=False),
        *(_to_field(TABLES["claims"].column(name)) for name in logged_columns(TABLES["claims"])),
        pa.field("parts", PARTS_TYPE, nullable=False),
    ]
)

STREAMS: dict[str, pa.Schema] = {table_of(row).name: _to_schema(table_of(row)) for row in ENTRY_STREAMS} | {
    "claims": _CLAIMS
}
"""Every stream's schema by its name; ``tx``, the transaction's number, comes first and is set by the log."""

CLAIM_ENTRIES = STREAMS["claims"]
"""The stream of claims: what was done and why, what was read of the claim, its parts nested."""
