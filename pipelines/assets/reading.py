"""The reading: every new version of a source becomes passages, gaps, citations and claims."""

from collections.abc import Iterator

import dagster as dg

from pipelines.assets.run import RESOURCES, open_run
from pipelines.assets.specs import to_results, to_specs
from pipelines.stages.read import read_sources

TABLES = ("passages", "gaps", "citations", "claims", "claim_parts")


@dg.multi_asset(
    name="reading",
    specs=to_specs(TABLES, group="reading", kind="parquet"),
    can_subset=False,
    required_resource_keys=RESOURCES,
)
def reading(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult[None]]:
    """Read what has not been read by this code, log the differences, and stage what stands now."""
    with open_run(context) as run:
        yield from to_results(read_sources(run), run.staging)
