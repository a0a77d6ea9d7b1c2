"""The rows that break a law: every one of them, with the way to the words of the source."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from expectations.catalogue import JUDGED
from expectations.from_contract import to_key
from expectations.law import Law
from warehouse.contract.tables import TABLES

SHOWN_BREACHES = 1000
"""So many are handed over and shown on pages; all are in the Parquet file beside them."""


@dataclass(frozen=True, slots=True)
class Breach:
    """One row that breaks a law: its key, what was seen, and where the words behind it stand."""

    row_key: str
    reason: str | None
    source_path: str | None
    quote: str | None
    quote_start: int | None = None
    quote_end: int | None = None


def fetch_breaches(
    con: duckdb.DuckDBPyConnection, law: Law, quality: Path | None
) -> tuple[tuple[Breach, ...], Path | None]:
    """The first breaches by key, and the file under ``quality`` that holds all of them (none without that folder)."""
    con.execute(f"create or replace temp table broken as {law.query}")
    con.execute(f"create or replace temp view told as {_tell_way(law.table_name)}")
    path = None
    if quality is not None:
        path = quality / "breaches" / f"{law.check_id}.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        con.execute(f"copy (from told order by all) to '{_quoted(path)}' (format parquet)")
    rows = con.execute(f"from told order by all limit {SHOWN_BREACHES}").fetchall()
    return tuple(Breach(*row) for row in rows), path


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _tell_way(table_name: str) -> str:
    """From a row's key to the words it rests on: through its claim, its event's preferred claim, or its own offsets."""
    table = JUDGED[table_name]
    names = set(table.column_names)
    select = "select broken.row_key::varchar as row_key, broken.reason::varchar as reason"
    row = f"from broken left join {table_name} as judged on {to_key(table, 'judged.')} = broken.row_key"
    words = "claims.source_path, claims.quote, claims.quote_start, claims.quote_end"
    if table_name == "contradictions":
        return (
            f"{select}, {words} {row} left join (select contradiction_id, min(claim_id) as claim_id "
            "from contradiction_claims group by contradiction_id) as sides using (contradiction_id) "
            "left join claims on claims.claim_id = sides.claim_id"
        )
    if table_name == "entities":
        return (
            f"{select}, {words} {row} left join (select subject_id, min(claim_id) as claim_id from claims "
            "group by subject_id) as named on named.subject_id = judged.entity_id "
            "left join claims on claims.claim_id = named.claim_id"
        )
    if table_name == "quarantine":
        return f"{select}, null as source_path, judged.reason as quote, null as quote_start, null as quote_end {row}"
    if "claim_id" in names:
        return f"{select}, {words} {row} left join claims on claims.claim_id = judged.claim_id"
    if "preferred_claim_id" in names:
        return f"{select}, {words} {row} left join claims on claims.claim_id = judged.preferred_claim_id"
    if "event_id" in names:
        return (
            f"{select}, {words} {row} left join events on events.event_id = judged.event_id "
            "left join claims on claims.claim_id = events.preferred_claim_id"
        )
    offsets = {"passages": "passage", "gaps": "gap", "citations": "citation"}.get(table_name)
    if offsets:
        own = {"passages": "judged.text", "gaps": "judged.evidence", "citations": "judged.title"}[table_name]
        return (
            f"{select}, sources.path as source_path, {own} as quote, judged.{offsets}_start as quote_start, "
            f"judged.{offsets}_end as quote_end {row} left join sources on sources.source_id = judged.source_id"
        )
    path = "judged.path" if table_name in ("sources", "source_versions") else "null"
    assert table_name not in TABLES or "source_id" not in names or path != "null" or table_name == "entity_aliases"
    return f"{select}, {path} as source_path, null as quote, null as quote_start, null as quote_end {row}"
