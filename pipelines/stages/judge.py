"""The staged edition judged: expectations run, results logged whether or not an edition comes of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from expectations.pages import write_pages
from expectations.run import Finding, Since, validate
from pipelines.stages.court import Case
from pipelines.stages.quarantine import bound_edtf
from pipelines.stages.run import Run
from pipelines.stages.since import find_changed_sources, find_laws_held
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


def begin_judging(run: Run) -> None:
    """Begin to judge the staged tables where a court does, while this process goes on to the marts."""
    if run.court is not None:
        run.court.begin(run.staging, _make_case(run))


def judge_staged(run: Run) -> Judgement:
    """Judge the staged tables and marts, log the results, write the pages."""
    run.reporter.begin("Checking")
    case = _make_case(run)
    if run.court is not None:
        findings = run.court.finish(run.staging, case)
    else:
        findings = validate(run.staging, case.edtf_bounds, quality=case.quality, history=case.history, since=case.since)
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


def _make_case(run: Run) -> Case:
    with duckdb.connect() as con:
        attach_log(con, open_log(run.log_folder))
        history = con.sql("from quality_results").to_arrow_table()
        con.read_parquet(str(run.staging / "claims" / "*.parquet")).create_view("claims")
        changed = find_changed_sources(run, con)
        since = None if changed is None else Since(changed, find_laws_held(run, con))
        return Case(bound_edtf(con, "claims"), run.home / "quality", history, since)


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
