"""``regesta dates``: what it prints, what it says of bad files, and that it starts light."""

import json
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from regesta.commands.dates import command

KEYS = [
    "file", "start", "end", "text", "edtf", "earliest", "start_latest", "end_earliest", "latest", "precision",
    "qualifier", "calendar", "basis", "rule",
]  # fmt: skip


def test_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffОн ушёл — In 1924–32 he left.".encode())
    result = CliRunner().invoke(command, [str(path)])
    assert result.exit_code == 0
    (line,) = result.output.splitlines()
    row = json.loads(line)
    assert list(row) == KEYS
    assert (row["start"], row["end"], row["text"]) == (13, 20, "1924–32")
    assert (row["earliest"], row["start_latest"], row["end_earliest"], row["latest"]) == (
        "1924-01-01", "1924-12-31", "1932-01-01", "1932-12-31",
    )  # fmt: skip


def test_standard_input_and_durations() -> None:
    result = CliRunner().invoke(command, ["--durations", "-"], input="For three years, until 1930.")
    rows = [json.loads(line) for line in result.output.splitlines()]
    assert [(row["file"], row["kind"], row["duration"], row["edtf"]) for row in rows] == [
        ("-", "duration", "P3Y", None),
        ("-", "date", None, "../1930"),
    ]


def test_a_bad_file_is_named_and_the_others_read(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("In 1905.", encoding="utf-8")
    bad.write_bytes(b"In 1905 \xff\xfe")
    result = CliRunner().invoke(command, [str(tmp_path / "none.txt"), str(bad), str(good)])
    assert result.exit_code == 2
    assert len(result.stdout.splitlines()) == 1
    assert len(result.stderr.splitlines()) == 2
    assert "byte 8" in result.stderr


def test_no_control_code_reaches_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("5 May\x1b[31m 1945 and 5\x0bMay 1945", encoding="utf-8")
    result = CliRunner().invoke(command, [str(path)])
    assert "\x1b" not in result.output
    assert "\x0b" not in result.output


def test_starts_light() -> None:
    code = (
        "import sys, regesta.commands.dates, pipelines.dates.documents;"
        "print([m for m in ('dagster', 'duckdb', 'pyarrow', 'pandas') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
