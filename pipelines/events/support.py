"""Which claims rest on which numbered references of their page, and how that is known."""

import duckdb

from pipelines.events.group import read_sql
from pipelines.lexicon import load_lexicon


def tie_citations(con: duckdb.DuckDBPyConnection) -> None:
    """Needs what ``group_events`` made, and ``citations``; makes the table ``claim_support`` of the contract."""
    lexicon = load_lexicon("support")
    words = {name: str(score) for name, score in lexicon["scores"].items()}
    words |= {"least": str(lexicon["least"]), "most_ties": str(lexicon["most_ties"])}
    words["months"] = "[" + ", ".join(f"'{month}'" for month in lexicon["months"]) + "]"
    con.execute(read_sql("claim_support", **words))
