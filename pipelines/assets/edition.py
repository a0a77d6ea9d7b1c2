"""The edition: the staged one, its checks held, takes force in one step."""

from collections.abc import Iterator

import dagster as dg

from pipelines.assets import staged
from pipelines.assets.run import RESOURCES, open_run
from pipelines.assets.specs import OWNER, to_results, to_specs
from pipelines.stages.publish import LOG_MARTS, publish_edition

EDITION = "edition"
TABLES = ("transactions", "quality_results")


@dg.multi_asset(
    name="publication",
    specs=[
        *to_specs(TABLES, group="quality", kind="parquet"),
        *to_specs(LOG_MARTS, group="quality", kind="duckdb"),
        dg.AssetSpec(
            EDITION,
            group_name="edition",
            deps=[staged.STAGED],
            description="The edition in force: every table and the marts, switched in together.",
            kinds={"parquet", "duckdb"},
            owners=[OWNER],
            skippable=True,
        ),
    ],
    can_subset=False,
    required_resource_keys=RESOURCES,
)
def publication(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult[None]]:
    """Add the log's own tables to the staged edition and switch to it."""
    with open_run(context) as run:
        published = publish_edition(run)
        yield from to_results(published.counts, published.folder)
        yield dg.MaterializeResult(
            EDITION,
            metadata={"edition": published.edition, "path": dg.MetadataValue.path(str(published.folder))},
        )
