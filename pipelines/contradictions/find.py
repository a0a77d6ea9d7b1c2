"""Contradictions within an event and between events, as SQL over what the events room made."""

from importlib import resources

import duckdb


def read_sql(name: str) -> str:
    """The text of ``sql/<name>.sql``."""
    return (resources.files("pipelines.contradictions") / "sql" / f"{name}.sql").read_text("utf-8")


def find_contradictions(con: duckdb.DuckDBPyConnection) -> None:
    """Needs what ``group_events`` made; makes the tables ``contradictions`` and ``contradiction_claims``."""
    for step in ("dates", "places", "figures", "sequences", "contradictions"):
        con.execute(read_sql(step))
