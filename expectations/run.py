"""Runs every suite over a staged edition in a throwaway context, and tells what each law found.

Great Expectations is imported while it runs, not before. A law that could not be judged is not held.
"""

import contextlib
import os
import sys
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pyarrow as pa

from expectations.breaches import Breach, fetch_breaches
from expectations.catalogue import READ, laws
from expectations.law import Law
from expectations.measures import tell_measures
from expectations.relations import (
    list_judged,
    on_changed,
    prepare_changed,
    prepare_claims,
    prepare_edition,
    view_staged,
)


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
) -> tuple[Finding, ...]:
    """Judge the tables and marts in a staging folder.

    ``edtf_bounds`` (edtf, earliest, latest: days) says what each EDTF of the claims means; one that is missing cannot
    be read. ``history`` are the rows of ``quality_results`` so far: shares are compared with them. Under ``quality``
    the rows that break a law are kept, all of them. ``since`` spares what was judged before. Tables that are not
    staged are judged as empty, marts not at all.
    """
    spill = staging / ".spill"
    with contextlib.ExitStack() as at_end, duckdb.connect() as con:
        at_end.callback(_remove_spill, spill)
        view_staged(con, staging, spill)
        prepare_claims(con, edtf_bounds)
        prepare_edition(con, history)
        spared: frozenset[str] = frozenset()
        if since is not None:
            prepare_changed(con, since.changed)
            spared = since.held & {law.check_id for law in laws() if law.of_one_source}
        judged = list_judged(staging)
        outcomes = _judge(con, judged, spared)
        measured = tell_measures(con)
        findings = []
        for law in laws():
            if law.table_name not in judged:
                continue
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


def _judge(con: duckdb.DuckDBPyConnection, judged: list[str], spared: frozenset[str]) -> dict[str, _Outcome]:
    """Each law's outcome by its id; those ``spared`` are judged on what changed."""
    load()
    with _quietly():
        import great_expectations as gx
        from great_expectations.data_context.types.base import ProgressBarsConfig

        from expectations.classes import to_expectation
        from expectations.dialect import lend

        suites = {
            name: [
                to_expectation(law, law.query)
                for law in laws()
                if law.table_name == name and law.check_id not in spared
            ]
            for name in judged
        }
        suites |= {
            f"changed_{name}": [
                to_expectation(law, on_changed(law.query))
                for law in laws()
                if law.table_name == name and law.check_id in spared
            ]
            for name in (READ if spared else ())
        }
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
                    suite = gx.ExpectationSuite(name=name, expectations=held)
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
