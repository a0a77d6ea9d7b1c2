"""How fast prose becomes claims: megabytes a second, and what hostile text costs beside it.

Run by ``make bench``, or alone: ``python -m benchmarks.claims``. The limits are those of docs: at least 0.3 MB of prose
a second on one core with everything on; hostile text at most five times slower a character; twice the text at most
2.3 times the time. The rival of each measure is ordinary prose read in the same run.
"""

import hashlib
import statistics
import sys
import time
from pathlib import Path

from pipelines.claims.read_source import read_source
from pipelines.sources.document import Received

SEEDS = Path(__file__).parents[1] / "seeds"
HEAD = "= Anton Holm =\n\nAnton Holm\n- Occupation: Painter\n\nAnton Holm was a painter.\n\n== Life ==\n"
LEAST_MB_A_SECOND = 0.3
MOST_TIMES_SLOWER = 5.0
MOST_FOR_TWICE = 2.3
ROUNDS = 5
PIECE = 200_000

HOSTILE = {
    "no full stop": "holm was a member of the party and ",
    "one word": "arrested ",
    "one name": "Holm ",
    "verbs": "was arrested and ",
    "open brackets": "(",
    "nested brackets": None,
    "quotation marks": '"',
    "initials": "A. ",
    "dates": "in 1905, ",
    "semicolons": "Holm; ",
}


def seconds_of(text: str) -> float:
    content = text.encode()
    received = Received("s1", "bench.txt", None, 1, hashlib.sha256(content).hexdigest(), content)
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        read_source(received, "f")
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def prose_of(characters: int) -> str:
    """Prose of the seeds' own sentences, as one page of that length."""
    lines: list[str] = []
    for path in sorted(SEEDS.glob("*.txt")):
        lines += [line for line in path.read_text("utf-8").splitlines() if len(line) > 200]
    joined = "\n\n".join(lines)
    return HEAD + (joined + "\n\n") * (characters // len(joined)) + joined[: characters % len(joined)] + "\n"


def main() -> int:
    """Print each measure beside its limit; 1 when one is broken."""
    broken = 0

    def tell(name: str, value: float, limit: float, *, at_least: bool = False) -> None:
        nonlocal broken
        is_broken = value < limit if at_least else value > limit
        broken += is_broken
        print(f"{name:<28}{value:>10.2f}  limit {limit:>6.2f}  {'BROKEN' if is_broken else 'holds'}")

    read_source(Received("s1", "warm.txt", None, 1, "0" * 64, prose_of(2000).encode()), "f")
    ordinary = seconds_of(prose_of(PIECE))
    twice = seconds_of(prose_of(2 * PIECE))
    tell("prose, MB a second", PIECE / 1e6 / ordinary, LEAST_MB_A_SECOND, at_least=True)
    tell("twice the prose, times", twice / ordinary, MOST_FOR_TWICE)
    for name, piece in HOSTILE.items():
        nested = "(" * (PIECE // 2) + ")" * (PIECE // 2)
        text = nested if piece is None else piece * (PIECE // len(piece))
        tell(f"hostile: {name}, times", seconds_of(HEAD + text + "\n") / ordinary, MOST_TIMES_SLOWER)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
