"""The staged edition: the marts over the staged tables, before anything is checked."""

from collections.abc import Iterator, Mapping
from typing import Any

import dagster as dg

from pipelines.assets import identity
from pipelines.assets.pictures import LIFE, draw_life, to_markdown
from pipelines.assets.run import RESOURCES, open_run
from pipelines.assets.specs import OWNER, to_results, to_specs, to_table
from pipelines.stages.judge import begin_judging
from pipelines.stages.preview import open_staged, preview
from pipelines.stages.publish import LOG_MARTS
from pipelines.stages.run import Run
from pipelines.stages.stage import find_set_aside, stage_marts
from warehouse.contract.marts import MARTS

STAGED = "staged_edition"

STAGED_MARTS = tuple(name for name in MARTS if name not in LOG_MARTS)
"""Every mart but those that tell of the checks themselves."""

OPEN_DISAGREEMENTS = """
from (
    select person, event_type, kind, first_value, second_value, explanation, status, first_source, second_source
    from $table where status in ('open', 'suggested') order by status, person, event_type, first_value
)
"""


@dg.multi_asset(
    name="staged",
    specs=[
        *to_specs(STAGED_MARTS, group="edition", kind="duckdb"),
        dg.AssetSpec(
            STAGED,
            group_name="quality",
            deps=[*identity.TABLES, *STAGED_MARTS],
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
    """Build the marts beside the staged tables; these are judged meanwhile, where a process of its own does."""
    with open_run(context) as run:
        begin_judging(run)
        counts = stage_marts(run)
        shown = {name: count for name, count in counts.items() if name in STAGED_MARTS}
        yield from to_results(shown, run.staging, special=_show(run))
        set_aside = find_set_aside(run)
        yield dg.MaterializeResult(
            asset_key=STAGED,
            metadata={
                "path": dg.MetadataValue.path(str(run.staging)),
                "sources set aside": len(set_aside),
                "why": dg.MetadataValue.json(set_aside),
            },
        )


def _show(run: Run) -> Mapping[str, Mapping[str, dg.MetadataValue[Any]]]:
    """What two marts show besides their rows: the fullest life as a picture, the open disagreements as sentences."""
    shown: dict[str, Mapping[str, dg.MetadataValue[Any]]] = {}
    with open_staged(run.staging) as con:
        life = preview(con, run.staging, "timeline", query=LIFE, rows=1000)
        disagreements = preview(con, run.staging, "disagreements", query=OPEN_DISAGREEMENTS, rows=25)
    if life:
        shown["timeline"] = {"a life": dg.MetadataValue.md(to_markdown(draw_life(life)))}
    if disagreements:
        shown["disagreements"] = {"open disagreements": to_table(disagreements)}
    return shown
