"""What the laws read: the staged tables and marts as views in DuckDB, the limits, and what several laws share."""

from pathlib import Path

import duckdb
import pyarrow as pa

from expectations.bounds import to_relations
from expectations.catalogue import READ
from expectations.headed_sql import read_sql
from expectations.measures import recall_measures, take_measures
from warehouse.contract.marts import MARTS
from warehouse.contract.tables import TABLES
from warehouse.translations.to_arrow import to_arrow_schema

MOST_MEMORY = "1280MiB"
"""What DuckDB may take; beyond that it works on disk. Great Expectations and Python take some 0.4 GiB beside it."""


def view_staged(con: duckdb.DuckDBPyConnection, staging: Path, spill: Path, *, has_marts: bool) -> None:
    """Make every staged table, and mart if there are any, readable under its own name; what is missing is empty."""
    con.execute("set timezone = 'UTC'")
    con.execute(f"set memory_limit = '{MOST_MEMORY}'")
    con.execute("set preserve_insertion_order = false")
    con.execute("set temp_directory = ?", [str(spill)])
    for name, table in TABLES.items():
        files = sorted(str(path.resolve()) for path in (staging / name).glob("*.parquet"))
        if files:
            con.read_parquet(files).create_view(name)
        else:
            con.from_arrow(to_arrow_schema(table).empty_table()).create(name)
    if has_marts:
        con.execute("attach ? as staged_marts (read_only)", [str(staging / "marts.duckdb")])
    for name, mart in MARTS.items():
        if has_marts:
            con.execute(f"create view {name} as select * from staged_marts.main.{name}")
        else:
            con.from_arrow(to_arrow_schema(mart).empty_table()).create(name)


def prepare_claims(con: duckdb.DuckDBPyConnection, edtf_bounds: pa.Table) -> None:
    """Make what laws on single claims share: needs ``claims``; no one has to be identified yet."""
    for name, columns in to_relations().items():
        con.from_arrow(pa.table(columns)).create(name)
    con.from_arrow(edtf_bounds.select(["edtf", "earliest", "latest"])).create("edtf_bounds")
    con.execute(read_sql("prepare"))


def prepare_edition(con: duckdb.DuckDBPyConnection, history: pa.Table | None) -> None:
    """Make what laws on a whole edition share: needs all tables and ``prepare_claims``."""
    con.execute(read_sql("lives"))
    take_measures(con)
    con.from_arrow(recall_measures(history)).create("measures_before")
    con.execute(read_sql("measured"))


def prepare_changed(con: duckdb.DuckDBPyConnection, changed: pa.Table) -> None:
    """Make ``changed_<table>`` of each of ``READ``: its rows of some sources (source_id)."""
    con.from_arrow(changed.select(["source_id"])).create("changed_sources")
    con.execute(read_sql("changed"))


def on_changed(query: str) -> str:
    """A law's query over what ``prepare_changed`` made, instead of over all that was read."""
    read = [f"{name} as (from changed_{name})" for name in READ]
    read.append("told_dates as (from main.told_dates semi join changed_sources using (source_id))")
    return f"with {', '.join(read)} select * from ({query})"
