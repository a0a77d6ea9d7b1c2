"""Which claims rest on which numbered references of their page, and how that is known."""

import duckdb

from pipelines.events.group import read_sql


def tie_citations(con: duckdb.DuckDBPyConnection) -> None:
    """Needs what ``group_events`` made, and ``citations``; makes the table ``claim_support`` of the contract."""
    con.execute(read_sql("claim_support"))
