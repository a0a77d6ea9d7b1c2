"""What a run costs at a size, stage by stage, and what it finds of what is known: the parts the report is made of.

Composed pages of 3 kB (`corpus.py`) go through the whole of ``regesta run`` on two cores; then nothing changes, then
one page. Bounds, of 10,000 pages on: 100 documents a second end to end; a run with one page changed at most a tenth of
the full run, with none a hundredth; time and bytes with an exponent of at most 1.05; at every size 2 GiB a worker;
two workers at least 1.7 times as fast as one in the reading step. Limits: reading the bytes, splitting them into
passages, writing the same Parquet. Rival: wikitextparser alone on the pages in wikitext.

Alone: ``python -m benchmarks.scale --sizes 1000 [--json FILE]``. All of it, with a page: ``make bench``.
"""

import argparse
import json
import math
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import wikitextparser

from benchmarks.corpus_pages import compose_pages
from benchmarks.measure import Measured, Teller, measure
from benchmarks.score import score_edition, write_corpus
from pipelines.claims.read_source import read_source
from pipelines.passages import split_passages
from pipelines.sources.document import Received
from pipelines.sources.open import open_source
from warehouse.contract.tables import TABLES

SEED = 1
LARGE = 10_000
"""From so many pages on the bounds hold that a run's fixed costs would hide before."""
WORKERS_PAGES = 2000
LIMIT_PAGES = 600

LEAST_A_SECOND = 100.0
MOST_BYTES = 2 << 30
MOST_EXPONENT = 1.05
LEAST_OF_TWO_WORKERS = 1.7
MOST_OF_ONE_CHANGED = 1 / 10
MOST_OF_NONE_CHANGED = 1 / 100

Stages = dict[str, dict[str, float]]
"""By stage: ``seconds`` on the clock, and ``cpu``, the seconds of a core it took."""


def run(
    seeds: Path, home: Path, *, workers: int = 2, is_read_only: bool = False, progress: Path | None = None
) -> tuple[Measured, Stages]:
    """One run in a process of its own: what was measured, and its stages."""
    program: list[str | Path] = [sys.executable, "-m", "benchmarks.scale_run", "--seeds", seeds, "--home", home]
    program += ["--workers", str(workers), *(["--read-only"] if is_read_only else [])]
    program += ["--progress", progress] if progress else []
    made = measure(program)
    stages: Stages = {}
    for (stage, start, computed), (_, end, computed_then) in pairwise(json.loads(made.output.splitlines()[-1])):
        spent = stages.setdefault(stage, {"seconds": 0.0, "cpu": 0.0})
        spent["seconds"] += end - start
        spent["cpu"] += computed_then - computed
    return made, stages


