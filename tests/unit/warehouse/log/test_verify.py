"""Whether what stands on disk is what was written, and the first damage named."""

import hashlib
import json
from dataclasses import replace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from warehouse.log import open_log
from warehouse.log.record import make_record
from warehouse.log.verify import record_fixity, verify_edition, verify_home


@pytest.fixture
def filled(log, append, accession, reading):
    content = b"What was written."
    digest = hashlib.sha256(content).hexdigest()
    append(
        "ingestion",
        accessions=accession(sha256=digest, byte_count=len(content)),
        contents=pa.table({"sha256": [digest], "content": [content]}),
    )
    append(readings=reading())
    append("validation")
    return log


def check(log):
    return verify_home(open_log(log.folder), None)


def test_a_whole_log_is_as_recorded(filled):
    heard = []
    fixity = verify_home(filled, None, tell=lambda done, total: heard.append((done, total)))
    assert fixity.damages == ()
    assert (fixity.transactions, fixity.segments, fixity.contents) == (3, 3, 1)
    assert heard == [(0, 3), (1, 3), (2, 3)]
    assert fixity.told.endswith("all are as recorded.")


def test_a_flipped_byte_anywhere_is_found_and_its_file_named(filled):
    files = [path for path in filled.folder.rglob("*") if path.is_file() and path.name != "head"]
    assert len(files) == 6
    for path in files:
        content = path.read_bytes()
        path.chmod(0o644)
        for at in range(0, len(content), max(1, len(content) // 40)):
            path.write_bytes(content[:at] + bytes([content[at] ^ 0x10]) + content[at + 1 :])
            damages = check(filled).damages
            assert damages and str(path) in damages[0], (path.name, at)
        path.write_bytes(content)
    assert check(filled).damages == ()


def test_a_file_cut_short_or_missing_is_named(filled):
    for path in [path for path in filled.folder.rglob("*") if path.is_file() and path.name != "head"]:
        content = path.read_bytes()
        path.chmod(0o644)
        path.write_bytes(content[:-3])
        assert str(path) in check(filled).damages[0]
        path.unlink()
        assert str(path) in check(filled).damages[0]
        path.write_bytes(content)


def test_every_damage_is_counted_and_the_first_told(filled):
    first, second = (made.segments[0] for made in filled.transactions()[:2])
    for segment in (first, second):
        (filled.folder / segment.file).unlink()
    fixity = check(filled)
    assert len(fixity.damages) == 2
    assert first.file in fixity.told and second.file not in fixity.told


def rewrite(log, tx, stream, change):
    """Write a segment anew with other rows, and a record that fits it: only what the rows say can tell."""
    made = log.transactions()[tx - 1]
    (segment,) = [segment for segment in made.segments if segment.stream == stream]
    path = log.folder / segment.file
    rows = change(pq.read_table(path))
    path.unlink()
    pq.write_table(rows, path)
    fitting = replace(
        segment,
        rows=rows.num_rows,
        byte_count=path.stat().st_size,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
    )
    others = tuple(fitting if other == segment else other for other in made.segments)
    (log.folder / "transactions" / f"{tx:08d}.json").write_bytes(make_record(replace(made, segments=others))[1])
    for later in sorted((log.folder / "transactions").glob("*.json"))[tx:]:
        later.unlink()
    (log.folder / "head").unlink()


def test_bytes_that_are_not_what_their_digest_says_are_found(filled):
    rewrite(filled, 1, "contents", lambda rows: rows.set_column(2, "content", pa.array([b"something else"])))
    (damage,) = check(filled).damages
    assert "holds bytes recorded as" in damage


def test_bytes_that_were_never_stored_are_found(filled):
    rewrite(filled, 1, "contents", lambda rows: rows.slice(0, 0))
    (damage,) = check(filled).damages
    assert "holds no bytes with the digest" in damage


def test_entries_of_another_transaction_are_found(filled):
    rewrite(filled, 2, "readings", lambda rows: rows.set_column(0, "tx", pa.array([1])))
    (damage,) = check(filled).damages
    assert "another transaction than 2" in damage


def test_the_result_is_recorded_unless_the_records_themselves_are_damaged(filled, moment):
    fixity = check(filled)
    made = record_fixity(filled, fixity, agent="test", run_id=None, recorded_at=moment)
    assert (made.kind, made.tx, made.details) == ("fixity check", 4, {"damages": "0"})
    assert made.cause == fixity.told
    (filled.folder / "transactions" / "00000002.json").unlink()
    damaged = open_log(filled.folder)
    fixity = verify_home(damaged, None)
    assert record_fixity(damaged, fixity, agent="test", run_id=None, recorded_at=moment) is None
    assert not (filled.folder / "transactions" / "00000002.json").exists()


def test_the_files_of_an_edition_are_checked_against_its_description(tmp_path):
    (tmp_path / "claims").mkdir()
    file = tmp_path / "claims" / "claims.parquet"
    file.write_bytes(b"rows")
    digest = hashlib.sha256(b"rows").hexdigest()
    resource = {"path": "claims/claims.parquet", "byte_count": 4, "sha256": digest}
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": [resource]}))
    assert [damage for _, damage in verify_edition(tmp_path)] == [None, None]
    file.write_bytes(b"rowz")
    assert [str(path) for path, damage in verify_edition(tmp_path) if damage] == [str(file)]
    file.unlink()
    assert "cannot be read" in dict(verify_edition(tmp_path))[file]
    (tmp_path / "datapackage.json").write_text("[]")
    assert [damage for _, damage in verify_edition(tmp_path)] == [
        "is no description of an edition: run `regesta rebuild`."
    ]
