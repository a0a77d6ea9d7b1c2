"""The reading: every new version of a source becomes passages, gaps, citations and claims."""

from collections.abc import Iterator

import dagster as dg

from pipelines.assets.run import open_run
from pipelines.assets.specs import to_results, to_specs
from pipelines.resources import Reporter, Settings
from pipelines.stages.read import read_sources

TABLES = ("passages", "gaps", "citations", "claims", "claim_parts")


@dg.multi_asset(name="reading", specs=to_specs(TABLES, group="reading", kind="parquet"), can_subset=False)
def reading(
    context: dg.AssetExecutionContext, settings: Settings, reporter: dg.ResourceParam[Reporter]
) -> Iterator[dg.MaterializeResult[None]]:
    """Read what has not been read by this code, log the differences, and stage what stands now."""
    run = open_run(context, settings, reporter)
    yield from to_results(read_sources(run))
