"""The shape of the house: names, sizes, what a mart file opens with, what may never be tracked."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("warehouse", "pipelines", "expectations", "regesta")


def python_files():
    return [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]


def tracked():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    return listed.stdout.splitlines()


def test_no_file_has_a_name_that_says_nothing():
    nameless = {"utils.py", "helpers.py", "common.py", "base.py"}
    assert [path.as_posix() for path in python_files() if path.name in nameless] == []


@pytest.mark.parametrize("path", python_files(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_is_one_idea_and_says_which(path):
    text = path.read_text("utf-8")
    assert text.count("\n") <= 400, "over 400 lines: two ideas"
    assert text.lstrip().startswith('"""'), "no docstring saying what lives here"


def test_a_mart_file_opens_with_its_grain():
    from warehouse.contract.marts import MARTS

    folder = ROOT / "warehouse" / "marts" / "sql"
    for name in MARTS:
        assert (folder / f"{name}.sql").read_text("utf-8").startswith("-- One row "), name


def test_every_mart_and_table_has_a_file_of_its_name():
    from warehouse.contract.marts import MARTS
    from warehouse.contract.tables import TABLES

    assert {path.stem for path in (ROOT / "warehouse/contract/tables").glob("[!_]*.py")} == set(TABLES)
    assert {path.stem for path in (ROOT / "warehouse/contract/marts").glob("[!_]*.py")} == set(MARTS)


def test_no_output_is_tracked():
    listed = tracked()
    if not listed:
        pytest.skip("not a git checkout")
    output = [name for name in listed if name.startswith(("data/", "build/")) or name.endswith((".pyc", ".duckdb"))]
    assert output == []
