"""What changed between two states of the log, and why; and the whole life of a source or a claim."""

import re
from datetime import UTC, datetime

import duckdb

from warehouse.errors import RegestaError
from warehouse.log.attach import read_sql
from warehouse.log.diff import COLUMNS, CONTENT, PLACE, differ, differ_in_parts
from warehouse.log.record import Transaction
from warehouse.log.store import Log

LAST = "last"
"""The word for the head of the log."""


def find_state(log: Log, when: str) -> int:
    """The number of the transaction a state is named by: a number (0: nothing yet), ``last``, or a date or time (UTC).

    A date means its last moment. Raises RegestaError where the log has no such transaction or the words are none.
    """
    transactions = log.transactions()
    if when == LAST:
        return len(transactions)
    if re.fullmatch(r"\d{1,8}", when):
        if int(when) > len(transactions):
            raise RegestaError(f"The log has {len(transactions)} transactions, there is no transaction {when}.")
        return int(when)
    try:
        moment = datetime.fromisoformat(when)
    except ValueError as error:
        raise RegestaError(
            f"{when!r} names no state: give a transaction's number, {LAST!r}, or a time such as 2026-03-01T12:00."
        ) from error
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", when):
        moment = moment.replace(hour=23, minute=59, second=59, microsecond=999_999)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return sum(made.recorded_at <= moment for made in transactions)


def find_last_run(log: Log) -> int:
    """The number of the transaction before the last run that changed what is known (0: it was the first)."""
    changing = [made for made in log.transactions() if made.kind not in ("validation", "fixity check")]
    if not changing:
        return 0
    same_run = [made for made in changing if made.run_id is not None and made.run_id == changing[-1].run_id]
    first: Transaction = same_run[0] if same_run else changing[-1]
    return first.tx - 1


def _compare_columns(before: str, after: str) -> str:
    return ", ".join(
        f"{{'column_name': '{name}', 'before': {before}.{name}::varchar, 'after': {after}.{name}::varchar}}"
        for name in COLUMNS
    )


def changes_between(con: duckdb.DuckDBPyConnection, before: int, after: int) -> duckdb.DuckDBPyRelation:
    """The claims that differ between the states after two transactions, from an attached log.

    One row a claim: ``change`` (added, withdrawn, restated, relocated), ``cause`` and ``tx`` of its last entry, what it
    says, and ``columns_changed`` (column_name, before, after) where it stood and stands.
    """
    return con.sql(
        read_sql(
            "changes_between",
            before=str(before),
            after=str(after),
            content_differs=differ(CONTENT, "last_entries", "old"),
            parts_differ=differ_in_parts("last_entries", "old"),
            place_differs=differ(PLACE, "last_entries", "old"),
            columns_compared=_compare_columns("old", "last_entries"),
        )
    )


def accessions_between(con: duckdb.DuckDBPyConnection, before: int, after: int) -> duckdb.DuckDBPyRelation:
    """What happened to sources after one transaction up to another, from an attached log."""
    return con.sql(
        "select tx, action, path, version, duplicate_of, problem from log_accessions "
        f"where tx > {int(before)} and tx <= {int(after)} order by tx, path"
    )


def rulings_between(con: duckdb.DuckDBPyConnection, before: int, after: int) -> duckdb.DuckDBPyRelation:
    """What happened to rulings after one transaction up to another, from an attached log."""
    return con.sql(
        "select tx, action, kind, target, author, reason from log_rulings "
        f"where tx > {int(before)} and tx <= {int(after)} order by tx, ruling_id"
    )


def find_sources(con: duckdb.DuckDBPyConnection, name: str) -> list[str]:
    """The ids of the sources that have this id, or ever lay under this path; from an attached log."""
    found = con.execute(
        "select distinct source_id from log_accessions where source_id = $name or path = $name order by 1",
        {"name": name},
    )
    return [row[0] for row in found.fetchall()]


def find_claims(con: duckdb.DuckDBPyConnection, name: str) -> list[str]:
    """The ids of the claims whose id begins so; from an attached log."""
    found = con.execute(
        "select distinct claim_id from log_claims where starts_with(claim_id, $name) order by 1", {"name": name}
    )
    return [row[0] for row in found.fetchall()]


def tell_source(con: duckdb.DuckDBPyConnection, source_id: str) -> duckdb.DuckDBPyRelation:
    """The life of a source: tx, recorded_at, what was recorded (in words), what followed for its claims (counts)."""
    return con.sql(read_sql("source_life"), params={"source_id": source_id})


def tell_claim(con: duckdb.DuckDBPyConnection, claim_id: str) -> duckdb.DuckDBPyRelation:
    """The life of a claim: tx, recorded_at, action, cause, what it says, ``columns_changed`` since the entry before."""
    query = read_sql("claim_life", columns_compared=_compare_columns("before", "entries"))
    return con.sql(query.replace("@claim_id", "$claim_id"), params={"claim_id": claim_id})
