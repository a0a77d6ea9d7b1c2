"""How long ``regesta run`` takes on fresh seeds, beside an empty Dagster job with Great Expectations imported.

Both are whole processes on the same machine, in turn; what counts is the ratio of the medians. Bound: 2.5.
Also: how long a run takes that finds nothing changed. Bound: 2 seconds.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
BOUND = 2.5
NOTHING_CHANGED_BOUND = 2.0

RIVAL = """
import sys
sys.modules["pyspark"] = None  # where it is installed, Great Expectations loads its tests, which end the process
import dagster as dg
import great_expectations

@dg.op
def nothing():
    pass

@dg.job(executor_def=dg.in_process_executor)
def empty():
    nothing()

with dg.DagsterInstance.from_config(sys.argv[1]) as instance:
    assert empty.execute_in_process(instance=instance).success
print("run")
"""


def seconds(arguments: list[str]) -> float:
    """Wall seconds of one process; raises when it fails, or ends without a word."""
    start = time.perf_counter()
    made = subprocess.run(arguments, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    taken = time.perf_counter() - start
    if not made.stdout:
        raise RuntimeError(f"{arguments[0]} ended before its work was done.")
    return taken


def run_once(home: Path) -> float:
    """One ``regesta run`` on the project's seeds into that home."""
    program = str(Path(sys.executable).with_name("regesta"))
    return seconds([program, "run", "--seeds", str(ROOT / "seeds"), "--home", str(home)])


def main() -> int:
    """Print medians and ratio; 1 when a bound is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    ours, rivals, again = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(rounds + 1):  # the first turn warms the disk cache and is not counted
            home, instance = Path(folder) / f"home{turn}", Path(folder) / f"dagster{turn}"
            instance.mkdir()
            (instance / "dagster.yaml").write_text("telemetry: {enabled: false}\n")
            rival = seconds([sys.executable, "-c", RIVAL, str(instance)])
            our = run_once(home)
            unchanged = run_once(home)
            shutil.rmtree(home)
            if turn:
                rivals.append(rival)
                ours.append(our)
                again.append(unchanged)
    ratio = statistics.median(ours) / statistics.median(rivals)
    unchanged = statistics.median(again)
    print(f"empty Dagster job with Great Expectations: median {statistics.median(rivals):.2f} s of {rounds}")
    print(f"regesta run on fresh seeds:                median {statistics.median(ours):.2f} s of {rounds}")
    print(f"ratio {ratio:.2f} (bound {BOUND})")
    print(f"regesta run with nothing changed:          median {unchanged:.2f} s (bound {NOTHING_CHANGED_BOUND} s)")
    return 0 if ratio <= BOUND and unchanged <= NOTHING_CHANGED_BOUND else 1


if __name__ == "__main__":
    sys.exit(main())
