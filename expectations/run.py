"""Runs every suite over a staged edition in a throwaway context, and fetches every breach, not the first twenty."""

import contextlib
import gc
import os
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from expectations.catalogue import laws
from expectations.law import Law
from warehouse.contract.tables import TABLES
from warehouse.translations.to_arrow import to_arrow_schema

_JUDGED = "judged.duckdb"


@dataclass(frozen=True, slots=True)
class Breach:
    """One row that breaks a law: its key, what was seen, and where the words behind it stand."""

    row_key: str
    reason: str | None
    source_path: str | None
    quote: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """What one law found: whether it held, how many rows broke it, all of them, or why it could not be judged."""

    law: Law
    success: bool
    failing_count: int
    breaches: tuple[Breach, ...]
    problem: str | None

    @property
    def observed(self) -> str:
        """What was seen, in words."""
        if self.problem is not None:
            return f"It could not be judged: {self.problem}"
        return "no breach" if self.success else f"{self.failing_count:,} breaches"


def validate(staging: Path, edtf_bounds: pa.Table) -> tuple[Finding, ...]:
    """Judge the tables in a staging folder; ``edtf_bounds`` (edtf, earliest, latest) says what each EDTF means.

    A law that could not be judged is not held. Tables that are not staged are judged as empty.
    """
    judged = staging / _JUDGED
    judged.unlink(missing_ok=True)
    try:
        with duckdb.connect(str(judged)) as con:
            _prepare(con, staging, edtf_bounds)
        outcomes = dict(_judge_by_table(judged))
        # a connection of its own: Great Expectations may still hold the file, opened in another way
        with duckdb.connect() as con:
            _prepare(con, staging, edtf_bounds)
            return tuple(_to_finding(con, law, outcomes[law.check_id]) for law in laws())
    finally:
        judged.unlink(missing_ok=True)


def _prepare(con: duckdb.DuckDBPyConnection, staging: Path, edtf_bounds: pa.Table) -> None:
    con.register("bounds", edtf_bounds)
    con.execute(
        "create table edtf_bounds as select edtf, earliest::date as earliest, latest::date as latest from bounds"
    )
    con.unregister("bounds")
    for name, table in TABLES.items():
        files = sorted(str(path.resolve()) for path in (staging / name).glob("*.parquet"))
        if files:
            con.read_parquet(files).create_view(name)
        else:
            con.from_arrow(to_arrow_schema(table).empty_table()).create(name)


def _judge_by_table(judged: Path) -> Iterator[tuple[str, tuple[bool, int, str | None]]]:
    """Each law's outcome by its id: whether it held, how many rows broke it, why it could not be judged."""
    with _quietly():
        import great_expectations as gx
        from great_expectations.data_context.types.base import ProgressBarsConfig
        from great_expectations.expectations.core.unexpected_rows_expectation import UnexpectedRowsExpectation
        from great_expectations.expectations.metadata_types import FailureSeverity

        from expectations.dialect import register_dialect

        register_dialect()
        context = gx.get_context(mode="ephemeral")
        context.variables.progress_bars = ProgressBarsConfig(globally=False)
        source = context.data_sources.add_sql(name="staged", connection_string=f"duckdb:///{judged.resolve()}")
        try:
            for name in TABLES:
                held = [law for law in laws() if law.table_name == name]
                suite = gx.ExpectationSuite(
                    name=name,
                    expectations=[
                        UnexpectedRowsExpectation(
                            unexpected_rows_query=law.query,
                            description=law.sentence,
                            severity=FailureSeverity.CRITICAL if law.severity == "error" else FailureSeverity.WARNING,
                            meta={"law": law.check_id},
                        )
                        for law in held
                    ],
                )
                batch = source.add_table_asset(name=name, table_name=name).add_batch_definition_whole_table("all")
                for result in batch.get_batch().validate(suite).results:
                    yield _to_outcome(result.to_json_dict())
        finally:
            source.get_engine().dispose()
            del source, context
            gc.collect()


def _to_outcome(result: dict[str, Any]) -> tuple[str, tuple[bool, int, str | None]]:
    law = result["expectation_config"]["meta"]["law"]
    raised = result["exception_info"]
    if raised.get("raised_exception", True):
        return law, (False, 0, str(raised.get("exception_message") or "it raised an error"))
    count = int(result["result"].get("observed_value") or 0)
    return law, (bool(result["success"]), count, None)


@contextlib.contextmanager
def _quietly() -> Iterator[None]:
    """Great Expectations' own warnings about libraries below it are not ours to show; nothing is sent anywhere."""
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _to_finding(con: duckdb.DuckDBPyConnection, law: Law, outcome: tuple[bool, int, str | None]) -> Finding:
    success, count, problem = outcome
    breaches = () if success or problem else tuple(_fetch_breaches(con, law))
    return Finding(law, success, count, breaches, problem)


def _fetch_breaches(con: duckdb.DuckDBPyConnection, law: Law) -> Iterator[Breach]:
    """All rows that break a law, each with the words of the claim it names, where it names one."""
    found = con.sql(law.query.format(batch=law.table_name))
    reason = "reason" if "reason" in found.columns else "null"
    con.execute(f"create or replace temp view found as {law.query.format(batch=law.table_name)}")
    rows = con.execute(
        f"""
        select found.row_key::varchar, found.{reason}::varchar, claims.source_path, claims.quote
        from found
        left join claims on claims.claim_id = split_part(found.row_key::varchar, ' ', 1)
        order by 1
        """.replace("found.null", "null")
    ).fetchall()
    for row_key, said, source_path, quote in rows:
        yield Breach(row_key, said, source_path, quote)
