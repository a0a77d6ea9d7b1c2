"""A few rows of a staged table or mart, as a person may look at them."""

from pathlib import Path

import duckdb

from warehouse.contract.tables import TABLES

_ROWS = 6
_MOST_COLUMNS = 9
_MOST_CHARACTERS = 70
_DULL = ("_id", "sha256", "hash")


def preview(staging: Path, name: str, *, query: str = "from $table", rows: int = _ROWS) -> list[dict[str, str]]:
    """The first rows of a staged table or mart as text, each value cut, of the columns that tell most.

    ``query`` may choose among them; ``$table`` in it stands for the table.
    """
    with duckdb.connect() as con:
        if name in TABLES:
            con.read_parquet(str(staging / name / "*.parquet")).create_view(name)
        else:
            con.execute("attach ? as staged (read_only)", [str(staging / "marts.duckdb")])
            con.execute("use staged")
        found = con.execute(f"{query.replace('$table', name)} limit {rows}")
        columns = [column[0] for column in found.description or ()]
        kept = [[_cut(value) for value in row] for row in found.fetchall()]
    shown = _choose(columns, kept)
    return [{columns[place]: row[place] for place in shown} for row in kept]


def _choose(columns: list[str], rows: list[list[str]]) -> list[int]:
    """The places of the columns that tell most in little room: filled ones, ids and digests only where few others."""
    filled = [place for place in range(len(columns)) if any(row[place] for row in rows)]
    told = [place for place in filled if not columns[place].endswith(_DULL)]
    return sorted((told + [place for place in filled if place not in told])[:_MOST_COLUMNS])


def _cut(value: object) -> str:
    text = "" if value is None else str(value).replace("\n", " ")
    return text if len(text) <= _MOST_CHARACTERS else text[: _MOST_CHARACTERS - 1] + "…"
