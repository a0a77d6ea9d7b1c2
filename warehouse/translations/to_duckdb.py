"""Contract to DuckDB: tables with their columns' meaning as comments."""

import duckdb

from warehouse.contract.types import Column, Kind, Table

_TYPES = {
    Kind.TEXT: "varchar",
    Kind.INTEGER: "bigint",
    Kind.NUMBER: "double",
    Kind.BOOLEAN: "boolean",
    Kind.DATE: "date",
    Kind.TIME: "timestamp with time zone",
    Kind.BYTES: "blob",
}


def to_duckdb_type(column: Column) -> str:
    """The DuckDB type of a column."""
    return _TYPES[column.kind]


def to_duckdb_columns(table: Table, *, constrained: bool = True) -> str:
    """The column definitions of a table, for ``create table name (…)``; without ``not null`` where unconstrained."""
    return ", ".join(
        f"{column.name} {to_duckdb_type(column)}{' not null' if constrained and not column.nullable else ''}"
        for column in table.columns
    )


def to_comments(table: Table, name: str) -> list[str]:
    """The statements that comment a table (or view) and its columns; ``name`` is where it stands, schema included."""

    def quoted(text: str) -> str:
        return "'" + text.replace("'", "''") + "'"

    return [
        f"comment on table {name} is {quoted(table.meaning)}",
        *(f"comment on column {name}.{column.name} is {quoted(column.meaning)}" for column in table.columns),
    ]


def create_table(con: duckdb.DuckDBPyConnection, table: Table, *, schema: str = "main") -> None:
    """Create an empty table as the contract declares it, comments included, in place of any of that name."""
    name = f"{schema}.{table.name}"
    con.execute(f"create or replace table {name} ({to_duckdb_columns(table)})")
    for comment in to_comments(table, name):
        con.execute(comment)


def select_as_declared(table: Table, relation: str, *, is_in_order: bool = False) -> str:
    """A query giving a relation's columns in the contract's order and types, rows in the contract's order.

    ``is_in_order`` says that the relation's rows lie in it already, as those of a published table do.
    """
    columns = ", ".join(f"cast({column.name} as {to_duckdb_type(column)}) as {column.name}" for column in table.columns)
    order = "" if is_in_order else f" order by {', '.join(table.sorted_by)}"
    return f"select {columns} from {relation}{order}"
