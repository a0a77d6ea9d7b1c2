"""The code location: assets, checks, jobs, schedule, sensor, resources. Assembled here, defined elsewhere."""

import dagster as dg

from pipelines.assets.archive import archive
from pipelines.assets.edition import publication
from pipelines.assets.identity import identity
from pipelines.assets.reading import reading
from pipelines.assets.staged import staged
from pipelines.automation import nightly, refresh, seed_folder, weekly
from pipelines.checks import quality
from pipelines.failures import failures
from pipelines.fixity import verify
from pipelines.resources import LogReporter, Settings, writer

defs = dg.Definitions(
    assets=[archive, reading, identity, staged, publication],
    asset_checks=[quality],
    jobs=[refresh, verify],
    schedules=[nightly, weekly],
    sensors=[seed_folder, failures],
    resources={"settings": Settings(), "reporter": LogReporter(), "writer": writer, "court": None},
)
