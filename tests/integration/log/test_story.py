"""The story told in ``docs/howto/log-story.md``, command by command, and what it promises."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "howto" / "log-story.md"


def commands():
    blocks = re.findall(r"```console\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    return [line.removeprefix("$ ") for block in blocks for line in block.splitlines()]


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """The folder in which the story was played, and what each command said."""
    folder = tmp_path_factory.mktemp("story")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    outputs = []
    for line in commands():
        done = subprocess.run(
            line, shell=True, cwd=folder, env=os.environ | {"PATH": path, "COLUMNS": "200"}, check=False,
            capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"
        outputs.append((line, done.stdout))
    return folder, outputs


def said(outputs, beginning):
    return [output for line, output in outputs if line.startswith(beginning)]


def test_the_correction_is_seen_with_its_reason(told):
    (diff,) = said(told[1], "regesta diff last")
    assert "Source 002_bb7f11b13fbe1446.txt: changed, version 2" in diff
    (gone,) = [line for line in diff.splitlines() if "Withdrawn: birth of Alexei Snegov" in line]
    (come,) = [line for line in diff.splitlines() if "Added: birth of Alexei Snegov" in line]
    assert "1898" in gone and "1899" in come and "new version" in gone
    assert "relocations are not listed" in diff


def test_the_state_before_is_at_hand(told):
    past, sources = said(told[1], "regesta sql")[1:3]
    assert "1898" in past and "1899" not in past
    assert "002_bb7f11b13fbe1446.txt │ 1 " in sources


def test_an_edition_of_the_state_before_is_whole(told):
    folder, _ = told
    births = "select date_edtf from claims where event_type = 'birth' and date_edtf in ('1898', '1899')"
    with duckdb.connect(str(folder / "before" / "marts.duckdb"), read_only=True) as marts:
        assert {edtf for (edtf,) in marts.sql(births).fetchall()} == {"1898"}
        assert marts.sql("select count(*) from events").fetchall()[0][0] > 0
        assert marts.sql("select max(tx) from transactions").fetchall() == [(2,)]


def digests(edition):
    package = json.loads((edition / "datapackage.json").read_bytes())
    return {part["name"]: part["sha256"] for part in package["resources"]}


def marts_of(edition):
    with duckdb.connect(str(edition / "marts.duckdb"), read_only=True) as marts:
        names = [name for (name,) in marts.sql("select table_name from duckdb_tables() order by 1").fetchall()]
        return {name: sorted(map(repr, marts.sql(f"from main.{name}").fetchall())) for name in names}


def test_two_rebuilds_of_one_log_are_the_same_bytes_and_the_same_marts(told):
    folder, _ = told
    assert digests(folder / "again") == digests(folder / "once-more") == digests(folder / "my-home/published/current")
    again = marts_of(folder / "again")
    assert len(again) > 25
    assert again == marts_of(folder / "once-more") == marts_of(folder / "my-home/published/current")


def test_nothing_was_appended_by_rebuilding_and_verify_replays(told):
    folder, outputs = told
    (verified,) = said(outputs, "regesta verify")
    assert "every table comes out the same, byte for byte" in verified
    assert "all are as recorded" in verified
    kinds = [
        json.loads(file.read_bytes())["kind"] for file in sorted((folder / "my-home/log/transactions").glob("*.json"))
    ]
    assert kinds == ["ingestion", "normalization", "validation"] * 2 + ["fixity check"]
