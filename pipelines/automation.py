"""When runs start by themselves: every night, every week, and when the seed folder has changed and come to rest."""

import json
from collections.abc import Iterator

import dagster as dg

from pipelines.fixity import verify
from pipelines.instance import fail_dead_runs
from pipelines.resources import Settings
from pipelines.stages.listing import digest_seeds

refresh = dg.define_asset_job(
    "refresh",
    selection=dg.AssetSelection.all(),
    description="Read what is new in the seed folder, check it, and publish an edition; ends at once if nothing is.",
    executor_def=dg.in_process_executor,
)

nightly = dg.ScheduleDefinition(
    name="nightly",
    job=refresh,
    cron_schedule="15 3 * * *",
    description="A refresh every night at 03:15 UTC.",
    default_status=dg.DefaultScheduleStatus.RUNNING,
)

weekly = dg.ScheduleDefinition(
    name="weekly",
    job=verify,
    cron_schedule="15 5 * * 0",
    description="A fixity check every Sunday at 05:15 UTC.",
    default_status=dg.DefaultScheduleStatus.RUNNING,
)


@dg.sensor(
    job=refresh,
    minimum_interval_seconds=30,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="A refresh when the content of the seed folder has changed and was the same at two looks in a row.",
)
def seed_folder(context: dg.SensorEvaluationContext, settings: Settings) -> Iterator[dg.RunRequest | dg.SkipReason]:
    """Ask for one run per state of the folder, once files have stopped growing."""
    fail_dead_runs(context.instance)
    last = json.loads(context.cursor) if context.cursor else {"seen": None, "asked": None}
    now = digest_seeds(settings.seeds_path, settings.home_path, settings.rulings_path)
    if now == last["asked"]:
        yield dg.SkipReason("The seed folder is as it was.")
    elif now != last["seen"]:
        yield dg.SkipReason("The seed folder is changing: waiting until it rests.")
    else:
        yield dg.RunRequest()  # no run key: a folder may come back to an earlier state
        last["asked"] = now
    context.update_cursor(json.dumps({"seen": now, "asked": last["asked"]}))
