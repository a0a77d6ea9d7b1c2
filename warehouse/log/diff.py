"""A new reading compared with what stands: what to assert, restate, relocate and retract.

What is content and what is place is decided in the contract (``PLACE_COLUMNS``); the comparison is one query.
"""

import duckdb

from warehouse.contract.streams import PLACE_COLUMNS
from warehouse.contract.tables import TABLES
from warehouse.log.attach import read_sql
from warehouse.log.streams import PART_COLUMNS, logged_columns

COLUMNS = tuple(name for name in logged_columns(TABLES["claims"]) if name not in ("claim_id", "source_id"))
CONTENT = tuple(name for name in COLUMNS if name not in PLACE_COLUMNS)
PLACE = tuple(name for name in COLUMNS if name in PLACE_COLUMNS)
"""The logged columns of a claim that tell what is stated, and those that tell where."""

_PART_CONTENT = tuple(name for name in PART_COLUMNS if name not in PLACE_COLUMNS)


def differ(names: tuple[str, ...], one: str, other: str) -> str:
    """SQL that holds where two relations differ in any of these columns."""
    return " or ".join(f"{one}.{name} is distinct from {other}.{name}" for name in names)


def differ_in_parts(one: str, other: str) -> str:
    """SQL that holds where the parts of two claims differ in more than their place."""
    fields = ", ".join(f"{name} := part.{name}" for name in _PART_CONTENT)
    kept = [f"list_transform({relation}.parts, lambda part: struct_pack({fields}))" for relation in (one, other)]
    return " is distinct from ".join(kept)


def diff_claims(con: duckdb.DuckDBPyConnection, fresh: str, standing: str, sources: str) -> duckdb.DuckDBPyRelation:
    """The entries that lead from what stands to a new reading, as columns of the stream ``claims`` without ``tx``.

    ``fresh`` and ``standing`` name relations with the logged columns of claims and ``parts``; ``sources`` one with
    ``source_id`` and ``cause``: the sources that were read, and why. Claims of other sources are left alone. The same
    id with another content is a restatement; only at another place, a relocation. A retraction keeps the last words.
    """
    query = read_sql(
        "diff_claims",
        fresh=fresh,
        standing=standing,
        sources=sources,
        content_differs=differ(CONTENT, "fresh", "standing"),
        parts_differ=differ_in_parts("fresh", "standing"),
        place_differs=differ(PLACE, "fresh", "standing"),
        columns=", ".join(logged_columns(TABLES["claims"])),
        after=", ".join(f"if(fresh.claim_id is null, standing.{name}, fresh.{name}) as {name}" for name in COLUMNS),
    )
    return con.sql(query)
