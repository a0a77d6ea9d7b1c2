"""Dagster's own folder under the home: run history in SQLite, no telemetry, no first-visit dialog."""

from pathlib import Path

import dagster as dg

_SETTINGS = """\
# Written by Regesta when missing; yours to change.
telemetry:
  enabled: false
nux:
  enabled: false
concurrency:
  runs:
    max_concurrent_runs: 1
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
    """The Dagster instance under a home; close it after use."""
    return dg.DagsterInstance.from_config(str(prepare_instance(home)))
