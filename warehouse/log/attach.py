"""The log as relations: every stream as it was written, and the present state folded from it."""

from collections.abc import Iterator
from importlib import resources

import duckdb
import pyarrow as pa

from warehouse.contract.tables import TABLES, Transaction
from warehouse.errors import DamagedLog
from warehouse.log.log import Log
from warehouse.log.streams import PART_COLUMNS, STREAMS, is_resolved
from warehouse.translations.to_arrow import to_arrow_schema
from warehouse.translations.to_duckdb import to_duckdb_type

_FOLDS = ("current_accessions", "source_versions", "current_readings", "current_claim_entries", "claim_order")


def read_sql(name: str) -> str:
    """The text of ``sql/<name>.sql``."""
    return (resources.files("warehouse.log") / "sql" / f"{name}.sql").read_text("utf-8")


def _to_rows(transactions: list[Transaction]) -> pa.Table:
    schema = to_arrow_schema(TABLES["transactions"])
    return pa.Table.from_pylist(
        [{name: getattr(transaction, name) for name in schema.names} for transaction in transactions], schema
    )


def attach_log(con: duckdb.DuckDBPyConnection, log: Log) -> None:
    """Make a log readable in a connection.

    ``log_<stream>``: every entry ever written, with its ``tx``. ``transactions``, ``source_versions``,
    ``current_accessions``, ``current_readings``, ``current_claim_entries`` (columns of claims, ``parts`` nested),
    ``current_claims``, ``current_claim_parts`` (columns of the contract), ``claim_order``: folded from them.
    """
    con.execute("set timezone = 'UTC'")
    files: dict[str, list[str]] = {stream: [] for stream in STREAMS}
    for record in log.records():
        for segment in record.segments:
            file = log.folder / segment.file
            if not file.exists():
                raise DamagedLog(f"{file} is missing, a segment of the log: restore it from a copy of the log.")
            files[segment.stream].append(str(file))
    for stream, schema in STREAMS.items():
        relation = con.read_parquet(files[stream]) if files[stream] else con.from_arrow(schema.empty_table())
        relation.create_view(f"log_{stream}", replace=True)
    con.from_arrow(_to_rows(log.transactions())).create_view("transactions", replace=True)
    for name in _FOLDS:
        con.execute(f"create or replace view {name} as {read_sql(name)}")
    con.execute(
        f"create or replace view current_claims as select {_resolved_null('claims')} from current_claim_entries"
    )
    con.execute(
        f"create or replace view current_claim_parts as select {_resolved_null('claim_parts')} from "
        f"(select claim_id, {', '.join(f'part.{name}' for name in PART_COLUMNS)} from "
        "(select claim_id, unnest(parts) as part from current_claim_entries))"
    )


def _resolved_null(table: str) -> str:
    """A table's columns; those that are resolved when projections are built are null, for they are never logged."""
    return ", ".join(
        f"null::{to_duckdb_type(column)} as {column.name}" if is_resolved(column) else column.name
        for column in TABLES[table].columns
    )


def read_contents(con: duckdb.DuckDBPyConnection, digests: list[str]) -> Iterator[tuple[str, bytes]]:
    """The bytes of each digest, one by one, from an attached log; in no particular order."""
    con.execute(
        "select distinct on (sha256) sha256, content from log_contents where sha256 in (select unnest(?))", [digests]
    )
    while rows := con.fetchmany(1):
        yield rows[0]
