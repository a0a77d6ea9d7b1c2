"""Tables of a staged edition: written once, in the contract's order and types, and read back as views."""

from importlib import resources
from pathlib import Path

import duckdb

from warehouse.contract.types import Table


def read_sql(name: str) -> str:
    """The text of ``sql/<name>.sql``."""
    return (resources.files("pipelines.stages") / "sql" / f"{name}.sql").read_text("utf-8")


def view_staged(con: duckdb.DuckDBPyConnection, staging: Path, tables: list[Table]) -> None:
    """Make each staged table readable under its own name."""
    for table in tables:
        relation = con.read_parquet(str(staging / table.name / "*.parquet"))
        relation.create_view(table.name, replace=True)
