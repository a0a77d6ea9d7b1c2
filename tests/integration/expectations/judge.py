"""The laws asked directly, without Great Expectations: fast enough for a hundred planted breakages."""

import duckdb

from expectations.catalogue import laws
from expectations.relations import prepare_claims, prepare_edition
from warehouse.contract.marts import MARTS
from warehouse.contract.tables import TABLES


def load(folder):
    """A connection with every table and mart of a staged edition as a table of its own, to be broken at will."""
    con = duckdb.connect()
    con.execute("set timezone = 'UTC'")
    con.execute("set threads = 1")
    for name in TABLES:
        con.execute(f"create table {name} as from '{folder / name / '*.parquet'}'")
    con.execute(f"attach '{folder / 'marts.duckdb'}' as staged_marts (read_only)")
    for name in MARTS:
        con.execute(f"create table {name} as from staged_marts.main.{name}")
    con.execute("detach staged_marts")
    return con


def find_broken(con, edtf_bounds, history=None):
    """The ids of the laws that do not hold."""
    prepare_claims(con, edtf_bounds)
    prepare_edition(con, history)
    return {law.check_id for law in laws() if con.execute(f"select count(*) from ({law.query})").fetchall()[0][0]}
