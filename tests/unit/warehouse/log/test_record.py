"""A record says by itself whether it is what was written."""

import json
from dataclasses import replace

import pytest

from warehouse.errors import DamagedLog
from warehouse.log.record import Segment, Transaction, make_record, read_record


@pytest.fixture
def transaction(moment):
    return Transaction(
        tx=3,
        recorded_at=moment,
        kind="ingestion",
        cause="Жизнь “quoted”.",
        agent="test",
        run_id=None,
        asserted_count=1,
        restated_count=2,
        relocated_count=3,
        retracted_count=4,
        details={"seed_folder": "/somewhere"},
        segments=(Segment("claims", 1, "segments/x/claims-0001.parquet", 10, 100, "d" * 64),),
        parent_hash="e" * 64,
        hash="",
    )


def test_what_is_written_is_read_back(transaction, tmp_path):
    made, content = make_record(transaction)
    file = tmp_path / "00000003.json"
    file.write_bytes(content)
    assert read_record(file, 3) == made
    assert replace(made, hash="") == transaction


@pytest.mark.parametrize(
    "change",
    [
        {"cause": "another"},
        {"parent_hash": "f" * 64},
        {"details": {}},
        {"segments": ()},
        {"tx": 4},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_hash_covers_every_field(transaction, change):
    assert make_record(transaction)[0].hash != make_record(replace(transaction, **change))[0].hash


def test_the_hash_covers_the_digest_of_each_segment(transaction):
    (segment,) = transaction.segments
    other = replace(transaction, segments=(replace(segment, sha256="0" * 64),))
    assert make_record(transaction)[0].hash != make_record(other)[0].hash


def test_any_flipped_byte_is_found_and_named(transaction, tmp_path):
    _, content = make_record(transaction)
    file = tmp_path / "00000003.json"
    for at in range(len(content)):
        damaged = bytearray(content)
        damaged[at] ^= 1
        file.write_bytes(damaged)
        with pytest.raises(DamagedLog, match=r"00000003\.json"):
            read_record(file, 3)


def test_a_newer_format_asks_for_a_newer_version(transaction, tmp_path):
    import hashlib

    fields = json.loads(make_record(transaction)[1]) | {"format": 99}
    del fields["hash"]
    canonical = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    fields["hash"] = hashlib.sha256(canonical.encode()).hexdigest()
    file = tmp_path / "00000003.json"
    file.write_text(json.dumps(fields, ensure_ascii=False, indent=1) + "\n", "utf-8")
    with pytest.raises(DamagedLog, match=r"format 99.*newer version"):
        read_record(file, 3)
