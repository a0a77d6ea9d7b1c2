"""``regesta log``, ``diff`` and ``verify`` on a log made by hand."""

from datetime import UTC, datetime, timedelta

import pyarrow as pa
import pytest
from click.testing import CliRunner

from regesta.cli import regesta_command
from warehouse.contract.tables import TABLES
from warehouse.contract.types import Kind
from warehouse.errors import RegestaError
from warehouse.log import open_log
from warehouse.log.streams import CLAIM_ENTRIES, STREAMS

FILLED = {Kind.TEXT: "x", Kind.INTEGER: 0, Kind.NUMBER: 0.5, Kind.BOOLEAN: False}
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def claim_entry(action, cause, claim_id, **values):
    row = {c.name: None if c.nullable else FILLED[c.kind] for c in TABLES["claims"].columns}
    row |= {"action": action, "cause": cause, "claim_id": claim_id, "source_id": "s1", "source_path": "life.txt"}
    row |= {"parts": [], "event_type": "birth", "subject_text": "Anna [bold]", "quote": "\x1b[31mborn\x1b[0m"}
    return row | values


@pytest.fixture
def home(tmp_path):
    log = open_log(tmp_path / "log")
    accession = dict.fromkeys(STREAMS["accessions"].names[1:]) | {
        "source_id": "s1", "version": 1, "action": "received", "path": "life.txt", "sha256": "a" * 64, "byte_count": 0,
    }  # fmt: skip
    steps = [
        ("ingestion", {"accessions": pa.Table.from_pylist([accession], pa.schema(list(STREAMS["accessions"])[1:]))}),
        ("normalization", [claim_entry("assert", "new source", f"c{n}aaa") for n in range(3)]),
        ("normalization", [
            claim_entry("restate", "newer reading", "c0aaa", date_edtf="1905-02"),
            claim_entry("relocate", "newer reading", "c1aaa", quote_start=3),
            claim_entry("retract", "newer reading", "c2aaa"),
        ]),
    ]  # fmt: skip
    for hour, (kind, streams) in enumerate(steps):
        if isinstance(streams, list):
            streams = {"claims": pa.Table.from_pylist(streams, pa.schema(list(CLAIM_ENTRIES)[1:]))}
        log.append(
            parent=log.head, recorded_at=NOON + timedelta(hours=hour), kind=kind, cause=f"Step {hour} [red].",
            agent="test", run_id=f"run{hour}", segments=streams,
        )  # fmt: skip
    return tmp_path


def ask(*arguments, home, status=0):
    result = CliRunner().invoke(regesta_command, [*arguments, "--home", str(home)], env={"COLUMNS": "200"})
    if isinstance(result.exception, RegestaError):
        raise result.exception
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "\x1b[31m" not in result.output, "words of a source reached the terminal as a code"
    return result.output


def test_log_lists_transactions_with_counts(home):
    told = ask("log", home=home)
    for words in ("2026-03-01 12:00:00", "Step 1 [red].", "3 asserted", "1 restated, 1 relocated, 1 retracted"):
        assert words in told


def test_log_tells_the_life_of_a_source_by_path_and_by_id(home):
    told = ask("log", "life.txt", home=home)
    assert told == ask("log", "s1", home=home)
    assert "received as life.txt" in told
    assert "3 assert (new source)" in told


def test_log_tells_the_life_of_a_claim(home):
    told = ask("log", "c0", home=home)
    assert "birth of Anna [bold]" in told
    assert "restate (newer reading): date_edtf nothing → 1905-02" in told
    assert "\\u001b" in told


def test_log_says_what_it_does_not_know(home):
    with pytest.raises(RegestaError, match="no source and no claim 'z'"):
        ask("log", "z", home=home)
    with pytest.raises(RegestaError, match="3 claims begin with 'c'"):
        ask("log", "c", home=home)


def test_diff_tells_what_changed_and_why_without_relocations(home):
    told = ask("diff", "2", "3", home=home)
    assert "Restated: birth of Anna [bold]: 1905-02" not in told, "a date not in the source's words is no wording"
    assert (
        "Restated: birth of Anna [bold]: date_edtf nothing → 1905-02 (newer reading, life.txt, transaction 3)" in told
    )
    assert "Withdrawn: birth of Anna [bold] (newer reading, life.txt, transaction 3)" in told
    assert "Relocated:" not in told
    assert "1 relocations are not listed" in told
    assert "Relocated: birth" in ask("diff", "2", "3", "--relocations", home=home)


def test_diff_last_is_the_last_run(home):
    assert ask("diff", "last", home=home) == ask("diff", "2", home=home) == ask("diff", "2026-03-01T13:30", home=home)


def test_diff_of_all_time_shows_sources_and_what_stands(home):
    told = ask("diff", "0", "last", home=home)
    assert "Source life.txt: received, version 1 (transaction 1)" in told
    assert told.count("Added: birth") == 2
    assert "No claim has changed." in ask("diff", "last", "last", home=home)


def test_diff_says_when_states_are_the_wrong_way_round(home):
    with pytest.raises(RegestaError, match=r"3 \(transaction 3\) is later than 1"):
        ask("diff", "3", "1", home=home)


@pytest.mark.parametrize("command", [["log"], ["diff", "last"], ["verify"]])
def test_a_home_without_a_log_is_told(tmp_path, command):
    with pytest.raises(RegestaError, match="has no log yet"):
        ask(*command, home=tmp_path)


def test_verify_says_all_is_well_and_records_it(home):
    assert "all are as recorded" in ask("verify", home=home)
    head = open_log(home / "log").head
    assert (head.tx, head.kind) == (4, "fixity check")
    ask("verify", "--no-record", home=home)
    assert open_log(home / "log").head == head


def test_verify_names_the_damaged_file_and_ends_with_1(home):
    (segment,) = [path for path in (home / "log" / "segments").rglob("claims-*") if "00000002" in str(path)]
    content = bytearray(segment.read_bytes())
    content[len(content) // 2] ^= 1
    segment.chmod(0o644)
    segment.write_bytes(content)
    result = CliRunner().invoke(
        regesta_command, ["verify", "--home", str(home)], standalone_mode=False, env={"COLUMNS": "400"}
    )
    assert result.return_value == 1
    assert f"{segment} was changed" in result.output
    assert "damages" in open_log(home / "log").head.details
