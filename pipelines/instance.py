"""Dagster's own folder under the home: run history in SQLite, no telemetry, no first-visit dialog."""

import os
from pathlib import Path

import dagster as dg
from dagster._core.instance.ref import InstanceRef
from dagster._core.storage.sqlite_storage import DagsterSqliteStorage

from pipelines.run_history import RunHistory
from warehouse.errors import UnusableHome
from warehouse.log.lock import hold_writer

PROCESS = "regesta/process"
"""The tag of runs of the command line: the number of their process on this machine."""

_SETTINGS = """\
# Written by Regesta when missing; yours to change.
telemetry:
  enabled: false
nux:
  enabled: false
concurrency:
  runs:
    max_concurrent_runs: 1
run_retries:
  enabled: true
  max_retries: 2
  retry_on_asset_or_op_failure: false
freshness:
  enabled: true
python_logs:
  python_log_level: INFO
"""


def prepare_instance(home: Path) -> Path:
    """Make ``HOME/dagster`` with its settings where missing, and return its absolute path."""
    folder = (home / "dagster").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    settings = folder / "dagster.yaml"
    if not settings.exists():
        settings.write_text(_SETTINGS, "utf-8")
    return folder


def open_instance(home: Path) -> dg.DagsterInstance:
    """The Dagster instance under a home; close it after use.

    One process at a time: two that make the same databases at once spoil them. Raises UnusableHome where the home
    cannot be written, or the storage its ``dagster.yaml`` names cannot be opened.
    """
    try:
        folder = prepare_instance(home)
    except OSError as error:
        raise UnusableHome(f"The home {home} cannot be written: {error.strerror}. Give another with --home.") from error
    with hold_writer(folder, who="a process that opens Dagster's databases"):
        try:
            return dg.DagsterInstance.from_ref(_keep_open(InstanceRef.from_dir(str(folder))))
        except Exception as error:  # whatever a database's driver says
            told = str(error).strip().partition("\n")[0]
            raise UnusableHome(
                f"Dagster's storage cannot be opened ({told}): check {folder / 'dagster.yaml'} and what it names."
            ) from error


def _keep_open(ref: InstanceRef) -> InstanceRef:
    """Where the run history lies in SQLite, Dagster's default, it is kept open; a storage somebody chose is left."""
    if ref.storage_data is None or ref.storage_data.class_name != DagsterSqliteStorage.__name__:
        return ref
    storage = ref.storage_data._replace(module_name=RunHistory.__module__, class_name=RunHistory.__name__)
    return ref._replace(storage_data=storage)


def fail_dead_runs(instance: dg.DagsterInstance) -> None:
    """Mark as failed what this machine's command line began and did not live to end: others would queue behind it."""
    under_way = dg.RunsFilter(statuses=[dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.STARTING])
    for run in instance.get_runs(under_way):
        if PROCESS in run.tags and not _is_alive(int(run.tags[PROCESS])):
            instance.report_run_failed(run, "Its process ended without a word.")


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's, but alive
        return True
    return True
