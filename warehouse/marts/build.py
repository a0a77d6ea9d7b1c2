"""Builds ``marts.duckdb``: published tables and marts side by side, all commented, in one file.

DuckDB names a database after its file, so in ``marts.duckdb`` the short name ``marts.persons`` could mean the database
or the schema, and is refused. Therefore every mart is a table of schema ``main`` and a view of schema ``marts`` over
it: ``persons`` works wherever the file is opened, ``marts.persons`` wherever it is attached under another name.
"""

import shutil
from collections.abc import Iterable
from importlib import resources
from pathlib import Path

import duckdb

from warehouse.contract.marts import MARTS
from warehouse.contract.tables import TABLES
from warehouse.contract.types import Table
from warehouse.log import Log, attach_log
from warehouse.log.history import create_history
from warehouse.translations.to_duckdb import create_table, select_as_declared, to_comments

MOST_MEMORY = "1536MiB"
"""What DuckDB may take while marts are built; beyond that it works on disk, in the edition's own folder."""

VIEWS = frozenset({"changes"})
"""The marts that only choose columns of a table: a copy of its rows would answer no sooner."""

IN_ORDER = frozenset({"claim_provenance"})
"""The marts whose rows come in their order already, as those of the table they begin with do."""


def read_sql(name: str) -> str:
    """The text of ``sql/<name>.sql``."""
    return (resources.files("warehouse.marts") / "sql" / f"{name}.sql").read_text("utf-8")


def _load_table(con: duckdb.DuckDBPyConnection, table: Table, edition: Path) -> None:
    create_table(con, table)
    if not (edition / table.name).exists():
        return
    published = con.read_parquet(str(edition / table.name / "*.parquet"))
    con.register("published", published)
    con.execute(f"insert into main.{table.name} {select_as_declared(table, 'published', is_in_order=True)}")
    con.unregister("published")


def _fill_mart(con: duckdb.DuckDBPyConnection, mart: Table) -> int:
    if mart.name not in VIEWS:
        rows = select_as_declared(mart, f"({read_sql(mart.name)})", is_in_order=mart.name in IN_ORDER)
        con.execute(f"insert into main.{mart.name} {rows}")
    return int(con.execute(f"select count(*) from main.{mart.name}").fetchall()[0][0])


def _create_view(con: duckdb.DuckDBPyConnection, mart: Table, name: str, query: str) -> None:
    con.execute(f"create view {name} as {query}")
    for comment in to_comments(mart, name):
        con.execute(comment.replace("comment on table", "comment on view", 1))


def _build_mart(con: duckdb.DuckDBPyConnection, mart: Table) -> int:
    if mart.name in VIEWS:
        query = select_as_declared(mart, f"({read_sql(mart.name)})", is_in_order=True)
        _create_view(con, mart, f"main.{mart.name}", query)
    else:
        create_table(con, mart)
    count = _fill_mart(con, mart)
    _create_view(con, mart, f"marts.{mart.name}", f"select * from main.{mart.name}")
    return count


def _open(con: duckdb.DuckDBPyConnection, edition: Path) -> None:
    con.execute("set timezone = 'UTC'")
    con.execute("attach ? as regesta", [str(edition / "marts.duckdb")])
    con.execute("use regesta")
    con.execute("begin transaction")  # one commit, not one for each of some five hundred comments


def _close(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("commit")
    con.execute("use memory")
    con.execute("detach regesta")


def build_marts(edition: Path, log: Log) -> dict[str, int]:
    """Build ``marts.duckdb`` inside an edition's folder from the tables that lie there, and the log's histories.

    Tables that do not lie there stay empty. Returns how many rows each mart has. The file must not exist yet.
    """
    spill = edition / ".spill"
    with duckdb.connect() as con:
        con.execute(f"set memory_limit = '{MOST_MEMORY}'")
        con.execute("set temp_directory = ?", [str(spill)])
        attach_log(con, log)
        _open(con, edition)
        con.execute("create schema marts")
        con.execute(read_sql("macros"))
        for table in TABLES.values():
            _load_table(con, table, edition)
        con.execute("use memory")
        create_history(con, "regesta")
        con.execute("use regesta")
        counts = {name: _build_mart(con, mart) for name, mart in MARTS.items()}
        con.execute(read_sql("questions"))
        _close(con)
    shutil.rmtree(spill, ignore_errors=True)
    return counts


def refresh_tables(edition: Path, names: Iterable[str], marts: Iterable[str]) -> dict[str, int]:
    """Load tables again that were written after the marts were built, and fill the marts anew that tell of them.

    Returns how many rows each of those marts has.
    """
    counts = {}
    with duckdb.connect() as con:
        _open(con, edition)
        for name in names:
            _load_table(con, TABLES[name], edition)
        for name in marts:
            con.execute(f"delete from main.{name}")
            counts[name] = _fill_mart(con, MARTS[name])
        _close(con)
    return counts
