"""Answers of the marts: opening them read-only, and writing a result as table, CSV, JSON or Parquet."""

import csv
import json
import sys
from pathlib import Path
from typing import Any, TextIO

import duckdb
from rich.console import Console
from rich.table import Table

from regesta.text import to_plain
from warehouse.errors import RegestaError

MAX_ROWS_SHOWN = 200
_ROWS_AT_A_TIME = 10_000


def open_marts(home: Path) -> duckdb.DuckDBPyConnection:
    """A connection to the marts of the edition in force, read-only, under the name ``regesta``.

    Raises RegestaError where the home has no edition yet.
    """
    marts = home / "marts.duckdb"
    if not marts.exists():
        raise RegestaError(f"{home} holds no edition yet: run `regesta run` first, or give --home.")
    con = duckdb.connect()
    # Resolved, so that the connection keeps this edition even when another is switched in.
    con.execute("attach ? as regesta (read_only)", [str(marts.resolve())])
    con.execute("use regesta")
    con.execute("set timezone = 'UTC'")
    con.execute("set enable_external_access = false")
    con.execute("set lock_configuration = true")
    return con


def _columns_of(con: duckdb.DuckDBPyConnection) -> list[str]:
    return [str(column[0]) for column in con.description or []]


def _show_table(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.fetchmany(MAX_ROWS_SHOWN + 1)
    table = Table(show_lines=any(len(str(value)) > 60 for row in rows for value in row))
    for column in _columns_of(con):
        table.add_column(to_plain(column), overflow="fold")
    for row in rows[:MAX_ROWS_SHOWN]:
        table.add_row(*("" if value is None else to_plain(str(value)) for value in row))
    console = Console(highlight=False, markup=False)
    console.print(table)
    if len(rows) > MAX_ROWS_SHOWN:
        console.print(f"The first {MAX_ROWS_SHOWN} rows; for all of them use --format csv, json or parquet.")


def _to_json(value: Any) -> Any:
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def write_answer(con: duckdb.DuckDBPyConnection, query: str, form: str, to: str | None) -> None:
    """Run a query and write its rows as ``table``, ``csv``, ``json`` (an array of objects) or ``parquet``.

    Values from sources are shown as text: control codes are made visible, nothing is run or marked up.
    Raises RegestaError with DuckDB's words where the query cannot be run.
    """
    try:
        if form == "parquet":
            import pyarrow.parquet as pq

            pq.write_table(con.sql(query).to_arrow_table(), to, compression="zstd")
            return
        con.execute(query)
        if form == "table" and to is None:
            _show_table(con)
        elif to is None:
            _write_rows(con, form, sys.stdout)
        else:
            with Path(to).open("w", encoding="utf-8", newline="") as out:
                _write_rows(con, form, out)
    except duckdb.Error as error:
        raise RegestaError(f"The query cannot be run: {str(error).strip()}") from error


def _write_rows(con: duckdb.DuckDBPyConnection, form: str, out: TextIO) -> None:
    columns = _columns_of(con)
    if form == "csv":
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        while rows := con.fetchmany(_ROWS_AT_A_TIME):
            writer.writerows(["" if value is None else to_cell(value) for value in row] for row in rows)
        return
    opening = "["
    while rows := con.fetchmany(_ROWS_AT_A_TIME):
        for row in rows:
            words = json.dumps(dict(zip(columns, map(_to_json, row), strict=True)), ensure_ascii=False)
            out.write(f"{opening}\n{words}")
            opening = ","
    out.write("[]\n" if opening == "[" else "\n]\n")


def to_cell(value: Any) -> str:
    """A value as a CSV cell that no spreadsheet takes for a formula: a leading ``= + - @`` of text gets a quote."""
    words = str(value)
    if isinstance(value, str) and words[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + words
    return words
