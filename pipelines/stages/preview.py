"""A few rows of a staged table or mart, as a person may look at them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from warehouse.contract.tables import TABLES

_ROWS = 6
_MOST_COLUMNS = 9
_MOST_CHARACTERS = 70
_DULL = ("_id", "sha256", "hash")


@contextmanager
def open_staged(staging: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to look at the tables and marts of a staged edition, under their own names."""
    with duckdb.connect() as con:
        marts = staging / "marts.duckdb"
        if marts.exists():
            con.execute("attach ? as staged (read_only)", [str(marts)])
            con.execute("use staged")
        yield con


def preview(
    con: duckdb.DuckDBPyConnection, staging: Path, name: str, *, query: str = "from $table", rows: int = _ROWS
) -> list[dict[str, str]]:
    """The first rows of a staged table or mart as text, each value cut, of the columns that tell most.

    ``con`` is from ``open_staged``. ``query`` may choose among the rows; ``$table`` in it stands for the table.
    """
    table = f"read_parquet('{_quoted(staging / name)}/*.parquet')" if name in TABLES else name
    found = con.execute(f"{query.replace('$table', table)} limit {rows}")
    columns = [column[0] for column in found.description or ()]
    kept = [[_cut(value) for value in row] for row in found.fetchall()]
    shown = _choose(columns, kept)
    return [{columns[place]: row[place] for place in shown} for row in kept]


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _choose(columns: list[str], rows: list[list[str]]) -> list[int]:
    """The places of the columns that tell most in little room: filled ones, ids and digests only where few others."""
    filled = [place for place in range(len(columns)) if any(row[place] for row in rows)]
    told = [place for place in filled if not columns[place].endswith(_DULL)]
    return sorted((told + [place for place in filled if place not in told])[:_MOST_COLUMNS])


def _cut(value: object) -> str:
    text = "" if value is None else str(value).replace("\n", " ")
    return text if len(text) <= _MOST_CHARACTERS else text[: _MOST_CHARACTERS - 1] + "…"
