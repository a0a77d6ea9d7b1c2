"""Runs every suite over a staged edition in a throwaway context, and tells what each law found.

Great Expectations is imported while it runs, not before. A law that could not be judged is not held.
"""

import contextlib
import os
import sys
import warnings
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pyarrow as pa

from expectations.breaches import Breach, fetch_breaches
from expectations.catalogue import JUDGED, READ, laws, needs_marts
from expectations.law import Law
from expectations.measures import tell_measures
from expectations.relations import (
    on_changed,
    prepare_changed,
    prepare_claims,
    prepare_edition,
    view_staged,
)
from warehouse.contract.tables import TABLES


@dataclass(frozen=True, slots=True)
class Finding:
    """What one law found: whether it held, how many rows broke it, the first of them, or why it could not be judged.

    All rows that broke it stand in ``rows_path``, a Parquet file, where a quality folder was given. ``measured`` says
    what a share is, held or not.
    """

    law: Law
    success: bool
    failing_count: int
    breaches: tuple[Breach, ...] = ()
    problem: str | None = None
    measured: str | None = None
    rows_path: Path | None = None

    @property
    def observed(self) -> str:
        """What was seen, in words."""
        if self.problem is not None:
            return f"It could not be judged: {self.problem}"
        if self.measured is not None:
            return self.measured
        return "no breach" if self.success else f"{self.failing_count:,} breach{'es' if self.failing_count > 1 else ''}"


class _Outcome(NamedTuple):
    success: bool
    failing_count: int
    problem: str | None


@dataclass(frozen=True, slots=True)
class Since:
    """What is known from an edition judged before: the sources (source_id) that have changed since, and the laws (by
    id) that nothing broke then. A law of one source among those is judged on the sources that changed.
    """

    changed: pa.Table
    held: frozenset[str]


def validate(
    staging: Path,
    edtf_bounds: pa.Table,
    *,
    quality: Path | None = None,
    history: pa.Table | None = None,
    since: Since | None = None,
    with_marts: bool | None = None,
) -> tuple[Finding, ...]:
    """Judge the tables and marts in a staging folder, by every law; or, ``with_marts``, by those that need marts; or,
    where that is false, by those that need none, while marts may still be written.

    ``edtf_bounds`` (edtf, earliest, latest: days) says what each EDTF of the claims means; one that is missing cannot
    be read. ``history`` are the rows of ``quality_results`` so far: shares are compared with them. Under ``quality``
    the rows that break a law are kept, all of them. ``since`` spares what was judged before. Tables that are not
    staged are judged as empty, marts not at all.
    """
    spill = staging / ".judging"
    has_marts = with_marts is not False and (staging / "marts.duckdb").exists()
    held = [law for law in laws() if with_marts is None or needs_marts(law) == with_marts]
    held = [law for law in held if has_marts or law.table_name in TABLES]
    with contextlib.ExitStack() as at_end, duckdb.connect() as con:
        at_end.callback(_remove_spill, spill)
        view_staged(con, staging, spill, has_marts=has_marts)
        prepare_claims(con, edtf_bounds)
        prepare_edition(con, history)
        suites = {name: [law for law in held if law.table_name == name] for name in JUDGED}
        spared = set() if since is None else {law for law in held if law.of_one_source and law.check_id in since.held}
        if since is not None and spared:
            prepare_changed(con, since.changed)
            suites = {name: [law for law in told if law not in spared] for name, told in suites.items()}
            suites |= {
                f"changed_{name}": [law for law in held if law in spared and law.table_name == name] for name in READ
            }
        outcomes = _judge(con, {name: told for name, told in suites.items() if told}, spared)
        measured = tell_measures(con)
        findings = []
        for law in held:
            outcome = outcomes.get(law.check_id, _Outcome(False, 0, "Great Expectations gave no result for it."))
            rows: tuple[Breach, ...] = ()
            path = None
            if outcome.failing_count:
                rows, path = fetch_breaches(con, law, quality)
            told = measured.get(law.measure) if law.measure else None
            findings.append(Finding(law, *outcome[:2], rows, outcome.problem, told, path))
    return tuple(findings)


def _remove_spill(spill: Path) -> None:
    if spill.exists():
        for file in spill.iterdir():
            file.unlink()
        spill.rmdir()


def load() -> None:
    """Load Great Expectations, so that whoever validates later need not wait for it."""
    with _quietly(), _without_spark():
        import expectations.classes
        import expectations.dialect  # noqa: F401


def _judge(
    con: duckdb.DuckDBPyConnection, suites: dict[str, list[Law]], spared: Collection[Law]
) -> dict[str, _Outcome]:
    """Each law's outcome by its id; ``suites`` are the laws by the table they are judged on, ``spared`` those that are
    judged on what changed.
    """
    load()
    with _quietly():
        import great_expectations as gx
        from great_expectations.data_context.types.base import ProgressBarsConfig

        from expectations.classes import to_expectation
        from expectations.dialect import lend

        outcomes = {}
        with lend(con) as address:
            context = gx.get_context(mode="ephemeral")
            context.variables.progress_bars = ProgressBarsConfig(globally=False)
            # all at once: each asset added to a source later is written out with all that were there before
            assets: dict[str, Any] = {
                "assets": [
                    {"type": "table", "name": name, "table_name": name, "batch_definitions": [{"name": "all"}]}
                    for name in suites
                ]
            }
            source = context.data_sources.add_sql("staged", connection_string=address, **assets)
            try:
                for name, held in suites.items():
                    queries = [on_changed(law.query) if law in spared else law.query for law in held]
                    told = [to_expectation(law, query) for law, query in zip(held, queries, strict=True)]
                    suite = gx.ExpectationSuite(name=name, expectations=told)
                    batch = source.get_asset(name).get_batch_definition("all").get_batch()
                    for result in batch.validate(suite).results:
                        assert result.expectation_config is not None
                        outcomes[str(result.expectation_config.meta["law"])] = _to_outcome(result)
            finally:
                # a connection that is still held at the end of the process is told as a leak on the terminal
                source.get_engine().dispose()
                source.get_execution_engine().engine.dispose()
    return outcomes


@contextlib.contextmanager
def _without_spark() -> Iterator[None]:
    """Hide Spark: Great Expectations imports all of it where it is installed, which takes half a second, warns of
    pandas, and ends the process where that was started with ``python -c``. No law is judged there.
    """
    hidden = {name: module for name, module in sys.modules.items() if name.partition(".")[0] == "pyspark"}
    for name in hidden:
        del sys.modules[name]
    sys.modules["pyspark"] = None  # type: ignore[assignment]  # the import system's way to say: not installed
    try:
        yield
    finally:
        del sys.modules["pyspark"]
        sys.modules.update(hidden)


def _to_outcome(result: Any) -> _Outcome:
    # of one metric the information stands alone, of several under each one's id
    raised = result.exception_info or {}
    several = [raised] if "raised_exception" in raised else list(raised.values())
    problems = [told for told in several if told.get("raised_exception")]
    if problems:
        message = str(problems[0].get("exception_message") or "it raised an error")
        return _Outcome(False, 0, message.strip().splitlines()[0])
    if "observed_value" not in result.result:
        return _Outcome(False, 0, "it was not counted")
    return _Outcome(bool(result.success), int(result.result["observed_value"]), None)


@contextlib.contextmanager
def _quietly() -> Iterator[None]:
    """Great Expectations' own warnings about libraries below it are not ours to show; nothing is sent anywhere."""
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
