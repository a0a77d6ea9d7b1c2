"""All benchmarks, one part after the other, and the page that tells them: ``make bench``, ``make bench FULL=1``.

Each part is kept under ``build/benchmarks`` as soon as it is measured, and the page is written anew. Called again, what
was measured by this code on this machine stands, and the rest goes on, wherever the last call was cut off; ``--fresh``
measures all again. 1 where a bound is missed or a part failed.
"""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.measure import Teller, describe_machine
from benchmarks.million import measure_million
from benchmarks.page import PAGE, write_page
from benchmarks.scale import measure_limits, measure_size, measure_workers
from pipelines.claims.fingerprint import reading_fingerprint
from pipelines.stages.fingerprint import projection_fingerprint

HERE = Path(__file__).parent
KEPT = HERE.parent / "build" / "benchmarks"
PROGRAMS = ("dates", "claims", "log", "run", "identity", "contradictions", "quality", "marts")
SIZES = (300, 1000, 3000)
FULL_SIZES = (1000, 10_000, 100_000)
MILLION = 1_000_000
STANDS_LONGER = frozenset(["million", f"size {FULL_SIZES[-1]}"])
"""Parts of twenty minutes to hours: the page goes on telling them when the code is another, and says of which."""
MOST_SECONDS = 1800
"""A program of its own that takes longer is given up."""

Part = Callable[[Teller, Path], Any]


def list_parts(*, is_full: bool) -> dict[str, Part]:
    """The parts by name, the longest last."""
    parts: dict[str, Part] = {"limits": measure_limits, "workers": measure_workers}
    parts |= {name: _program(name, is_full=is_full) for name in PROGRAMS}
    parts |= {f"size {size}": _size(size) for size in (FULL_SIZES if is_full else SIZES)}
    if is_full:
        parts["million"] = lambda teller, folder: measure_million(teller, folder, MILLION)
    return parts


def _size(size: int) -> Part:
    return lambda teller, folder: measure_size(teller, folder, size)


def _program(name: str, *, is_full: bool) -> Part:
    def measure(teller: Teller, _: Path) -> dict[str, str]:
        program = [sys.executable, str(HERE / f"{name}.py")]
        lent = os.environ | {"FULL": "1" if is_full else "0"}
        made = subprocess.run(program, capture_output=True, text=True, env=lent, timeout=MOST_SECONDS, check=False)
        if made.returncode not in (0, 1) or "Traceback" in made.stderr:
            raise RuntimeError(made.stderr.strip().splitlines()[-1] if made.stderr else f"It ended with {made}")
        print(made.stdout, flush=True)
        teller.tell(f"benchmarks/{name}.py", "all bounds held" if not made.returncode else "a bound is missed",
                    "its own", made.returncode == 0)  # fmt: skip
        return {"output": made.stdout}

    return measure


def identify() -> dict[str, Any]:
    """What figures are of: the code that reads and projects, the machine, the versions."""
    return {
        "reading": reading_fingerprint(),
        "projection": projection_fingerprint(),
        "machine": describe_machine(),
    }


def load(kept: Path) -> dict[str, dict[str, Any]]:
    """The parts that were measured, by name."""
    found = (json.loads(file.read_text("utf-8")) for file in sorted(kept.glob("*.json")))
    return {part["part"]: part for part in found}


def measure_part(name: str, part: Part, kept: Path, of: dict[str, Any]) -> bool:
    """Measure a part and keep it; whether every bound held. A part that fails is told and not kept."""
    print(f"== {name}", flush=True)
    teller, begun = Teller(), time.perf_counter()
    folder = kept / "work" / f"{name.replace(' ', '-')}-{of['reading']}"
    for other in (kept / "work").glob("*"):
        if other.name != f"million-{of['reading']}":  # the one part that goes on in its middle, read by the same code
            shutil.rmtree(other)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        data = part(teller, folder)
    except (subprocess.SubprocessError, RuntimeError, OSError) as error:
        told = getattr(error, "output", None) or ""
        print(f"{name} could not be measured: {error}\n{told}", flush=True)
        return False
    shutil.rmtree(folder)
    measured = {
        "part": name,
        "day": datetime.now(UTC).date().isoformat(),
        "seconds": time.perf_counter() - begun,
        "of": of,
        "lines": teller.lines,
        "data": data,
    }
    file = kept / f"{name.replace(' ', '-')}.json"
    draft = file.with_suffix(".part")
    draft.write_text(json.dumps(measured) + "\n", "utf-8")
    draft.replace(file)
    return not teller.is_missed


def main() -> int:
    """Measure what is not measured yet, and write the page after each part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", action="store_true", help="at full size: two to three hours")
    parser.add_argument("--fresh", action="store_true", help="measure again what was measured before")
    parser.add_argument("--only", nargs="+", metavar="PART", help="these parts only, for instance: limits 'size 1000'")
    parser.add_argument("--kept", type=Path, default=KEPT, help="where parts are kept")
    parser.add_argument("--page", type=Path, default=PAGE, help="the page that is written")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(2))
    options.kept.mkdir(parents=True, exist_ok=True)
    of = identify()
    all_held = True
    parts = list_parts(is_full=options.full)
    for name, part in parts.items():
        if options.only and name not in options.only:
            continue
        standing = load(options.kept).get(name)
        if standing is None or standing["of"] != of or options.fresh:
            all_held &= measure_part(name, part, options.kept, of)
        else:
            print(f"== {name}: measured on {standing['day']} by this code on this machine", flush=True)
            all_held &= all(holds is not False for *_, holds in standing["lines"])
        current = {name: made for name, made in load(options.kept).items() if made["of"] == of or name in STANDS_LONGER}
        write_page(current, of, options.page)
    return 0 if all_held else 1


if __name__ == "__main__":
    sys.exit(main())
