"""The engine spark on a real standalone cluster: a master and two workers on this machine, whole ``regesta run``s.

usage: spark_cluster.py [--pages N] [--kill-pages N] [--timed-pages N]

The seeds, and composed pages, are published once by the engine local and once on the cluster: every published table
that does not tell of the run itself must be the same to the byte. Then a worker is killed in mid-run: its own
partitions are read again and no others, as Spark's own record of its tasks shows, and the edition is the same. Last,
the reading alone is timed. Exit code 1 where any of this does not hold. All listens on 127.0.0.1 and is stopped.
"""

import argparse
import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pipelines.claims.fingerprint import reading_fingerprint
from pipelines.sources.document import Received
from pipelines.stages.engine import SMALL_BYTES, read_batches
from pipelines.stages.reading_batch import to_record_batches
from pipelines.stages.spark import open_spark
from warehouse.publish import read_standing

ROOT = Path(__file__).parents[2]
OF_THE_RUN = ("transactions", "quality_results")
"""Tables that tell of the run: its id, its times."""


def find_port() -> int:
    """A port of the loopback nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def ask(address: str) -> Any:
    """The JSON at an address of this machine."""
    with urllib.request.urlopen(f"http://127.0.0.1:{address}", timeout=5) as answer:
        return json.load(answer)


def wait_for(what: str, holds: Callable[[], Any], patience: float = 120) -> Any:
    """What ``holds`` gives once it is true; ends the campaign where it never is."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        try:
            if found := holds():
                return found
        except (urllib.error.URLError, ConnectionError, TimeoutError, ValueError):
            pass  # it is still starting
        time.sleep(0.05)
    sys.exit(f"no {what} within {patience:.0f} s")