def bytes_under(folder: Path) -> int:
    """The bytes of all files of a folder; what is linked counts where it lies."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def measure_size(teller: Teller, folder: Path, size: int) -> dict[str, Any]:
    """Compose so many pages, run, and tell what it cost and found; then with none, then with one page changed."""
    seeds, home, truth = folder / "seeds", folder / "home", folder / "truth"
    write_corpus(compose_pages(SEED, range(size)), seeds, truth)
    corpus = bytes_under(seeds)
    made, stages = run(seeds, home)
    edition = (home / "published" / "current").resolve()
    claims = pq.ParquetDataset(edition / "claims").read(["claim_id"]).num_rows
    status = pq.ParquetDataset(edition / "sources").read(["status"]).column("status").to_pylist()
    if status.count("normalized") < size:
        raise RuntimeError(f"Of {size:,} pages only {status.count('normalized'):,} could be read.")
    is_large = size >= LARGE
    rate = size / made.seconds
    teller.tell(
        f"{size:,} pages, documents a second end to end",
        f"{rate:.1f} ({made.seconds:.1f} s, {made.cpu_seconds:.1f} s computed, {corpus / 1e6:.1f} MB, "
        f"{claims / size:.1f} claims a page)",
        f"{LEAST_A_SECOND:.0f}" if is_large else "",
        rate >= LEAST_A_SECOND if is_large else None,
    )
    for stage, spent in stages.items():
        seconds = spent["seconds"]
        teller.tell(
            f"{size:,} pages, {stage.lower()}",
            f"{seconds:.1f} s ({spent['cpu']:.1f} s computed), {size / seconds:,.0f} documents, "
            f"{corpus / 1e6 / seconds:.2f} MB, {claims / seconds:,.0f} claims a second",
        )
    main, *workers = made.peaks.values()
    teller.tell(
        f"{size:,} pages, most memory of a worker",
        to_gib(max(workers, default=0)),
        to_gib(MOST_BYTES),
        max(workers, default=0) <= MOST_BYTES,
    )
    teller.tell(f"{size:,} pages, most memory of the run's own process", to_gib(main), to_gib(MOST_BYTES),
                main <= MOST_BYTES)  # fmt: skip
    found = score_edition(edition, truth)
    by_type = found.pop("by_type")
    teller.tell(f"{size:,} pages, against what is known", ", ".join(f"{k} {_to_words(v)}" for k, v in found.items()))
    kept = bytes_under(home / "log") + bytes_under(edition)
    none = run_again(seeds, home)
    share = none.seconds / made.seconds
    teller.tell(
        f"{size:,} pages, none changed",
        f"{none.seconds:.2f} s, {share:.4f} of the full run",
        f"{MOST_OF_NONE_CHANGED:.2f}" if is_large else "",
        share <= MOST_OF_NONE_CHANGED if is_large else None,
    )
    first = min(path for path in seeds.rglob("*") if path.is_file())
    first.write_text(first.read_text("utf-8").replace(" was born ", " was truly born ") + "\n", "utf-8")
    one, one_stages = run(seeds, home)
    share = one.seconds / made.seconds
    teller.tell(
        f"{size:,} pages, one changed",
        f"{one.seconds:.2f} s, {share:.3f} of the full run ("
        + ", ".join(f"{stage.lower()} {spent['seconds']:.1f}" for stage, spent in one_stages.items())
        + ")",
        f"{MOST_OF_ONE_CHANGED:.1f}" if is_large else "",
        share <= MOST_OF_ONE_CHANGED if is_large else None,
    )
    return {
        "pages": size,
        "bytes": corpus,
        "claims": claims,
        "seconds": made.seconds,
        "cpu_seconds": made.cpu_seconds,
        "stages": stages,
        "kept_bytes": kept,
        "peaks": [main, *sorted(workers, reverse=True)],
        "memory": made.thin_memory(),
        "none_seconds": none.seconds,
        "one_seconds": one.seconds,
        "one_stages": one_stages,
        "found": found,
        "by_type": by_type,
    }


def run_again(seeds: Path, home: Path) -> Measured:
    """``regesta run`` as a person runs it, for a folder in which nothing has changed."""
    made = measure([Path(sys.executable).with_name("regesta"), "run", "--seeds", seeds, "--home", home])
    if "Nothing has changed" not in made.output:
        raise RuntimeError(f"A run of unchanged seeds did work: {made.output}")
    return made


def measure_growth(teller: Teller, sizes: list[dict[str, Any]]) -> None:
    """Tell how time and bytes grow from each size to the next: the exponent between them."""
    for less, more in pairwise(sorted(sizes, key=lambda size: size["pages"])):
        if less["pages"] < 1000:
            continue  # what a run always costs is most of it
        for what, key in (("time", "seconds"), ("bytes", "kept_bytes")):
            exponent = math.log(more[key] / less[key]) / math.log(more["pages"] / less["pages"])
            teller.tell(
                f"{what} from {less['pages']:,} to {more['pages']:,} pages, exponent",
                f"{exponent:.3f}",
                f"{MOST_EXPONENT}",
                exponent <= MOST_EXPONENT,
            )


def measure_workers(teller: Teller, folder: Path) -> dict[str, float]:
    """Tell how much faster two workers are than one in the reading step, on two cores."""
    seeds = folder / "seeds"
    write_corpus(compose_pages(SEED, range(WORKERS_PAGES)), seeds, folder / "truth")
    one, two = (
        run(seeds, folder / f"home{workers}", workers=workers, is_read_only=True)[1]["Reading"] for workers in (1, 2)
    )
    ratio = one["seconds"] / two["seconds"]
    teller.tell(
        f"{WORKERS_PAGES:,} pages read, two workers beside one",
        f"{ratio:.2f} times as fast ({one['seconds']:.1f} s, {two['seconds']:.1f} s; computed {one['cpu']:.1f} s, "
        f"{two['cpu']:.1f} s)",
        f"{LEAST_OF_TWO_WORKERS}",
        ratio >= LEAST_OF_TWO_WORKERS,
    )
    return {"one": one["seconds"], "two": two["seconds"]}


def measure_limits(teller: Teller, folder: Path) -> dict[str, float]:
    """Tell what no reading can beat, on one core: reading the bytes, splitting them, writing the Parquet; and
    wikitextparser alone beside the reading of the same pages.
    """
    seeds, home = folder / "seeds", folder / "home"
    write_corpus(compose_pages(SEED, range(LIMIT_PAGES)), seeds, folder / "truth")
    run(seeds, home)
    files = sorted(path for path in seeds.rglob("*") if path.is_file())
    texts = [path.read_bytes() for path in files]
    received = [
        Received(f"s{at}", path.name, None, 1, f"{at:064}", text)
        for at, (path, text) in enumerate(zip(files, texts, strict=True))
    ]
    wikitexts = [one for one in received if one.path.endswith(".wiki")]
    edition = home / "published" / "current"
    tables = {name: pq.ParquetDataset(edition / name).read() for name in TABLES}
    megabytes = sum(map(len, texts)) / 1e6
    share = sum(len(one.content) for one in wikitexts) / 1e6

    def write_all() -> None:
        for name, table in tables.items():
            pq.write_table(table, folder / f"{name}.parquet", compression="zstd")

    rates = {
        "reading the bytes": megabytes / _best(lambda: [path.read_bytes() for path in files]),
        "splitting them into passages": megabytes / _best(lambda: [split_passages(open_source(o)) for o in received]),
        "writing the same Parquet": megabytes / _best(write_all),
        "the reading, whole": megabytes / _best(lambda: [read_source(one, "f") for one in received]),
        "the reading, wikitext": share / _best(lambda: [read_source(one, "f") for one in wikitexts]),
        "wikitextparser alone": share / _best(lambda: [_parse(one.content.decode()) for one in wikitexts]),
    }
    for what, rate in rates.items():
        teller.tell(f"on one core, {what}", f"{rate:,.2f} MB a second")
    return rates


def _parse(text: str) -> int:
    """What a program does that wants the fields, links and tables of a page, and nothing of its prose."""
    page = wikitextparser.parse(text)
    fields = [(argument.name, argument.value) for template in page.templates for argument in template.arguments]
    return len(fields) + len(page.wikilinks) + len(page.sections) + len(page.plain_text())


def _best(work: Callable[[], object], rounds: int = 3) -> float:
    """The least seconds this process computed for it, of some rounds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return max(min(times), 1e-6)


def to_gib(size: int) -> str:
    """Bytes as people read them."""
    return f"{size / 2**30:.2f} GiB"


def _to_words(value: float | int | None) -> str:
    return "-" if value is None else str(value) if isinstance(value, int) else f"{value:.3f}"


def main() -> int:
    """Measure some sizes and tell them; 1 when a bound is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000])
    parser.add_argument("--json", type=Path, help="where the figures are written, too")
    options = parser.parse_args()
    teller = Teller()
    sizes = []
    for size in options.sizes:
        folder = Path(tempfile.mkdtemp(prefix="regesta-scale-"))
        try:
            sizes.append(measure_size(teller, folder, size))
        finally:
            shutil.rmtree(folder)
    measure_growth(teller, sizes)
    if options.json:
        options.json.write_text(json.dumps({"sizes": sizes, "lines": teller.lines}, indent=1) + "\n", "utf-8")
    return 1 if teller.is_missed else 0


if __name__ == "__main__":
    sys.exit(main())
