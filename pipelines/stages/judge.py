"""The staged edition judged: expectations run, results logged whether or not an edition comes of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from expectations.pages import write_pages
from expectations.run import Finding, validate
from pipelines.dates import parse_edtf
from pipelines.stages.run import Run
from warehouse.contract.streams import QualityEntry
from warehouse.contract.types import table_of
from warehouse.log import attach_log, open_log
from warehouse.translations.to_arrow import to_arrow_table


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the checks found, law by law, and the page that tells it."""

    findings: tuple[Finding, ...]
    page: Path
    is_strict: bool

    @property
    def failed_errors(self) -> tuple[Finding, ...]:
        """The broken laws one of which holds the edition back: those of severity error, in a strict run all."""
        return tuple(
            made for made in self.findings if not made.success and (self.is_strict or made.law.severity == "error")
        )


def judge_staged(run: Run) -> Judgement:
    """Judge the staged tables, log the results, write the pages."""
    run.reporter.begin("Checking")
    findings = validate(run.staging, _bound_edtf(run.staging))
    log = open_log(run.log_folder)
    now = run.clock()
    failed = sum(not finding.success for finding in findings)
    log.append(
        parent=log.head,
        recorded_at=now,
        kind="validation",
        cause=f"Judged a staged edition by {len(findings)} laws: {failed} broken.",
        agent=run.agent,
        run_id=run.run_id,
        segments={"quality_results": _to_entries(findings)},
    )
    return Judgement(findings, write_pages(run.home / "quality", findings, judged_at=now), run.is_strict)


def _bound_edtf(staging: Path) -> pa.Table:
    """What every distinct EDTF of the staged claims means: its outer bounds, as days; nulls where it cannot be read."""
    with duckdb.connect() as con:
        written = con.read_parquet(str(staging / "claims" / "*.parquet"))
        values = [
            value for (value,) in written.filter("date_edtf is not null").select("date_edtf").distinct().fetchall()
        ]
    rows: dict[str, list[object]] = {"edtf": [], "earliest": [], "latest": []}
    for value in sorted(values):
        try:
            bounds = parse_edtf(value)
        except ValueError:
            continue
        rows["edtf"].append(value)
        rows["earliest"].append(bounds.earliest)
        rows["latest"].append(bounds.latest)
    days = {name: pa.array(rows[name], pa.int32()).cast(pa.date32()) for name in ("earliest", "latest")}
    return pa.table({"edtf": pa.array(rows["edtf"], pa.string()), **days})


def _to_entries(findings: Sequence[Finding]) -> pa.Table:
    rows = [
        QualityEntry(
            check_id=finding.law.check_id,
            suite=finding.law.table_name,
            expectation=finding.law.sentence,
            table_name=finding.law.table_name,
            severity=finding.law.severity,
            success=finding.success,
            observed=finding.observed,
            failing_count=finding.failing_count,
        )
        for finding in findings
    ]
    return to_arrow_table(table_of(QualityEntry), rows)


def read_failed(log_folder: Path, *, is_strict: bool) -> tuple[tuple[str, str, int], ...]:
    """The laws that held an edition back in the last validation: table, sentence, rows."""
    with duckdb.connect() as con:
        attach_log(con, open_log(log_folder))
        rows = con.execute(
            """
            select table_name, expectation, failing_count
            from quality_results
            where tx = (select max(tx) from quality_results) and not success and ($strict or severity = 'error')
            order by table_name, expectation
            """,
            {"strict": is_strict},
        ).fetchall()
    return tuple((str(table), str(sentence), int(count)) for table, sentence, count in rows)
