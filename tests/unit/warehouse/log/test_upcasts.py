"""Logs written by older versions stay readable: frozen ones lie in ``frozen/``, never to be written anew."""

import json
import shutil
from pathlib import Path

import pytest

from warehouse.errors import DamagedLog
from warehouse.log import attach_log, open_log, read_contents, segments, upcasts
from warehouse.log.streams import STREAMS
from warehouse.log.upcasts import RECORD_FORMAT, RECORD_STEPS, STREAM_STEPS, STREAM_VERSIONS, lift_entries, lift_record
from warehouse.log.verify import verify_home

FROZEN = Path(__file__).parent / "frozen"
HEADS = {"format-1": "caeb5820"}
"""How the hash of each frozen log's head begins: should a frozen file be written anew, this tells."""


@pytest.mark.parametrize("name", HEADS)
def test_a_frozen_log_is_whole(name):
    log = open_log(FROZEN / name)
    assert verify_home(log, None).damages == ()
    assert log.head.hash.startswith(HEADS[name])


@pytest.mark.parametrize("name", HEADS)
def test_a_frozen_log_folds_to_what_it_meant(name, con):
    log = open_log(FROZEN / name)
    attach_log(con, log)
    claims = (
        "select claim_id, event_type, date_edtf, date_earliest::varchar, confidence, subject_id from current_claims"
    )
    assert con.sql(claims).fetchall() == [("c1", "birth", "1905-02-20", "1905-02-20", 0.95, None)]
    parts = "select claim_id, part, text, part_start, value from current_claim_parts"
    assert con.sql(parts).fetchall() == [("c1", "date", "20 February 1905", 15, "1905-02-20")]
    assert con.sql("select path, action, first_tx from current_accessions").fetchall() == [("life.txt", "received", 1)]
    assert con.sql("select title, layout, tx from current_readings").fetchall() == [("Anna", "wiki_export", 2)]
    assert con.sql("select ruling_id, kind, action from current_rulings").fetchall() == [("r1", "prefer", "made")]
    assert con.sql("select check_id, success, tx from quality_results").fetchall() == [("claims.key", True, 5)]
    assert con.sql("select row_key, tx from quarantine").fetchall() == [("c9", 5)]
    ((sha256,),) = con.sql("select sha256 from current_accessions").fetchall()
    assert dict(read_contents(log, [sha256]))[sha256].decode() == "Жизнь. Born on 20 February 1905."
    assert log.transactions()[0].details == {"seed_folder": "/seeds", "seed_folder_from_home": "../seeds"}


def test_every_format_that_was_ever_written_is_frozen():
    written = {json.loads(file.read_bytes())["format"] for file in FROZEN.rglob("*.json")}
    assert written == set(range(1, RECORD_FORMAT + 1))
    streams = {
        (segment["stream"], segment["version"])
        for file in FROZEN.rglob("*.json")
        for segment in json.loads(file.read_bytes())["segments"]
    }
    assert streams == {(stream, v) for stream, last in STREAM_VERSIONS.items() for v in range(1, last + 1)}


def test_every_older_version_has_its_step():
    assert set(RECORD_STEPS) == set(range(1, RECORD_FORMAT))
    assert set(STREAM_STEPS) == {(stream, v) for stream, last in STREAM_VERSIONS.items() for v in range(1, last)}
    assert set(STREAM_VERSIONS) == set(STREAMS)


@pytest.fixture
def records_changed_twice(monkeypatch):
    """As if records had been written otherwise twice since."""
    monkeypatch.setattr(upcasts, "RECORD_FORMAT", 3)
    monkeypatch.setattr(
        upcasts,
        "RECORD_STEPS",
        {1: lambda fields: fields | {"place": "here"}, 2: lambda fields: fields | {"place": fields["place"].upper()}},
    )


@pytest.fixture
def readings_changed_twice(monkeypatch):
    """As if readings had been written otherwise twice since."""
    later = STREAM_VERSIONS | {"readings": 3}
    monkeypatch.setattr(upcasts, "STREAM_VERSIONS", later)
    monkeypatch.setattr(segments, "STREAM_VERSIONS", later)
    monkeypatch.setattr(
        upcasts,
        "STREAM_STEPS",
        {
            ("readings", 1): lambda entries: entries.project("* exclude (title), title as heading"),
            ("readings", 2): lambda entries: entries.project("* exclude (heading), upper(heading) as title"),
        },
    )


def test_records_are_lifted_step_by_step(records_changed_twice):
    assert lift_record({"format": 1}, "x") == {"format": 1, "place": "HERE"}
    assert lift_record({"format": 2, "place": "there"}, "x") == {"format": 2, "place": "THERE"}
    assert lift_record({"format": 3, "place": "as is"}, "x") == {"format": 3, "place": "as is"}


def test_entries_of_all_versions_are_read_as_one_stream(readings_changed_twice, con, tmp_path, reading, moment):
    shutil.copytree(FROZEN / "format-1", tmp_path / "log")
    log = open_log(tmp_path / "log")
    made = log.append(
        parent=log.head, recorded_at=moment, kind="normalization", cause="", agent="", run_id=None,
        segments={"readings": reading("s2", title="Written now")},
    )  # fmt: skip
    assert made.segments[0].version == 3
    attach_log(con, log)
    titles = con.sql("select source_id, title from current_readings order by all").fetchall()
    assert titles == [("s1", "ANNA"), ("s2", "Written now")]


def test_entries_of_a_later_version_ask_for_a_newer_one(con):
    with pytest.raises(DamagedLog, match=r"holds version 2 of the stream claims.*use a newer version"):
        lift_entries(con.sql("select 1"), "claims", 2, "x")
