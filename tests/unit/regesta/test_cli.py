"""The command line: every command is in its folder, has help, stands in the docs, and imports no more than it needs."""

import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from regesta.cli import regesta_command

ROOT = Path(__file__).parents[3]
NAMES = regesta_command.list_commands(click.Context(regesta_command))


def test_the_folder_is_the_list():
    assert {"run", "sql", "ui", "dates", "read"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_and_its_place_in_the_docs(name):
    made = CliRunner().invoke(regesta_command, [name, "--help"])
    assert made.exit_code == 0
    assert len(made.output.splitlines()) >= 5
    assert f"## `regesta {name}`" in (ROOT / "docs/reference/commands.md").read_text("utf-8")


def test_an_unknown_command_is_named():
    made = CliRunner().invoke(regesta_command, ["runn"])
    assert made.exit_code == 2
    assert "runn" in made.output


@pytest.mark.parametrize("name", ["dates", "read"])
def test_reading_commands_need_no_warehouse(name):
    """They start in a moment because nothing heavy is imported."""
    told = f"import sys, importlib; importlib.import_module('regesta.commands.{name}'); print(sorted(sys.modules))"
    made = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    for heavy in ("'dagster'", "'duckdb'", "'pyarrow'", "'great_expectations'"):
        assert heavy not in made.stdout


def test_generated_pages_are_fresh():
    made = subprocess.run([sys.executable, "-m", "docs.generate", "--check"], cwd=ROOT, capture_output=True, text=True,
                          check=False)  # fmt: skip
    assert made.returncode == 0, made.stdout
