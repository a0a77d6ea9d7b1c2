"""The Dagster daemon left running on a folder while files arrive, change, move, go, and one is broken.

usage: daemon.py [--port N] [--patience SECONDS]

Starts ``regesta ui`` on a copy of the seeds, as a person would, and touches the folder. For each change it tells how
long it took from the file's arrival to its claims in the marts, and what the run recorded. Then a run is killed in
the middle, and the folder touched again. Exit code 1 where anything expected does not come.
"""

import argparse
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb

from warehouse.log import open_log
from warehouse.log.verify import verify_home

ROOT = Path(__file__).parents[2]
LIFE = "= {name} =\n\n- Born: 3 May 1901\n- Died: 7 June {died}\n\n== Life ==\n\n{name} was a painter from Bergen.\n"
RUNS = "{ runsOrError(filter: {%s}) { ... on Runs { results { runId status } } } }"
EVENTS = '{ logsForRun(runId: "%s") { ... on EventConnection { events { ... on MessageEvent { message } } } } }'


class Daemon:
    """The UI with its daemon, started on a seed folder and a home, stopped with everything it started."""

    def __init__(self, folder: Path, port: int) -> None:
        self.seeds = Path(shutil.copytree(ROOT / "seeds", folder / "seeds"))
        self.home = folder / "home"
        self.port = port
        self.log = (folder / "daemon.log").open("wb")
        program = "from regesta.cli import main; main()"
        arguments = ["ui", "--seeds", str(self.seeds), "--home", str(self.home), "--port", str(port)]
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, *arguments],
            cwd=ROOT,
            stdout=self.log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def ask(self, query: str) -> dict[str, Any]:
        """The answer of the UI's GraphQL."""
        body = json.dumps({"query": query}).encode()
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/graphql", body, {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=20) as answer:
            return dict(json.load(answer)["data"])

    def runs(self, which: str = "") -> list[dict[str, Any]]:
        """Runs, newest first."""
        return list(self.ask(RUNS % which)["runsOrError"]["results"])

    def find_process(self) -> int:
        """The process of the run under way, as its log tells; 0 where none is."""
        for run in self.runs("statuses: [STARTED]"):
            for event in self.ask(EVENTS % run["runId"])["logsForRun"]["events"]:
                found = re.search(r"Executing steps in process \(pid: (\d+)\)", event.get("message", ""))
                if found:
                    return int(found[1])
        return 0

    def sources(self) -> dict[str, tuple[str, int]]:
        """Status and number of claims of each source of the edition in force, by path."""
        marts = self.home / "published" / "current" / "marts.duckdb"
        if not marts.exists():
            return {}
        with duckdb.connect() as con:
            con.execute(f"attach '{marts.resolve()}' as regesta (read_only)")
            rows = con.execute(
                "select path, status, count(claim_id) from regesta.sources left join regesta.claims using (source_id) "
                "group by all"
            ).fetchall()
        return {path: (status, claims) for path, status, claims in rows}

    def stop(self) -> None:
        """Stop the UI, the daemon and their code servers."""
        os.killpg(self.process.pid, signal.SIGINT)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.log.close()


def wait(what: str, is_so: Callable[[], bool], patience: float) -> float:
    """Seconds until something is so; ends the campaign where it does not come."""
    start = time.monotonic()
    while time.monotonic() - start < patience:
        try:
            if is_so():
                return time.monotonic() - start
        except (urllib.error.URLError, OSError, KeyError, duckdb.Error):
            pass  # not up yet, or between two editions
        time.sleep(0.5)
    sys.exit(f"{what}: nothing within {patience:g} s")


def tell(daemon: Daemon, what: str, seconds: float) -> None:
    """One line: what was done, how long until it was seen, what the log says of it."""
    said = [made.cause for made in open_log(daemon.home / "log").transactions() if made.kind != "validation"][-2:]
    print(
        f"{what}: in the marts after {seconds:.0f} s ({len(daemon.runs())} runs so far). {' '.join(said)}", flush=True
    )


def play(daemon: Daemon, patience: float) -> None:
    """Touch the folder in every way, and wait for each to be seen."""
    seconds = wait("the UI", lambda: bool(daemon.ask("{ version }")), patience)
    print(f"the UI answers after {seconds:.0f} s", flush=True)
    seconds = wait("the first run", lambda: len(daemon.sources()) == 3, patience)
    tell(daemon, "three seeds", seconds)
    first = daemon.seeds / "letters" / "berg.txt"
    first.parent.mkdir()
    runs = len(daemon.runs())
    for number in range(5):  # a burst: one run for all
        (first.parent / f"berg{number or ''}.txt").write_text(
            LIFE.format(name=f"Anna Berg {number}", died=1960 + number)
        )
        time.sleep(1)
    seconds = wait("a burst of five files", lambda: daemon.sources()["letters/berg4.txt"][1] > 0, patience)
    tell(daemon, f"a burst of five files ({len(daemon.runs()) - runs} run)", seconds)
    first.write_text(LIFE.format(name="Anna Berg", died=1970))
    (first.parent / "broken.txt").write_bytes(bytes(range(256)) * 20)
    seconds = wait("a broken file", lambda: daemon.sources()["letters/broken.txt"][0] == "quarantined", patience)
    tell(daemon, "one changed, one broken", seconds)
    first.rename(daemon.seeds / "moved.txt")
    seconds = wait("a move", lambda: daemon.sources()["moved.txt"][1] > 0, patience)
    tell(daemon, "one moved", seconds)
    (daemon.seeds / "moved.txt").unlink()
    seconds = wait("a withdrawal", lambda: daemon.sources()["moved.txt"][0] == "withdrawn", patience)
    tell(daemon, "one taken away", seconds)


def kill(daemon: Daemon, patience: float) -> None:
    """Kill a run in the middle, and see that it is taken up again and ends well."""
    wait("the last run", lambda: not daemon.find_process(), patience)  # the marts switch before a run ends
    (daemon.seeds / "late.txt").write_text(LIFE.format(name="Karl Moe", died=1951))
    wait("a run to kill", lambda: bool(daemon.find_process()), patience)
    process = daemon.find_process()
    time.sleep(2)
    os.kill(process, signal.SIGKILL)
    seconds = wait("the killed run to be marked", lambda: daemon.runs()[0]["status"] != "STARTED", patience)
    print(f"a run killed in the middle: noticed after {seconds:.0f} s", flush=True)
    seconds = wait("its retry", lambda: daemon.sources()["late.txt"][1] > 0, patience)
    tell(daemon, "its retry", seconds)
    fixity = verify_home(open_log(daemon.home / "log"), (daemon.home / "published" / "current").resolve())
    if fixity.damages:
        sys.exit(f"damaged: {fixity.damages[0]}")
    print(fixity.told, flush=True)


def main() -> None:
    """Run the campaign."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=3917)
    parser.add_argument("--patience", type=float, default=240)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        daemon = Daemon(Path(folder), options.port)
        try:
            play(daemon, options.patience)
            kill(daemon, options.patience)
            print("runs: " + ", ".join(run["status"] for run in reversed(daemon.runs())), flush=True)
        finally:
            daemon.stop()


if __name__ == "__main__":
    main()
