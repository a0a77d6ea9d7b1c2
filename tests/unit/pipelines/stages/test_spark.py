"""What Spark's workers run, without Spark: record batches in, the same tables out; what is told where it cannot be."""

import socket

import pyarrow as pa
import pytest
from unit.pipelines.stages.test_engine import BATCHES

from pipelines.claims.fingerprint import reading_fingerprint
from pipelines.stages import spark
from pipelines.stages.reading_batch import BATCH_SOURCES, join_readings, read_record_batch, to_record_batches
from warehouse.errors import UnusableEngine


def test_a_partition_gives_the_tables_of_its_record_batches_to_the_byte():
    fingerprint = reading_fingerprint()
    parts = list(to_record_batches(BATCHES[0]))
    assert [part.num_rows for part in parts] == [BATCH_SOURCES, 10]
    rows = pa.Table.from_batches(list(spark.read_partition(iter(parts), fingerprint)))
    assert rows.schema == spark.RESULT
    assert rows.num_rows == 2
    made = spark.from_result(rows)
    expected = join_readings([read_record_batch(part, fingerprint) for part in parts])
    assert made.facts.schema.equals(expected.facts.schema, check_metadata=True)
    assert made.facts.equals(expected.facts)
    assert made.claims.num_rows > 100
    assert made.claims.equals(expected.claims)
    assert made.claims.schema.equals(expected.claims.schema, check_metadata=True)
    assert made.cached == expected.cached


def test_a_worker_with_other_code_reads_nothing():
    parts = to_record_batches(BATCHES[0])
    with pytest.raises(UnusableEngine, match="install the same wheel of regesta") as raised:
        list(spark.read_partition(parts, "another"))
    assert "\n" not in str(raised.value)


def test_what_is_missing_is_told_before_anything_starts(monkeypatch, tmp_path):
    monkeypatch.setattr(spark.importlib.util, "find_spec", lambda _: None)
    with pytest.raises(UnusableEngine, match=r"needs pyspark.*pip install .*regesta\[spark\]"):
        spark.check_installed()
    monkeypatch.setattr(spark.importlib.util, "find_spec", lambda name: name)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(UnusableEngine, match="needs Java, and no program java is found: install Java 17"):
        spark.check_installed()
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(UnusableEngine, match=f"JAVA_HOME names {tmp_path}, which holds none"):
        spark.check_installed()


@pytest.mark.parametrize(
    "master", ["spark://127.0.0.1:{closed}", "spark://127.0.0.1", "spark://127.0.0.1:a,127.0.0.1:b"]
)
def test_a_cluster_that_does_not_answer_is_told_at_once(master):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # bound, and nobody listens
        named = master.format(closed=closed.getsockname()[1])
        with pytest.raises(UnusableEngine, match=f"Nobody answers at {named}: start the master"):
            spark._find_cluster(named)


def test_one_of_several_masters_is_enough():
    with socket.create_server(("127.0.0.1", 0)) as server:
        spark._find_cluster(f"spark://127.0.0.1:1,127.0.0.1:{server.getsockname()[1]}")


@pytest.mark.parametrize(
    ("raised", "told"),
    [
        (
            "An error occurred while calling None.org.apache.spark.api.java.JavaSparkContext.\n"
            ": org.apache.spark.SparkException: Could not parse Master URL: 'bogus://x'\n"
            "\tat org.apache.spark.SparkContext$.org$apache$spark(SparkContext.scala:3391)\n",
            "Could not parse Master URL: 'bogus://x'",
        ),
        (
            "An exception was thrown from the Python worker:\nTraceback (most recent call last):\n"
            '  File "/x/spark.py", line 23, in read_partition\n    raise UnusableEngine(told)\n'
            "warehouse.errors.UnusableEngine: A Spark worker (a) reads with code 1, this run with 2: install it.\n",
            "A Spark worker (a) reads with code 1, this run with 2: install it.",
        ),
        (
            "An exception was thrown from the Python worker:\nModuleNotFoundError: No module named 'pipelines'",
            "No module named 'pipelines': install the same wheel of regesta on every worker.",
        ),
        ("", "Exception"),
    ],
)
def test_what_spark_says_becomes_one_sentence(raised, told):
    assert spark._tell(Exception(raised)) == told
