"""The expectations as Dagster asset checks: one for what the contract implies of a table, one for each named law."""

from collections.abc import Iterator, Sequence

import dagster as dg

from expectations.catalogue import Check, checks
from expectations.run import Finding
from pipelines.assets.run import RESOURCES, open_run
from pipelines.assets.staged import STAGED
from pipelines.stages.judge import judge_staged
from pipelines.stages.publish import LOG_MARTS

PUBLISHABLE = "may_be_published"
_LATE = ("transactions", "quality_results", *LOG_MARTS)
"""Made when the edition is, after its checks: they are judged with the next one."""


def _judged() -> list[Check]:
    return [check for check in checks() if check.table_name not in _LATE]


@dg.multi_asset_check(
    name="quality",
    required_resource_keys=RESOURCES,
    specs=[
        *(dg.AssetCheckSpec(check.name, asset=check.table_name, description=check.sentence) for check in _judged()),
        dg.AssetCheckSpec(
            PUBLISHABLE,
            asset=STAGED,
            blocking=True,
            description="No law of severity error is broken; else the last good edition stays in force.",
        ),
    ],
)
def quality(context: dg.AssetCheckExecutionContext) -> Iterator[dg.AssetCheckResult]:
    """Judge the staged edition, log the results, and say whether it may be published."""
    with open_run(context) as run:
        judgement = judge_staged(run)
    found = {finding.law.check_id: finding for finding in judgement.findings}
    for check in _judged():
        broken = [found[law.check_id] for law in check.laws if not found[law.check_id].success]
        is_error = any(finding.law.severity == "error" for finding in broken)
        told = "\n".join(f"- {finding.law.sentence} ({finding.observed})" for finding in broken)
        yield dg.AssetCheckResult(
            asset_key=check.table_name,
            check_name=check.name,
            passed=not broken,
            severity=dg.AssetCheckSeverity.ERROR if is_error else dg.AssetCheckSeverity.WARN,
            metadata={
                "laws": len(check.laws),
                "broken": dg.MetadataValue.md(told or "none"),
                "rows": sum(finding.failing_count for finding in broken),
                "examples": dg.MetadataValue.md(_show(broken)),
            },
        )
    errors = judgement.failed_errors
    yield dg.AssetCheckResult(
        asset_key=STAGED,
        check_name=PUBLISHABLE,
        passed=not errors,
        severity=dg.AssetCheckSeverity.ERROR,
        metadata={"broken": len(errors), "pages": dg.MetadataValue.path(str(judgement.page))},
    )


def _show(broken: Sequence[Finding]) -> str:
    lines = []
    for finding in broken:
        for breach in finding.breaches[:10]:
            where = f" in {breach.source_path}: “{breach.quote}”" if breach.source_path else ""
            lines.append(f"- `{breach.row_key}` {breach.reason or ''}{where}".replace("\n", " "))
    return "\n".join(lines) or "none"
