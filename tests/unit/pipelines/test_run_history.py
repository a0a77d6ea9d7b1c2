"""The run history kept open: any Dagster reads what was written to it, and a storage somebody chose is left alone."""

import dagster as dg

from pipelines.instance import open_instance
from pipelines.run_history import RunHistory


@dg.asset
def one():
    return 1


def test_what_a_run_tells_is_read_by_dagsters_own_storage(tmp_path):
    with open_instance(tmp_path) as instance:
        assert isinstance(instance.get_ref().storage, RunHistory)
        run_id = dg.materialize([one], instance=instance).run_id
    with dg.DagsterInstance.from_config(str(tmp_path / "dagster")) as plain:
        assert not isinstance(plain.get_ref().storage, RunHistory)
        assert plain.get_run_by_id(run_id).is_success
        assert plain.get_latest_materialization_event(one.key).run_id == run_id
        told = [record.dagster_event.event_type_value for record in plain.all_logs(run_id) if record.is_dagster_event]
    assert told[-1] == "PIPELINE_SUCCESS"


def test_a_history_is_added_to_by_both(tmp_path):
    with open_instance(tmp_path) as instance:
        first = dg.materialize([one], instance=instance).run_id
    with dg.DagsterInstance.from_config(str(tmp_path / "dagster")) as plain:
        second = dg.materialize([one], instance=plain).run_id
    with open_instance(tmp_path) as instance:
        assert {run.run_id for run in instance.get_runs()} == {first, second}


def test_a_storage_somebody_chose_is_left_alone(tmp_path):
    folder = tmp_path / "dagster"
    folder.mkdir()
    (folder / "dagster.yaml").write_text(
        "event_log_storage:\n"
        "  module: dagster._core.storage.event_log\n"
        "  class: ConsolidatedSqliteEventLogStorage\n"
        f"  config: {{base_dir: {tmp_path / 'elsewhere'}}}\n"
    )
    with open_instance(tmp_path) as instance:
        assert type(instance.event_log_storage).__name__ == "ConsolidatedSqliteEventLogStorage"
