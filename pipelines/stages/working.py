"""The database stages work in: it holds a bounded share of memory, and works on disk beyond that."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from pipelines.stages.run import Run
from warehouse.errors import UnusableHome

MOST_MEMORY = "1536MiB"
"""What DuckDB may take; Python, Arrow and what is on its way to disk take some 0.4 GiB beside it."""


@contextmanager
def open_working(run: Run) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to an empty database; what it spills lies in the staging folder, and goes when it is closed. Raises
    UnusableHome where that folder cannot be made.
    """
    spill = run.staging / ".spill"
    try:
        spill.mkdir(parents=True, exist_ok=True)  # DuckDB makes the last folder of a path only, and only when it spills
    except OSError as error:
        raise UnusableHome(
            f"The home {run.home} cannot be written: {error.strerror}. Give another with --home."
        ) from error
    try:
        with duckdb.connect() as con:
            con.execute(f"set memory_limit = '{MOST_MEMORY}'")
            con.execute("set temp_directory = ?", [str(spill)])
            yield con
    finally:
        shutil.rmtree(spill, ignore_errors=True)
