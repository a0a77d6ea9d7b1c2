"""Appending: all or nothing, in order, durable; what is damaged is named."""

import errno
import os
import resource
from datetime import timedelta
from pathlib import Path

import pyarrow as pa
import pytest

from warehouse.errors import ContractBroken, DamagedLog, LogConflict, UnusableHome
from warehouse.log import open_log
from warehouse.log import segments as segments_module


def test_an_empty_log_has_no_head_and_makes_no_folder(log):
    assert log.head is None
    assert log.transactions() == []
    assert not log.folder.exists()


def test_transactions_are_numbered_and_chained(log, append, accession):
    first = append("ingestion", accessions=accession())
    second = append("validation")
    assert (first.tx, second.tx) == (1, 2)
    assert (first.parent_hash, second.parent_hash) == (None, first.hash)
    assert log.transactions() == open_log(log.folder).transactions() == [first, second]


def test_claims_are_counted_by_action(append, to_claims, claim):
    actions = ["assert", "assert", "restate", "relocate", "relocate", "relocate", "retract"]
    claims = to_claims(*(claim(f"c{n}") for n in range(7)))
    entries = claims.append_column("action", pa.array(actions)).append_column("cause", pa.array(["new source"] * 7))
    made = append(claims=entries)
    assert (made.asserted_count, made.restated_count, made.relocated_count, made.retracted_count) == (2, 1, 3, 1)


def test_time_never_runs_backwards_and_says_so(append, moment, caplog):
    append()
    made = append(recorded_at=moment - timedelta(days=1))
    assert made.recorded_at == moment
    assert "set back" in caplog.text


def test_of_two_writers_on_one_head_the_second_is_told(log, append, accession):
    head = append("ingestion", accessions=accession())
    other = open_log(log.folder)
    other_head = other.head
    append("ingestion", parent=head, accessions=accession("s2"))
    with pytest.raises(LogConflict, match="transaction 2"):
        other.append(
            parent=other_head, recorded_at=head.recorded_at, kind="ingestion", cause="", agent="", run_id=None,
            segments={"accessions": accession("s3")},
        )  # fmt: skip
    assert [made.tx for made in other.transactions()] == [1, 2]
    assert len(list((log.folder / "segments").iterdir())) == 2, "the loser's segments are gone"


def test_entries_that_do_not_fit_leave_nothing(log, append, accession):
    append("ingestion", accessions=accession())
    with pytest.raises(ContractBroken, match=r"accessions.*path"):
        append("ingestion", accessions=accession("s2").drop_columns(["path"]))
    nameless = accession("s2").set_column(3, "path", pa.array([None], pa.string()))
    with pytest.raises(ContractBroken, match="no path"):
        append("ingestion", accessions=nameless)
    with pytest.raises(ContractBroken, match="no stream rumours"):
        append("ingestion", rumours=accession())
    with pytest.raises(ContractBroken, match="gossip is no kind"):
        append("gossip")
    assert log.head.tx == 1
    assert len(list((log.folder / "segments").iterdir())) == 1


def test_batches_are_taken_as_they_come_and_split_over_files(log, append, accession, monkeypatch):
    monkeypatch.setattr(segments_module, "ROW_GROUP_ROWS", 10)
    monkeypatch.setattr(segments_module, "SEGMENT_BYTES", 1)
    batches = (batch for n in range(25) for batch in accession(f"s{n}").to_batches())
    made = append("ingestion", accessions=batches)
    assert [segment.rows for segment in made.segments] == [10, 10, 5]
    assert len(log.segments_of("accessions")) == 3


def test_a_stream_without_entries_has_no_file(append, accession):
    assert append("ingestion", accessions=accession().slice(0, 0)).segments == ()


def test_every_file_of_a_segment_is_synced_before_its_record_exists(log, append, accession, monkeypatch):
    """The order on disk is what makes a power cut harmless; so it is watched, call by call."""
    done = []
    real_sync, real_link = os.fsync, os.link

    def sync(handle):
        done.append(str(Path(f"/proc/self/fd/{handle}").readlink()).removeprefix(str(log.folder)).split("/")[1:])
        real_sync(handle)

    def link(old, new):
        done.append("record")
        real_link(old, new)

    append("ingestion", accessions=accession())
    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "link", link)
    made = append("ingestion", accessions=accession("s2"))
    (segment,) = made.segments
    attempt = segment.file.split("/")[1]
    assert done == [
        segment.file.split("/"),
        ["segments", attempt],
        ["segments"],
        ["transactions", f".{attempt}"],
        "record",
        ["transactions"],
    ]


