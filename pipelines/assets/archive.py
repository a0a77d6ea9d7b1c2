"""The archive: what lies in the seed folder enters the log."""

from collections.abc import Iterator

import dagster as dg

from pipelines.assets.run import RESOURCES, open_run
from pipelines.assets.specs import to_results, to_specs
from pipelines.stages.receive import receive_sources

TABLES = ("sources", "source_versions")


@dg.multi_asset(
    name="archive",
    specs=to_specs(TABLES, group="archive", kind="parquet"),
    can_subset=False,
    required_resource_keys=RESOURCES,
)
def archive(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult[None]]:
    """List the seed folder and record what is new, changed, moved or gone. Yields nothing when all is up to date."""
    run = open_run(context)
    received = receive_sources(run)
    context.log.info(received.summary)
    if received.is_work_left:
        yield from to_results(received.counts)
