"""The archive: what lies in the seed folder enters the log."""

from collections.abc import Iterator
from datetime import timedelta

import dagster as dg

from pipelines.assets.run import RESOURCES, open_run
from pipelines.assets.specs import OWNER, to_results, to_specs
from pipelines.stages.receive import receive_sources

TABLES = ("sources", "source_versions")
LISTING = "seed_listing"


@dg.multi_asset(
    name="archive",
    specs=[
        dg.AssetSpec(
            LISTING,
            group_name="archive",
            description="The seed folder as a run last looked at it: fresh as long as one does, nightly at least.",
            kinds={"file"},
            owners=[OWNER],
            freshness_policy=dg.FreshnessPolicy.time_window(
                fail_window=timedelta(hours=50), warn_window=timedelta(hours=26)
            ),
        ),
        *to_specs(TABLES, group="archive", kind="parquet"),
    ],
    can_subset=False,
    required_resource_keys=RESOURCES,
)
def archive(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult[None]]:
    """List the seed folder and record what is new, changed, moved or gone.

    Where all is up to date, only the look itself is told.
    """
    with open_run(context) as run:
        received = receive_sources(run)
        for problem in received.problems:
            context.log.warning(f"A ruling is set aside: {problem}")
        context.log.info(received.summary, extra={"work_left": received.is_work_left, **received.counts})
        yield dg.MaterializeResult(LISTING, metadata={"found": received.summary})
        if received.is_work_left:
            yield from to_results(received.counts, run.staging)
