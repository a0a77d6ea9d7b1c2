"""How rightly prose is tied to the references that back it, on the page with 52 of them.

Run from the project: ``python -m tests.readings.contradictions.support [--missed] [--false]``.
"""

import argparse
import sys
import tomllib
from dataclasses import dataclass, field
from functools import cache

from tests.readings.contradictions.cases import HERE, load_cases
from tests.readings.contradictions.found import connect

PAGE = "001"


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
    """The score over one set of the seeds' claims: ``seeds`` as read, ``seeds_annotated`` as annotated.

    A claim's ties are right where any annotation that its quote stands on names the reference, whole or in part.
    """
    page = next(one for one in load_cases("seeds")[0].pages if one.path.startswith(PAGE))
    places = []
    for words, whole, part in tomllib.loads((HERE / "support.toml").read_text("utf-8"))["ties"]:
        start = page.text.find(words)
        if start < 0:
            raise ValueError(f"support.toml: the words {words!r} do not stand in {page.path}")
        places.append((start, start + len(words), words, set(whole), set(part)))
    con = connect(name)[0]
    claims = con.execute(
        "select claim_id, quote_start, quote_end, quote from claims join passages using (passage_id) "
        "where starts_with(source_path, ?) and kind <> 'reference' order by quote_start, claim_id", [PAGE]
    ).fetchall()  # fmt: skip
    ties: dict[str, dict[int, str]] = {}
    for claim_id, number, evidence in con.execute(
        "select claim_id, reference_number, evidence from claim_support where method = 'matched' order by all"
    ).fetchall():
        ties.setdefault(claim_id, {})[number] = evidence
    made = Ties()
    standing = {
        claim_id: [place for place in places if place[0] < end and start < place[1]]
        for claim_id, start, end, _ in claims
    }
    for claim_id, _, _, quote in claims:
        on = standing[claim_id]
        allowed = set().union(*(place[3] | place[4] for place in on)) if on else set()
        for number, evidence in ties.get(claim_id, {}).items():
            made.found += 1
            made.right += number in allowed
            if number not in allowed:
                made.false.append(f"[{number}] “{quote[:80]}”: {evidence}")
    for place in places:
        own = [claim_id for claim_id, on in standing.items() if place in on]
        for number in sorted(place[3]) if own else ():
            made.demanded += 1
            is_hit = any(number in ties.get(claim_id, {}) for claim_id in own)
            made.hit += is_hit
            if not is_hit:
                made.missed.append(f"[{number}] “{place[2][:80]}”")
    return made


def main() -> int:
    """Print the scores; ``--missed`` and ``--false`` list what stands behind them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--false", action="store_true")
    given = parser.parse_args()
    for name in ("seeds", "seeds_annotated"):
        one = score_ties(name)
        print(f"{name}: recall {one.hit}/{one.demanded} = {one.recall:.3f}, "
              f"precision {one.right}/{one.found} = {one.precision:.3f}")  # fmt: skip
        for is_asked, lines in ((given.missed, one.missed), (given.false, one.false)):
            if is_asked:
                print("\n".join(f"  {line}" for line in lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
