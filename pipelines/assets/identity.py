"""The identity: who is who, which claims are about one event, who witnesses it, and what contradicts what."""

from collections.abc import Iterator

import dagster as dg

from pipelines.assets.run import RESOURCES, open_run
from pipelines.assets.specs import to_results, to_specs
from pipelines.stages.identify import identify

TABLES = (
    "entities", "entity_aliases", "witnesses", "events", "event_claims", "claim_support", "contradictions",
    "contradiction_claims", "rulings", "replaced_ids", "quarantine",
)  # fmt: skip


@dg.multi_asset(
    name="identity",
    specs=to_specs(TABLES, group="identity", kind="duckdb"),
    can_subset=False,
    required_resource_keys=RESOURCES,
)
def identity(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult[None]]:
    """Resolve names, group claims into events, weigh witnesses and find contradictions, all as sets in DuckDB."""
    with open_run(context) as run:
        counts = identify(run)
        yield from to_results({name: counts[name] for name in TABLES}, run.staging)
