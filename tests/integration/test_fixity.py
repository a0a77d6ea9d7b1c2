"""The fixity check as a job of Dagster."""

import shutil

import dagster as dg
from integration.driver import SEEDS, Silent

from pipelines.definitions import defs
from pipelines.stages.plan import find_standing_edition
from warehouse.log import open_log


def run_verify(home):
    with dg.DagsterInstance.ephemeral() as instance:
        return defs.resolve_job_def("verify").execute_in_process(
            instance=instance,
            resources={"reporter": Silent()},
            run_config={
                "resources": {"settings": {"config": {"seeds": str(SEEDS), "home": str(home)}}},
                "loggers": {"console": {"config": {"log_level": "CRITICAL"}}},
            },
            raise_on_error=False,
        )


def test_the_result_is_logged_and_no_edition_becomes_stale(published, tmp_path):
    home = shutil.copytree(published, tmp_path / "home", symlinks=True)
    stood = find_standing_edition(SEEDS, home, is_withdrawal_wanted=False)
    assert stood is not None
    result = run_verify(home)
    assert result.success
    head = open_log(home / "log").head
    assert (head.kind, head.details, head.run_id) == ("fixity check", {"damages": "0"}, result.run_id)
    assert "all are as recorded" in head.cause
    assert find_standing_edition(SEEDS, home, is_withdrawal_wanted=False) == stood


def test_a_damaged_file_of_the_edition_fails_the_job_by_name(published, tmp_path):
    home = shutil.copytree(published, tmp_path / "home", symlinks=True)
    damaged = (home / "published" / "current").resolve() / "claims" / "claims.parquet"
    damaged.chmod(0o644)
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2] ^= 1
    damaged.write_bytes(content)
    result = run_verify(home)
    assert not result.success
    (failure,) = [event for event in result.all_events if event.is_step_failure]
    assert "claims.parquet was changed" in failure.step_failure_data.error.message
    assert open_log(home / "log").head.details == {"damages": "1"}
