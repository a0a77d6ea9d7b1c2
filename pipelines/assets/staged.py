"""The staged edition: the marts over the staged tables, before anything is checked."""

from collections.abc import Iterator

import dagster as dg

from pipelines.assets import identity
from pipelines.assets.run import RESOURCES, open_run
from pipelines.assets.specs import OWNER, to_results, to_specs
from pipelines.stages.stage import find_set_aside, stage_marts
from warehouse.contract.marts import MARTS

STAGED = "staged_edition"


@dg.multi_asset(
    name="staged",
    specs=[
        *to_specs(MARTS, group="edition", kind="duckdb"),
        dg.AssetSpec(
            STAGED,
            group_name="quality",
            deps=[*identity.TABLES, *MARTS],
            description="The edition as staged: complete, but not yet checked and not in force.",
            kinds={"parquet", "duckdb"},
            owners=[OWNER],
            skippable=True,
        ),
    ],
    can_subset=False,
    required_resource_keys=RESOURCES,
)
def staged(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult[None]]:
    """Build the marts beside the staged tables."""
    run = open_run(context)
    yield from to_results(stage_marts(run))
    set_aside = find_set_aside(run)
    yield dg.MaterializeResult(
        asset_key=STAGED,
        metadata={
            "path": dg.MetadataValue.path(str(run.staging)),
            "sources set aside": len(set_aside),
            "why": dg.MetadataValue.json(set_aside),
        },
    )