def test_once_its_record_exists_the_segments_stay_whatever_comes(log, append, accession, monkeypatch):
    append("ingestion", accessions=accession())
    real_sync, linked = os.fsync, []
    real_link = os.link

    def sync(handle):
        if linked:
            raise OSError(errno.EIO, "Input/output error")
        real_sync(handle)

    def link(old, new):
        real_link(old, new)
        linked.append(new)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", sync)
        patch.setattr(os, "link", link)
        with pytest.raises(UnusableHome, match="it is recorded, but the disk did not confirm it"):
            append("ingestion", accessions=accession("s2"))
    assert len(open_log(log.folder).segments_of("accessions")) == 2
    assert log.sweep() == []


@pytest.mark.parametrize("gone", [1, 2, 3])
def test_a_missing_record_is_named_the_last_one_too(log, append, gone):
    for _ in range(3):
        append()
    (log.folder / "transactions" / f"0000000{gone}.json").unlink()
    damaged = open_log(log.folder)
    for _ in range(2):
        with pytest.raises(DamagedLog, match=f"0000000{gone}.json is missing"):
            damaged.transactions()


def test_a_record_of_another_chain_is_named(log, append, tmp_path, moment):
    append()
    append()
    other = open_log(tmp_path / "other")
    for cause in ("one", "two"):
        other.append(
            parent=other.head, recorded_at=moment, kind="ingestion", cause=cause, agent="", run_id=None, segments={}
        )
    strange = (other.folder / "transactions" / "00000002.json").read_bytes()
    (log.folder / "transactions" / "00000002.json").write_bytes(strange)
    with pytest.raises(DamagedLog, match=r"00000002\.json does not follow transaction 1"):
        open_log(log.folder).transactions()


def test_a_segment_missing_or_cut_short_is_named(log, append, accession):
    (segment,) = append("ingestion", accessions=accession()).segments
    path = log.folder / segment.file
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content[:-1])
    with pytest.raises(DamagedLog, match=f"{path.name} has {len(content) - 1} bytes, {len(content)} were recorded"):
        log.segments_of("accessions")
    path.unlink()
    with pytest.raises(DamagedLog, match=f"{path.name} is missing"):
        log.segments_of("accessions")


def test_what_a_dead_writer_left_is_swept_and_what_a_live_one_writes_is_not(log, append, accession):
    kept = append("ingestion", accessions=accession()).segments[0]
    with log.begin(log.head) as live:
        live.write("accessions", accession("s2"))
        dead = log.folder / "segments" / "00000002-dead"
        dead.mkdir()
        (dead / "claims-0001.parquet").write_bytes(b"half")
        assert log.sweep() == ["segments/00000002-dead"]
        made = live.commit(recorded_at=kept_at(log), kind="ingestion", cause="", agent="", run_id=None)
    assert log.sweep() == []
    assert (log.folder / kept.file).exists()
    assert (log.folder / made.segments[0].file).exists()


def kept_at(log):
    return log.head.recorded_at


def test_an_abandoned_transaction_leaves_nothing(log, accession):
    with log.begin(None) as pending:
        pending.write("accessions", accession())
    assert list((log.folder / "segments").iterdir()) == []
    assert log.head is None


def test_a_full_disk_is_named_and_harms_nothing(log, append, accession):
    """RLIMIT_FSIZE stands for the full disk: the same write fails, and only in this process."""
    import signal

    append("ingestion", accessions=accession())
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (512, before[1]))
        with pytest.raises(UnusableHome, match=r"does not take transaction 2 .*Make room"):
            append("ingestion", accessions=accession("s2"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, old)
    assert len(list((log.folder / "segments").iterdir())) == 1
    assert append("ingestion", accessions=accession("s2")).tx == 2


def test_no_more_files_is_named_and_harms_nothing(log, append, accession):
    append("ingestion", accessions=accession())
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    highest = max(int(file.name) for file in Path("/proc/self/fd").iterdir())
    held = []
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (highest + 2, before[1]))
        with pytest.raises(OSError) as full:
            while True:
                held.append(os.open("/dev/null", os.O_RDONLY))
        assert full.value.errno == errno.EMFILE
        with pytest.raises(UnusableHome, match="Too many open files"):
            append("ingestion", accessions=accession("s2"), parent=log.transactions()[0])
    finally:
        for handle in held:
            os.close(handle)
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
    assert append("ingestion", accessions=accession("s2")).tx == 2
    assert log.sweep() == []
