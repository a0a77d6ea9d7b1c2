"""The reading on Apache Spark: record batches of sources in, their tables out, one partition each.

Nothing is shuffled: what a partition gave lies with the driver as soon as it is read, so a worker that dies costs what
it was reading, and no more. Spark is imported where it is used only: it is an extra.
"""

import importlib.util
import os
import shutil
import socket
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipelines.claims.fingerprint import reading_fingerprint
from pipelines.stages.reading_batch import Engine, Readings, join_readings, read_record_batch
from pipelines.stages.reading_cache import CACHED
from warehouse.errors import UnusableEngine

RESULT = pa.schema([pa.field(name, pa.binary(), nullable=False) for name in ("facts", *CACHED, "claims")])
"""One row is the readings of one record batch, each table as a stream of Arrow's format: Spark knows one schema a
result and types of its own, and here the bytes that were read are the bytes that arrive.
"""

_MOST_JOBS = 64
_PATIENCE_SECONDS = 5.0
_SETTINGS = {
    # small batches, too, are spread as they were cut, each its own partition
    "spark.sql.execution.arrow.localRelationThreshold": "0",
    "spark.app.name": "regesta",
    "spark.ui.showConsoleProgress": "false",  # the run tells its progress itself
}
_DEFAULTS = {"spark.ui.enabled": "false"}
"""What spark-defaults.conf may say otherwise."""

INSTALL = "install it with pip install --constraint constraints.txt 'regesta[spark]'"


def check_installed() -> None:
    """Raises UnusableEngine, with one sentence, where Spark's Python package or a Java is missing on this machine."""
    if importlib.util.find_spec("pyspark") is None:
        raise UnusableEngine(f"The engine spark needs pyspark, which is not installed: {INSTALL}, or use local.")
    home = os.environ.get("JAVA_HOME")
    if home and not (Path(home) / "bin" / "java").exists():
        raise UnusableEngine(f"The engine spark needs Java, and JAVA_HOME names {home}, which holds none: correct it.")
    if not home and shutil.which("java") is None:
        raise UnusableEngine(
            "The engine spark needs Java, and no program java is found: install Java 17 or newer (on Debian "
            "openjdk-17-jre-headless) or set JAVA_HOME."
        )


def read_partition(batches: Iterator[pa.RecordBatch], fingerprint: str) -> Iterator[pa.RecordBatch]:
    """Read the record batches of sources (``SOURCES``) of one partition, anywhere: one row of ``RESULT`` for each.

    Raises UnusableEngine where the code here is not that of whoever asks: its rows might be others.
    """
    if reading_fingerprint() != fingerprint:
        raise UnusableEngine(
            f"A Spark worker ({os.uname().nodename}) reads with code {reading_fingerprint()}, this run with "
            f"{fingerprint}: install the same wheel of regesta, and the same Python, on every worker."
        )
    for batch in batches:
        readings = read_record_batch(batch, fingerprint)
        tables = (readings.facts, *readings.cached.values(), readings.claims)
        yield pa.RecordBatch.from_arrays(
            [pa.array([_to_stream(table)], pa.binary()) for table in tables], schema=RESULT
        )


def _to_stream(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    # nine times the sources' bytes without: quotes and passages tell them again and again
    with pa.ipc.new_stream(sink, table.schema, options=pa.ipc.IpcWriteOptions(compression="zstd")) as stream:
        stream.write_table(table)
    return bytes(sink.getvalue())


def from_result(result: pa.Table) -> Readings:
    """The readings in rows of ``RESULT``, joined in order."""
    parts = []
    for row in result.to_pylist():
        tables = {name: pa.ipc.open_stream(content).read_all() for name, content in row.items()}
        parts.append(Readings(tables["facts"], {name: tables[name] for name in CACHED}, tables["claims"]))
    return join_readings(parts)


@contextmanager
def open_spark(master: str, fingerprint: str) -> Iterator[Engine]:
    """Spark as an engine, started at ``master`` and stopped at the end; each ``submit`` is one job.

    Raises UnusableEngine where it cannot be started, and, from what ``submit`` gives, where Spark gives a job up: it
    tries each partition several times by itself.
    """
    check_installed()
    if master.startswith("spark://"):
        _find_cluster(master)
    session = _start(master)
    jobs = ThreadPoolExecutor(_MOST_JOBS, thread_name_prefix="regesta-spark")

    def run(parts: Sequence[pa.RecordBatch]) -> Readings:
        sources = session.createDataFrame(pa.Table.from_batches(parts))
        schema = ", ".join(f"{name} binary not null" for name in RESULT.names)
        return from_result(sources.mapInArrow(partial(read_partition, fingerprint=fingerprint), schema).toArrow())

    def submit(parts: Sequence[pa.RecordBatch]) -> Callable[[], Readings]:
        job = jobs.submit(run, parts)

        def take() -> Readings:
            try:
                return job.result()
            except Exception as error:  # whatever Spark raises: Py4J's, its own, a worker's
                raise UnusableEngine(f"Spark at {master} could not read: {_tell(error)}") from error

        return take

    try:
        yield Engine(submit, lambda: int(session.sparkContext.defaultParallelism))
    finally:
        session.stop()
        jobs.shutdown(cancel_futures=True)


def _start(master: str) -> Any:
    warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)  # none is used here
    # executors take the interpreter from the environment only
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    if master.startswith("local") or any(name in master for name in ("//127.0.0.1:", "//localhost:")):
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")  # else Spark listens on every address
    from pyspark import SparkConf, SparkContext
    from pyspark.sql import SparkSession

    try:
        SparkContext._ensure_initialized()  # Java runs: a SparkConf made earlier knows nothing of spark-defaults.conf
        conf = SparkConf().setMaster(master).setAll(list(_SETTINGS.items()))
        for name, value in _DEFAULTS.items():
            conf.setIfMissing(name, value)
        return SparkSession.builder.config(conf=conf).getOrCreate()
    except Exception as error:
        raise UnusableEngine(f"Spark cannot be started at {master}: {_tell(error)}") from error


def _find_cluster(master: str) -> None:
    """Raises UnusableEngine where no standalone master answers: Spark tries for a minute, and says so in pages."""
    for host, _, port in (address.rpartition(":") for address in master.removeprefix("spark://").split(",")):
        try:
            socket.create_connection((host.strip("[]"), int(port)), timeout=_PATIENCE_SECONDS).close()
            return
        except (OSError, ValueError):
            continue
    raise UnusableEngine(
        f"Nobody answers at {master}: start the master, or correct the setting engine; its page on the web names it."
    )


def _tell(error: Exception) -> str:
    """The line of an error of Spark that says what happened, without Java's and Python's frames."""
    lines = [line.strip() for line in str(error).splitlines()]
    said = [line for line in lines if line and not line.startswith(("at ", "File ", "SQLSTATE", "JVM stacktrace"))]
    causes = [line for line in said if line.startswith(("Caused by: ", ": "))]
    told = (causes or said or [type(error).__name__])[-1]
    before, _, words = told.removeprefix("Caused by: ").removeprefix(": ").partition(": ")
    told = words if words and " " not in before else told
    return f"{told}: install the same wheel of regesta on every worker." if "No module named" in told else told
