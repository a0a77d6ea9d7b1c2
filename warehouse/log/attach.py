"""The log as relations: every stream as it was written, and what stands, folded from it. SQL stands in ``sql/``."""

import functools
from collections.abc import Collection
from dataclasses import asdict
from importlib import resources
from string import Template

import duckdb
import pyarrow as pa

from warehouse.contract.tables import TABLES
from warehouse.contract.types import Table
from warehouse.log.record import Transaction
from warehouse.log.store import Log
from warehouse.log.streams import STREAMS
from warehouse.log.upcasts import lift_entries
from warehouse.translations.to_arrow import to_arrow_table
from warehouse.translations.to_duckdb import to_duckdb_type

_FOLDS = (
    "current_accessions",
    "source_versions",
    "current_readings",
    "current_claim_entries",
    "current_claims",
    "current_claim_parts",
    "claim_order",
    "quality_results",
    "quarantine",
    "current_rulings",
)


def read_sql(name: str, **words: str) -> str:
    """The text of ``sql/<name>.sql`` with its ``$words`` filled in."""
    text = (resources.files("warehouse.log") / "sql" / f"{name}.sql").read_text("utf-8")
    return Template(text).substitute(words) if words else text


def _to_columns(table: Table, prefix: str) -> str:
    """The columns of a contract table, out of logged ones: what is resolved later is null."""
    return ", ".join(
        f"null::{to_duckdb_type(column)} as {column.name}" if column.is_resolved else f"{prefix}.{column.name}"
        for column in table.columns
    )


def to_transactions_table(transactions: list[Transaction]) -> pa.Table:
    """Transactions as rows of the table ``transactions``."""
    table = TABLES["transactions"]
    rows = [table.row(**{name: value for name, value in asdict(made).items() if name in table.column_names})
            for made in transactions]  # fmt: skip
    return to_arrow_table(table, rows)


def read_stream(
    con: duckdb.DuckDBPyConnection,
    log: Log,
    stream: str,
    *,
    as_of: int | None = None,
    held_in: Collection[int] | None = None,
) -> duckdb.DuckDBPyRelation:
    """Every entry of a stream up to transaction ``as_of``, or of the transactions ``held_in`` alone; those of older
    versions lifted to the columns of today.

    Raises DamagedLog where a segment is not what was written.
    """
    files: dict[int, list[str]] = {}
    for segment in log.segments_of(stream, as_of=as_of, held_in=held_in):
        files.setdefault(segment.version, []).append(str(log.folder / segment.file))
    if not files:
        return con.from_arrow(STREAMS[stream].empty_table())
    columns = ", ".join(STREAMS[stream].names)
    lifted = [
        lift_entries(con.read_parquet(files[version]), stream, version, log.folder).project(columns)
        for version in sorted(files)
    ]
    return functools.reduce(lambda older, newer: older.union(newer), lifted)


def attach_log(con: duckdb.DuckDBPyConnection, log: Log, *, as_of: int | None = None) -> Transaction | None:
    """Make a log readable in a connection, as it stood after transaction ``as_of`` (its head where None).

    ``log_<stream>``: every entry ever written, with its ``tx``. ``current_accessions`` (with first_tx, last_tx),
    ``current_readings`` (with tx), ``current_claim_entries`` (logged columns of claims, ``parts`` nested),
    ``current_rulings`` (with first_tx): the latest entry of each that stands. ``transactions``, ``source_versions``,
    ``current_claims``, ``current_claim_parts``, ``quality_results``, ``quarantine``: exactly the contract's columns.
    ``claim_order``: every claim ever asserted, in the order in which they came.

    Returns the transaction it stands at. Raises DamagedLog where a record or segment is not what was written.
    """
    con.execute("set timezone = 'UTC'")
    for stream in STREAMS:
        read_stream(con, log, stream, as_of=as_of).create_view(f"log_{stream}", replace=True)
    transactions = log.transactions()[:as_of]
    con.from_arrow(to_transactions_table(transactions)).create_view("transactions", replace=True)
    columns = {
        "current_claims": {"columns": _to_columns(TABLES["claims"], "entries")},
        "current_claim_parts": {"columns": _to_columns(TABLES["claim_parts"], "part")},
    }
    for name in _FOLDS:
        con.execute(f"create or replace view {name} as {read_sql(name, **columns.get(name, {}))}")
    return transactions[-1] if transactions else None
