"""The log under faults: killed, with rivals, on a full disk, on a home that cannot be written."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pytest

from warehouse.errors import UnusableHome
from warehouse.log import hold_writer, open_log
from warehouse.log.verify import verify_home

ROOT = Path(__file__).parents[3]


def test_killed_rivalled_and_read_meanwhile():
    """The short form of the campaign; ``--kills 180 --publications 100`` is the long one."""
    done = subprocess.run(
        [sys.executable, "tests/campaigns/log_faults.py", "--kills", "8", "--writers", "15", "--publications", "15"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "8 kills" in done.stdout and "4 writers at once" in done.stdout and "8 readers" in done.stdout


@pytest.fixture
def small_disk(tmp_path):
    """A disk of two megabytes; its use needs the right to mount."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("needs the right to mount a small disk")
    yield folder
    subprocess.run(["umount", folder], check=True)


def append_noise(log, size):
    contents = pa.table({"sha256": [os.urandom(32).hex()], "content": [os.urandom(size)]})
    return log.append(
        parent=log.head, recorded_at=datetime.now(UTC), kind="ingestion", cause="", agent="", run_id=None,
        segments={"contents": contents},
    )  # fmt: skip


def damages_but_digests(log):
    return [damage for damage in verify_home(log, None).damages if "whose digest is" not in damage]


def test_a_full_disk_is_named_and_nothing_recorded_is_lost(small_disk):
    log = open_log(small_disk / "log")
    with pytest.raises(UnusableHome, match=r"No space left on device.*Make room"):
        for _ in range(100):
            append_noise(log, 100_000)
    reached = log.head.tx
    assert 10 < reached < 30
    assert log.sweep() == [], "the failed attempt left nothing behind"
    assert damages_but_digests(open_log(log.folder)) == []
    subprocess.run(["mount", "-o", "remount,size=4m", small_disk], check=True)
    assert append_noise(log, 100_000).tx == reached + 1


def test_a_home_that_cannot_be_written_is_named_and_can_be_read(small_disk):
    log = open_log(small_disk / "log")
    append_noise(log, 10)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    try:
        with pytest.raises(UnusableHome, match="Read-only file system"):
            append_noise(log, 10)
        with pytest.raises(UnusableHome, match="Read-only file system"), hold_writer(small_disk / "new", who="me"):
            raise AssertionError("held nothing")
        assert open_log(log.folder).head.tx == 1
        assert damages_but_digests(log) == []
    finally:
        subprocess.run(["mount", "-o", "remount,rw", small_disk], check=True)
