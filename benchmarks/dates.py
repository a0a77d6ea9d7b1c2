"""How fast dates are read: ordinary prose in MB/s, beside ``dateparser.search``; hostile text against prose.

Limits (issue 3): prose at least 2 MB/s on one core; a megabyte of digits, of ``1941–1941–…``, of month names, of
spaces or of brackets at most 5 times ordinary prose of the same length. Run ``python benchmarks/dates.py [FILE]``;
without a file the prose is a paragraph of our own. ``--no-rival`` leaves dateparser out.
"""

import sys
import time
import warnings
from pathlib import Path

from pipelines.dates.documents import read_document

PROSE = (
    "Kuznetsov was transferred to Moscow in early 1946 as part of a broad reorganization of the central apparatus. On "
    "March 18, 1946, at a plenum of the committee, he was elected as a secretary and admitted to the bureau, marking a "
    "rise in his influence over national operations. In this role, he assumed responsibility for the administration of "
    "cadres, overseeing appointments across the union, including in the organs of order. His promotion underscored "
    "the preference for experienced regional leaders in central roles, and put him among the upper echelons as a man "
    "eyed for further advancement. He served in these capacities until January 28, 1949. The following month he was "
    "dismissed, and in August arrested; the trial began more than a year later.\n\n"
)
SIZE = 1_000_000
HOSTILE = {
    "digits": "1", "1941–1941–": "1941–", "month names": "January ", "May May": "May ", "spaces": " ",
    "line ends": "\n", "brackets": "(", "square brackets": "[]", "years": "1941 ", "commas": "5, ", "and": "5 and ",
    "dots": "1.",    "apostrophes": "'", "dashes": "-", "XIX": "XIX ",
}  # fmt: skip
DENSE = {
    "[1941]( (a date in six signs)": "[1941](", "7 February (eleven)": "7 February ", "Monday, (eight)": "Monday, ",
    "1930-х (seven)": "1930-х ", "from 1941 to (thirteen)": "from 1941 to ",
}  # fmt: skip
LIMIT = 5.0


def seconds(text: str, rounds: int = 3) -> float:
    best = float("inf")
    for _ in range(rounds):
        begun = time.process_time()
        read_document(text, durations=True)
        best = min(best, time.process_time() - begun)
    return best


def rival_seconds(text: str) -> float:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from dateparser.search import search_dates

        search_dates("5 May 1945", languages=["en"])
        begun = time.process_time()
        search_dates(text, languages=["en"])
        return time.process_time() - begun


def main() -> int:
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    sample = Path(arguments[0]).read_text(encoding="utf-8-sig") if arguments else PROSE
    prose = (sample * (SIZE // len(sample) + 1))[:SIZE]
    size = len(prose.encode())
    taken = seconds(prose)
    print(f"prose: {size / taken / 1e6:.2f} MB/s ({taken:.3f} s for {size / 1e6:.2f} MB); limit 2 MB/s")
    if "--no-rival" not in sys.argv:
        short = sample[:20_000]
        ours, theirs = seconds(short), rival_seconds(short)
        speed = len(short.encode()) / theirs / 1e3
        print(
            f"dateparser.search: {speed:.1f} KB/s on {len(short)} characters; ours is {theirs / ours:.0f} times as fast"
        )
    worst = 0.0
    for name, unit in HOSTILE.items():
        ratio = seconds(unit * (SIZE // len(unit)), 1) / taken
        worst = max(worst, ratio)
        print(f"hostile, {name:20} {ratio:6.2f} times prose")
    for name, unit in DENSE.items():
        print(f"dense, {name:30} {seconds(unit * (SIZE // len(unit)), 1) / taken:6.2f} times prose (a mention each)")
    print(f"worst hostile ratio {worst:.2f}; limit {LIMIT}")
    return 0 if worst <= LIMIT and size / taken >= 2e6 else 1


if __name__ == "__main__":
    raise SystemExit(main())
