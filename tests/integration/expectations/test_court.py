"""A process that judges for a run says what the run would say, and another takes its place when it dies."""

import os
import signal
from concurrent.futures.process import BrokenProcessPool

import duckdb
import pytest
from integration.expectations.edition import write_edition

from expectations.run import validate
from pipelines.stages.court import Court
from pipelines.stages.quarantine import bound_edtf
from warehouse.log import attach_log, open_log


@pytest.fixture(scope="module")
def staged(tmp_path_factory):
    folder = write_edition(tmp_path_factory.mktemp("edition") / "good")
    with duckdb.connect() as con:
        con.read_parquet(str(folder / "claims" / "*.parquet")).create_view("claims")
        bounds = bound_edtf(con, "claims")
        attach_log(con, open_log(folder / "no log"))
        return folder, bounds, con.sql("from quality_results").to_arrow_table()


def test_it_says_what_is_said_without_it(staged, tmp_path):
    folder, bounds, history = staged
    with Court() as court:
        apart = court.validate(folder, bounds, quality=tmp_path, history=history, since=None)
        again = court.validate(folder, bounds, quality=tmp_path, history=history, since=None)
    assert apart == again == validate(folder, bounds, quality=tmp_path, history=history, since=None)
    assert len(apart) > 400


def test_another_takes_the_place_of_one_that_died(staged, tmp_path):
    folder, bounds, history = staged
    with Court() as court:
        court.validate(folder, bounds, quality=tmp_path, history=history, since=None)
        (process,) = court._process._processes.values()
        os.kill(process.pid, signal.SIGKILL)
        with pytest.raises(BrokenProcessPool):
            court.validate(folder, bounds, quality=tmp_path, history=history, since=None)
        assert court.validate(folder, bounds, quality=tmp_path, history=history, since=None)
