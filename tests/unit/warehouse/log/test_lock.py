"""One writer at a time."""

import multiprocessing

import pytest

from warehouse.errors import LogConflict, UnusableHome
from warehouse.log import hold_writer


def hold(home, ready, stop):
    with hold_writer(home, who="another run"):
        ready.set()
        stop.wait(30)


def test_a_second_writer_waits_and_is_told_for_whom(tmp_path):
    context = multiprocessing.get_context("spawn")
    ready, stop = context.Event(), context.Event()
    other = context.Process(target=hold, args=(tmp_path / "home", ready, stop))
    other.start()
    try:
        assert ready.wait(30)
        heard = []
        waiting = hold_writer(tmp_path / "home", who="me", patience=0.3, tell=heard.append)
        with pytest.raises(LogConflict, match="another run, process"), waiting:
            raise AssertionError("two writers at once")
        assert len(heard) == 1 and f"process {other.pid}" in heard[0]
        other.kill()  # a holder that dies lets go
        with hold_writer(tmp_path / "home", who="me", patience=30):
            pass
    finally:
        other.kill()
        other.join()


def test_it_is_free_again_after_the_block(tmp_path):
    for _ in range(2):
        with hold_writer(tmp_path, who="me", patience=0):
            assert (tmp_path / "writer.lock").read_text().startswith("me, process ")


def test_a_home_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    holding = hold_writer(tmp_path / "file" / "home", who="me")
    with pytest.raises(UnusableHome, match="file/home cannot be written"), holding:
        raise AssertionError("held nothing")
