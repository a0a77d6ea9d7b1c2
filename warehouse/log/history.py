"""Any past state at hand in SQL: histories of claims, sources and rulings beside the marts, and as-of macros over them.

A row of a history stands from its ``tx`` until its ``until_tx``. So a past state is a filter, not a fold.
"""

from collections.abc import Iterable

import duckdb

from warehouse.contract.streams import CLAIM_ACTIONS
from warehouse.contract.tables import TABLES
from warehouse.contract.types import Column, Kind, Table
from warehouse.log.attach import read_sql
from warehouse.log.diff import COLUMNS
from warehouse.translations.to_duckdb import create_table, select_as_declared

_SPAN = (
    Column("tx", Kind.INTEGER, False, "The transaction from which the row stands.", (), "transactions.tx"),
    Column(
        "until_tx", Kind.INTEGER, True, "The transaction that ended it; null while it stands.", (), "transactions.tx"
    ),
)
_ENTRY = (
    Column("recorded_at", Kind.TIME, False, "When the transaction was recorded (UTC).", (), None),
    Column("action", Kind.TEXT, False, "What was done with the claim.", CLAIM_ACTIONS, None),
    Column("cause", Kind.TEXT, False, "Why.", (), None),
    Column(
        "columns_changed",
        Kind.TEXT,
        True,
        "The columns that differ from the entry before, joined by ', '; null where it did not stand before or after.",
        (),
        None,
    ),
)


def _to_history(of: str, name: str, meaning: str, before: Iterable[Column] = _SPAN) -> Table:
    table = TABLES[of]
    return Table(name, table.row, meaning, (*table.key, "tx"), ("tx",), (*before, *table.columns))


HISTORIES: dict[str, Table] = {
    table.name: table
    for table in (
        _to_history(
            "claims",
            "claim_history",
            "One entry of the log on a claim: as it was read, or as it last stood when it was retracted.",
            (*_SPAN, *_ENTRY),
        ),
        _to_history("sources", "source_history", "One source as it stood from one transaction to another."),
        _to_history("rulings", "ruling_history", "One ruling as it stood from one transaction to another."),
    )
}
"""Every history by its name."""


def _name_changed() -> str:
    return ", ".join(f"if(before.{name} is distinct from entries.{name}, '{name}', null)" for name in COLUMNS)


def create_history(con: duckdb.DuckDBPyConnection, database: str) -> None:
    """Create the histories and the macros ``claims_as_of``, ``sources_as_of``, ``rulings_as_of`` in a database.

    The connection has the log attached (``attach_log``) and ``database`` attached writable under that name, with the
    table ``transactions`` in it. Each macro takes a transaction's number or a moment, and gives the columns of today.
    Entity ids are null: they are resolved for the present state only.
    """
    for table in HISTORIES.values():
        create_table(con, table, schema=f"{database}.main")
        query = f"({read_sql(table.name, columns_named=_name_changed())})"
        # the claims' entries come as they were logged, transaction after transaction: sorting would only cost
        rows = select_as_declared(table, query, is_in_order=table.name == "claim_history")
        con.execute(f"insert into {database}.main.{table.name} {rows}")
    before = con.execute("select current_database(), current_schema()").fetchall()[0]
    con.execute(f"use {database}.main")  # a macro finds its tables where it is created
    try:
        for of in ("claims", "sources", "rulings"):
            con.execute(read_sql(f"{of}_as_of", columns=", ".join(TABLES[of].column_names)))
    finally:
        con.execute(f"use {'.'.join(before)}")