class Cluster:
    """A standalone master and workers of one core each, in process groups of their own."""

    def __init__(self, folder: Path, workers: int) -> None:
        import pyspark

        self._program = str(Path(pyspark.__file__).parent / "bin" / "spark-class")
        self._folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        port, self._page = find_port(), find_port()
        self.master = f"spark://127.0.0.1:{port}"
        ports = ["--port", str(port), "--webui-port", str(self._page)]
        self._start("org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", *ports)
        wait_for("master", lambda: ask(f"{self._page}/json/")["status"] == "ALIVE")
        self.workers = [
            self._start(
                "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "--webui-port", str(find_port()),
                "--cores", "1", "--memory", "2g", "--work-dir", str(folder / f"work{number}"), self.master,
            )
            for number in range(workers)
        ]  # fmt: skip
        wait_for("workers", lambda: ask(f"{self._page}/json/")["aliveworkers"] == workers)

    def _start(self, *arguments: str) -> subprocess.Popen[bytes]:
        with (self._folder / f"cluster{len(self._processes)}.log").open("wb") as log:
            process = subprocess.Popen(
                [self._program, *arguments],
                env=os.environ | {"SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable},
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._processes.append(process)
        return process

    def stop(self) -> None:
        """Stop what was started, executors included."""
        for process in reversed(self._processes):
            kill(process)


def kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a process of the cluster and what it started, as a machine that goes dark would."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@contextmanager
def open_cluster(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """A cluster that is stopped whatever happens."""
    folder.mkdir()
    cluster = Cluster(folder, workers)
    try:
        yield cluster
    finally:
        cluster.stop()


def compose(folder: Path, pages: int) -> Path:
    """A folder of composed pages that have lain there for a while."""
    program = [sys.executable, "-m", "benchmarks.corpus_pages", str(folder), "--pages", str(pages), "--seed", "5"]
    subprocess.run(program, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    for page in folder.rglob("*"):
        os.utime(page, (1_700_000_000, 1_700_000_000))
    return folder


def start_run(
    seeds: Path, home: Path, *options: str, settings: dict[str, str] | None = None
) -> subprocess.Popen[bytes]:
    """Start ``regesta run``; ``settings`` are what spark-defaults.conf says."""
    home.mkdir()
    lines = [f"{name} {value}\n" for name, value in (settings or {}).items()]
    (home / "spark-defaults.conf").write_text("".join(lines))
    program = [sys.executable, "-c", "from regesta.cli import main; main()", "run", "--seeds", str(seeds)]
    with (home / "told.log").open("wb") as told:
        return subprocess.Popen(
            [*program, "--home", str(home / "home"), *options],
            cwd=ROOT,
            env=os.environ | {"SPARK_CONF_DIR": str(home)},
            stdout=told,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def finish(process: subprocess.Popen[bytes], home: Path) -> dict[str, str]:
    """Wait for a run; the digest of every published file that does not tell of the run. Stops where it failed."""
    try:
        process.wait()
    except BaseException:  # the campaign was interrupted
        kill(process)
        raise
    if process.returncode:
        sys.exit(f"a run ended with {process.returncode}: {(home / 'told.log').read_text()[-3000:]}")
    standing = read_standing(home / "home")
    assert standing is not None, "no edition in force"
    edition = standing[0]
    return {
        str(file.relative_to(edition)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(edition.rglob("*.parquet"))
        if file.relative_to(edition).parts[0] not in OF_THE_RUN
    }


def compare(what: str, seeds: Path, folder: Path, *options: str) -> dict[str, str]:
    """Publish on both engines, the cluster named in ``options``; the files both published."""
    folder.mkdir()
    local = finish(start_run(seeds, folder / "local", "--engine", "local"), folder / "local")
    spark = finish(start_run(seeds, folder / "spark", *options), folder / "spark")
    check_same(what, local, spark)
    return local


def check_same(what: str, local: dict[str, str], spark: dict[str, str]) -> None:
    """Ends the campaign where two editions differ."""
    assert "claims/part-0.parquet" in local or any(name.startswith("claims/") for name in local), sorted(local)
    different = sorted(name for name in local.keys() | spark.keys() if local.get(name) != spark.get(name))
    if different:
        sys.exit(f"{what}: not the same on Spark: {', '.join(different)}")
    print(f"{what}: {len(local)} published files of local and of Spark are the same to the byte", flush=True)


def read_tasks(events: Path) -> tuple[Counter[tuple[int, int]], Counter[tuple[int, int]], set[str]]:
    """How often each partition (stage and index) was read, how often it was lost, and who read, from Spark's record."""
    read: Counter[tuple[int, int]] = Counter()
    lost: Counter[tuple[int, int]] = Counter()
    readers: set[str] = set()
    (record,) = [file for file in events.iterdir() if file.is_file()]
    for line in record.read_text("utf-8").splitlines():
        event = json.loads(line)
        if event["Event"] == "SparkListenerTaskEnd":
            partition = (event["Stage ID"], event["Task Info"]["Index"])
            if event["Task End Reason"]["Reason"] == "Success":
                read[partition] += 1
                readers.add(event["Task Info"]["Executor ID"])
            else:
                lost[partition] += 1
    return read, lost, readers


def kill_a_worker(seeds: Path, pages: int, folder: Path, cluster: Cluster) -> None:
    """Kill one of two workers once a quarter is read; what it had read is not read again."""
    folder.mkdir()
    options = ("--batch-sources", "250")
    local = finish(start_run(seeds, folder / "local", "--engine", "local", *options), folder / "local")
    page, events = find_port(), folder / "events"
    events.mkdir()
    settings = {
        "spark.ui.enabled": "true",
        "spark.ui.port": str(page),
        "spark.eventLog.enabled": "true",
        "spark.eventLog.dir": events.as_uri(),
        "spark.eventLog.rolling.enabled": "false",
        "spark.eventLog.compress": "false",
    }
    process = start_run(seeds, folder / "spark", "--engine", cluster.master, *options, settings=settings)
    wanted = pages // 50 // 4

    def count_read() -> bool:
        assert process.poll() is None, "the run ended before a worker was killed"
        (application,) = ask(f"{page}/api/v1/applications")
        stages = ask(f"{page}/api/v1/applications/{application['id']}/stages")
        return sum(stage["numCompleteTasks"] for stage in stages) >= wanted

    try:
        wait_for(f"{wanted} partitions read", count_read)
    except BaseException:
        kill(process)
        raise
    kill(cluster.workers[0])
    check_same(f"a worker killed among {pages} pages", local, finish(process, folder / "spark"))
    read, lost, readers = read_tasks(events)
    assert len(readers) == 2, f"only {readers} read: nothing was shown"
    assert set(read.values()) == {1}, f"read more than once: {[key for key, times in read.items() if times > 1]}"
    assert 1 <= sum(lost.values()) <= 2, f"one core was lost, and with it {dict(lost)}"
    print(
        f"{len(read)} partitions, each read once; {sum(lost.values())} lost with the worker and read by the other: "
        f"{len(read) + sum(lost.values())} tasks in all",
        flush=True,
    )


def load(folder: Path) -> list[Received]:
    """The pages of a folder as the log would hand them over."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    contents = [(str(path.relative_to(folder)), path.read_bytes()) for path in files]
    return [
        Received(f"s{number:012d}", path, None, 1, hashlib.sha256(content).hexdigest(), content)
        for number, (path, content) in enumerate(contents)
    ]


def time_reading(sources: list[Received], cluster: Cluster) -> None:
    """Documents a second of the reading alone: two workers of Spark, then two processes of the engine local."""
    fingerprint = reading_fingerprint()
    batches = [sources[start : start + 1000] for start in range(0, len(sources), 1000)]
    start = time.perf_counter()
    with open_spark(cluster.master, fingerprint) as opened:
        session = time.perf_counter() - start
        wait_for("executors", lambda: opened.count_cores() == 2)
        opened.submit(list(to_record_batches(sources[:200])))()
        first = time.perf_counter() - start
        start = time.perf_counter()
        under_way = [opened.submit(list(to_record_batches(batch))) for batch in batches]
        spark = [take() for take in under_way]
        spark_seconds = time.perf_counter() - start
    byte_count = sum(len(source.content) for source in sources)
    start = time.perf_counter()
    local = list(read_batches(iter(batches), fingerprint, workers=2, byte_count=max(byte_count, SMALL_BYTES)))
    local_seconds = time.perf_counter() - start
    for ours, theirs in zip(local, spark, strict=True):
        assert ours.claims.equals(theirs.claims), "not the same claims"
    count = len(sources)
    print(f"Spark's session {session:.1f} s; until both workers have read their first pages {first:.1f} s")
    print(f"{count:,} pages, {byte_count / 1e6:.1f} MB, reading alone; load of the machine {os.getloadavg()[0]:.0f}:")
    for name, seconds in (("spark, two workers, once started", spark_seconds),
                          ("local, two processes, their start included", local_seconds)):  # fmt: skip
        print(f"{name:42} {seconds:6.1f} s, {count / seconds:4.0f} documents a second")


def main() -> None:
    """Run the campaign."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--kill-pages", type=int, default=1000)
    parser.add_argument("--timed-pages", type=int, default=4000)
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # with all it started
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = compose(folder / "pages", options.pages)
        with open_cluster(folder / "cluster") as cluster:
            compare("the seeds", ROOT / "seeds", folder / "seeds", "--engine", cluster.master)
            compare(f"{options.pages} composed pages", pages, folder / "composed", "--engine", cluster.master)
            more = compose(folder / "more", options.kill_pages)
            kill_a_worker(more, options.kill_pages, folder / "killed", cluster)
        if options.timed_pages:
            timed = load(compose(folder / "timed", options.timed_pages))
            with open_cluster(folder / "timed-cluster") as cluster:
                time_reading(timed, cluster)


if __name__ == "__main__":
    main()
