"""The database of a stage: it works on disk beyond its memory, and leaves nothing there."""

from types import SimpleNamespace

import pytest

from pipelines.stages.working import open_working

SORTED = "select max(n) from (select n, row_number() over (order by hash(n)) as at from range(3000000) as r (n))"


def test_what_does_not_fit_goes_to_disk_and_is_gone_in_the_end(tmp_path):
    run = SimpleNamespace(staging=tmp_path / "staging" / "run")
    with open_working(run) as con:
        con.execute("set memory_limit = '40MB'")
        con.execute("set threads = 1")
        assert con.execute(SORTED).fetchall() == [(2_999_999,)]
    assert not list(run.staging.iterdir())


def test_what_a_failed_stage_spilled_is_gone(tmp_path):
    run = SimpleNamespace(staging=tmp_path / "staging" / "run")
    with pytest.raises(RuntimeError), open_working(run) as con:
        con.execute(SORTED)
        raise RuntimeError
    assert not list(run.staging.iterdir())
