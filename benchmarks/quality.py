"""What judging costs: every suite over an edition of composed claims, and the quality step's share of a run on seeds.

The edition is that of the project's seeds, copied until it holds as many claims as asked for: every copy has keys, and
texts, of its own. Bounds: all suites over 5,000,000 claims within 120 seconds and 3 GiB on two threads; on the seeds at
most half of a run. ``--claims N`` or ``FULL=1`` (5,000,000); otherwise 500,000.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb
import pyarrow as pa

from warehouse.contract.tables import TABLES
from warehouse.contract.types import Table
from warehouse.log import open_log
from warehouse.marts.build import build_marts
from warehouse.publish import write_table

ROOT = Path(__file__).parents[1]
SHARED = {"transactions", "quality_results", "rulings", "quarantine", "replaced_ids"}
"""The tables of which one copy is enough."""

WORDS = {
    "claims": {"object_text", "place_text", "date_text", "figure_text", "attributed_to_text", "quote"},
    "passages": {"text"},
    "claim_parts": {"text"},
    "citations": {"title", "snippet"},
}
"""The columns of words of the source: every copy spells them in an alphabet of its own, so that no two are alike."""
NAMES = {"entities": {"label"}, "entity_aliases": {"name"}}
"""Names are spelt in one of 64 alphabets, so that many persons share a surname, and carry the copy's number."""
SMALL = "abcdefghijklmnopqrstuvwxyz" + "абвгдежзийклмнопрстуфхцчшщъыьэюя"


def publish_seeds(home: Path) -> tuple[Path, float, float]:
    """A fresh run on the seeds: its edition, and the seconds of the run and of its quality step."""
    program = [sys.executable, "-c", "from regesta.cli import main; main()", "run"]
    start = time.perf_counter()
    subprocess.run([*program, "--seeds", str(ROOT / "seeds"), "--home", str(home)], check=True, capture_output=True)
    whole = time.perf_counter() - start
    import dagster as dg

    with dg.DagsterInstance.from_config(str(home / "dagster")) as instance:
        (run,) = instance.get_runs(limit=1)
        steps = {step.step_key: step for step in instance.get_run_step_stats(run.run_id)}
    quality = steps["quality"]
    assert quality.start_time is not None and quality.end_time is not None
    return (home / "published" / "current").resolve(), whole, quality.end_time - quality.start_time


def _rename(key: str) -> str:
    """A copy's key: as far from all others as the digests that keys are made of."""
    digest = f"split_part({key}, '.', 1)"
    ours = f"md5({digest} || '-' || copy)[:length({digest}) - 1]"
    return f"left({key}, 1) || {ours} || {key}[length({digest}) + 1:] as {key}"


def _copied(table: Table) -> str:
    """The columns of one copy: its keys, and what refers to them, its words and its names are its own."""
    keys = {column.name for column in table.columns if column.refers_to or column.name in table.key}
    made = []
    for column in table.columns:
        is_text = column.kind.value == "text"
        if column.name in NAMES.get(table.name, ()):
            made.append(f"translate({column.name}, '{SMALL}', names) || ' ' || copy as {column.name}")
        elif column.name in keys and is_text and not column.name.endswith("tx"):
            made.append(_rename(column.name))
        elif column.name in ("path", "source_path") and is_text:
            made.append(f"'copy' || copy || '/' || {column.name} as {column.name}")
        elif column.name in WORDS.get(table.name, ()):
            made.append(f"translate({column.name}, '{SMALL}', alphabet) as {column.name}")
        else:
            made.append(column.name)
    return ", ".join(made)


def _shuffle(seed: int) -> str:
    """An alphabet: small letters change places within their script, so that lengths stay."""
    chance = random.Random(seed)
    return "".join("".join(chance.sample(script, len(script))) for script in (SMALL[:26], SMALL[26:]))


def name_in_copy(name: str, copy: int) -> str:
    """How a name of the seeds is written in one copy."""
    return f"{name.translate(str.maketrans(SMALL, _shuffle(copy % 64)))} {copy}"


def compose(edition: Path, staging: Path, claims: int) -> int:
    """An edition of at least so many claims under ``staging``; returns how many it has."""
    with duckdb.connect() as con:
        con.execute("set threads = 2; set memory_limit = '4GB'; set preserve_insertion_order = false")
        con.execute(f"set temp_directory = '{staging.parent / 'spill'}'")
        for name in TABLES:
            con.read_parquet(str(edition / name / "*.parquet")).create_view(f"one_{name}")
        ((seed,),) = con.execute("select count(*) from one_claims").fetchall()
        copies = -(-claims // seed)
        alphabets = {"alphabet": [_shuffle(64 + copy) for copy in range(copies)]}
        alphabets["names"] = [_shuffle(copy % 64) for copy in range(copies)]
        con.from_arrow(pa.table({"copy": range(copies), **alphabets})).create_view("copies")
        for name, table in TABLES.items():
            relation = f"one_{name}"
            if name not in SHARED:
                relation = f"(select {_copied(table)} from one_{name}, copies)"
            write_table(con, table, relation, staging)
    return int(seed * copies)


def judge(staging: Path) -> tuple[float, int, list[str]]:
    """Seconds, laws judged, and the errors found (there must be none)."""
    from expectations.run import validate
    from pipelines.stages.quarantine import bound_edtf

    with duckdb.connect() as con:
        con.read_parquet(str(staging / "claims" / "*.parquet")).create_view("claims")
        bounds: pa.Table = bound_edtf(con, "claims")
    start = time.perf_counter()
    findings = validate(staging, bounds)
    seconds = time.perf_counter() - start
    errors = [found.law.check_id for found in findings if not found.success and found.law.severity == "error"]
    return seconds, len(findings), errors


def find_peak() -> int:
    """The most memory this program has held, in bytes: ``getrusage`` would count what its parent held, too."""
    status = Path("/proc/self/status").read_text("ascii")
    (line,) = [line for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(line.split()[1]) * 1024


def main() -> int:
    """Print each figure with its bound; 1 when one is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=5_000_000 if os.environ.get("FULL") == "1" else 500_000)
    parser.add_argument("--judge", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.judge:
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
        seconds, laws, errors = judge(options.judge)
        print(seconds, laws, find_peak(), *errors)
        return 0
    missed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        edition, whole, quality = publish_seeds(folder / "home")
        missed += quality > whole / 2
        print(
            f"a run on fresh seeds {whole:.1f} s, its quality step {quality:.1f} s: {quality / whole:.0%} (bound 50 %)"
        )
        staging = folder / "staging"
        claims = compose(edition, staging, options.claims)
        start = time.perf_counter()
        build_marts(staging, open_log(folder / "no log"))
        print(f"composed {claims:,} claims; all marts of them built in {time.perf_counter() - start:.1f} s")
        told = subprocess.run(
            [sys.executable, __file__, "--judge", str(staging)], check=True, capture_output=True, text=True
        ).stdout.split()
        seconds, peak = float(told[0]), float(told[2])
        missed += seconds > 120 * claims / 5_000_000 * (1 if claims >= 5_000_000 else 2) or peak > 3 * 2**30
        print(
            f"{told[1]} laws over {claims:,} claims on two cores: {seconds:.1f} s, peak {peak / 2**30:.2f} GiB "
            "(bounds at 5,000,000: 120 s, 3 GiB)"
        )
        if told[3:]:
            print("errors:", *told[3:])
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
