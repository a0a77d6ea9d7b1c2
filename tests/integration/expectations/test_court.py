"""A process that judges for a run says what the run would say, and another takes its place when it dies."""

import os
import shutil
import signal
from concurrent.futures.process import BrokenProcessPool

import duckdb
import pytest
from integration.expectations.edition import write_edition

from expectations.run import validate
from pipelines.stages.court import Case, Court
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
    case = Case(bounds, tmp_path, history, None)
    with Court() as court:
        court.begin(folder, case)
        apart = court.finish(folder, case)
    assert apart == validate(folder, bounds, quality=tmp_path, history=history)
    assert len(apart) > 400


def test_tables_are_judged_before_there_are_marts(staged, tmp_path):
    folder, bounds, history = staged
    tables = shutil.copytree(folder, tmp_path / "tables")
    (tables / "marts.duckdb").unlink()
    case = Case(bounds, tmp_path, history, None)
    with Court() as court:
        court.begin(tables, case)
        court._begun[1].result()
        shutil.copy(folder / "marts.duckdb", tables)
        assert court.finish(tables, case) == validate(folder, bounds, quality=tmp_path, history=history)


def test_another_takes_the_place_of_one_that_died(staged, tmp_path):
    folder, bounds, history = staged
    case = Case(bounds, tmp_path, history, None)
    with Court() as court:
        court.begin(folder, case)
        (process,) = court._process._processes.values()
        os.kill(process.pid, signal.SIGKILL)
        with pytest.raises(BrokenProcessPool):
            court.finish(folder, case)
        assert court.finish(folder, case)
