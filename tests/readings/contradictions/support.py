"""How rightly prose is tied to the references that back it: on the seeds' page with 52 of them, and on other lives.

Run from the project: ``python -m tests.readings.contradictions.support [--missed] [--false]``.
"""

import argparse
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

import duckdb

from tests.readings.contradictions.cases import HERE, PROJECT, Page, load_cases
from tests.readings.contradictions.found import connect, read_page
from tests.unit.pipelines.composed import Archive

PAGE = "001"
SETS = {
    "seeds": "seeds",
    "seeds_annotated": "seeds, all read",
    "lives": "other lives",
    "lives_new": "lives never looked at",
}


class Place(NamedTuple):
    """Words of a page, the references that back them (``whole``), and those that back a part of them."""

    start: int
    end: int
    words: str
    whole: frozenset[int]
    part: frozenset[int]


@dataclass(slots=True)
class Ties:
    """Demanded are the ties of annotated words of which some claim was read; found are the matched ties of prose."""

    demanded: int = 0
    hit: int = 0
    found: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.hit / self.demanded if self.demanded else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0


@cache
def score_ties(name: str) -> Ties:
    """The score over one of ``SETS``; ValueError where annotated words do not stand on their page.

    A claim's ties are right where any annotation that its quote stands on names the reference, whole or in part.
    """
    made = Ties()
    con, pages = _resolve(name)
    for page, ties in pages:
        _judge(made, con, page, _find_places(page, ties))
    return made


def _resolve(name: str) -> tuple[duckdb.DuckDBPyConnection, list[tuple[Page, list[list[object]]]]]:
    if name.startswith("seeds"):
        page = next(one for one in load_cases("seeds")[0].pages if one.path.startswith(PAGE))
        return connect(name)[0], [(page, tomllib.loads((HERE / "support.toml").read_text("utf-8"))["ties"])]
    archive, pages = Archive(), []
    for number, life in enumerate(tomllib.loads((HERE / "support_lives.toml").read_text("utf-8"))["lives"]):
        if life.get("is_new", False) != (name == "lives_new"):
            continue
        text = life.get("text") or (PROJECT / "tests/readings/claims" / life["page"]).read_text("utf-8")
        page = Page(f"life_{number:02}.txt", text.lstrip())
        read_page(archive, page)
        pages.append((page, life["ties"]))
    return archive.resolve(), pages


def _find_places(page: Page, ties: Iterable[list[object]]) -> list[Place]:
    places = []
    for words, whole, part in ties:
        start = page.text.find(words)
        if start < 0:
            raise ValueError(f"the words {words!r} do not stand in {page.path}")
        places.append(Place(start, start + len(words), words, frozenset(whole), frozenset(part)))
    return places


def _judge(made: Ties, con: duckdb.DuckDBPyConnection, page: Page, places: list[Place]) -> None:
    claims = con.execute(
        "select claim_id, quote_start, quote_end, quote from claims join passages using (passage_id) "
        "where source_path = ? and kind <> 'reference' order by quote_start, claim_id", [page.path]
    ).fetchall()  # fmt: skip
    ties: dict[str, dict[int, str]] = {}
    for claim_id, number, method, evidence in con.execute(
        "select claim_id, reference_number, method, evidence from claim_support order by all"
    ).fetchall():
        if method == "matched":
            ties.setdefault(claim_id, {})[number] = evidence
    marked = {one for (one,) in con.execute("select claim_id from claim_support where method <> 'matched'").fetchall()}
    standing = {
        claim_id: [place for place in places if place.start < end and start < place.end]
        for claim_id, start, end, _ in claims
    }
    for claim_id, _, _, quote in claims:
        on = standing[claim_id]
        allowed = frozenset[int]().union(*(place.whole | place.part for place in on))
        for number, evidence in ties.get(claim_id, {}).items():
            made.found += 1
            made.right += number in allowed
            if number not in allowed:
                made.false.append(f"[{number}] “{quote[:80]}”: {evidence}")
    for place in places:
        # what the page still marks is not searched for
        own = [claim_id for claim_id, on in standing.items() if place in on and claim_id not in marked]
        for number in sorted(place.whole) if own else ():
            made.demanded += 1
            is_hit = any(number in ties.get(claim_id, {}) for claim_id in own)
            made.hit += is_hit
            if not is_hit:
                made.missed.append(f"[{number}] “{place.words[:80]}”")


def main() -> int:
    """Print the scores; ``--missed`` and ``--false`` list what stands behind them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--false", action="store_true")
    given = parser.parse_args()
    for name in SETS:
        one = score_ties(name)
        print(f"{name}: recall {one.hit}/{one.demanded} = {one.recall:.3f}, "
              f"precision {one.right}/{one.found} = {one.precision:.3f}")  # fmt: skip
        for is_asked, lines in ((given.missed, one.missed), (given.false, one.false)):
            if is_asked:
                print("\n".join(f"  {line}" for line in lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
