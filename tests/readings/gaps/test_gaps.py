"""Gaps found, compared with gaps annotated by hand.

``seed_*.jsonl`` hold the gaps of a seed. ``damaged`` and ``clean`` are sentences of our own, the place of each loss
marked ⟪words⟫, ⟪date⟫ or ⟪quotation⟫; rules were written with them in view. The ``held_out`` ones were written at the
same time and no rule was written against them. Run this file as a program to see the figures, and with the name of a
set to see what is missed and what is wrong in it.
"""

import json
import re
import sys
from pathlib import Path

import pytest

from pipelines.passages import find_gaps, split_passages
from pipelines.sources.document import Received
from pipelines.sources.open import open_source

HERE = Path(__file__).parent
SEEDS = HERE.parents[2] / "seeds"
MARK = re.compile(r"⟪(words|date|quotation)⟫")
NEAR = 2  # code points a place may be off: a blank more or less is no difference
HEAD = "= Readings =\n\nThe page of readings has this paragraph.\n\n"


def rows(name):
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text("utf-8").splitlines()]


def gaps_of(content, name="reading.txt"):
    document = open_source(Received("s", name, None, 1, "0" * 64, content))
    return document, find_gaps(document, split_passages(document))


def unmarked(line):
    """The text without its marks, and the kind and place of each."""
    text, places = "", []
    for part in re.split(r"(⟪\w+⟫)", line):
        found = MARK.fullmatch(part)
        if found:
            places.append((f"lost_{found[1]}", len(text)))
        else:
            text += part
    return text, places


def compare(text, expected, found):
    """How many of the expected were found; what was missed and what was found besides, with the words around."""
    left, missed = list(found), []
    for kind, place in expected:
        near = [one for one in left if one[0] == kind and abs(one[1] - place) <= NEAR]
        if near:
            left.remove(min(near, key=lambda one: abs(one[1] - place)))
        else:
            missed.append((kind, place))

    def shown(ones):
        return [f"{kind}: {text[max(0, at - 30) : at]}‸{text[at : at + 20]}" for kind, at in ones]

    return len(expected) - len(missed), shown(missed), shown(left)


def score(name):
    """Found, missed and wrong in one set."""
    if name.startswith("seed_"):
        path = next(SEEDS.glob(f"{name.removeprefix('seed_')}_*.txt"))
        document, gaps = gaps_of(path.read_bytes(), path.name)
        expected = [(row["kind"], row["gap_start"]) for row in rows(name)]
        return compare(document.text, expected, [(gap.kind, gap.gap_start) for gap in gaps])
    right, missed, wrong = 0, [], []
    for row in rows(name):
        text, places = unmarked(row["marked"])
        _, gaps = gaps_of((HEAD + text + "\n").encode())
        count, lost, extra = compare(text, places, [(gap.kind, gap.gap_start - len(HEAD)) for gap in gaps])
        right, missed, wrong = right + count, missed + lost, wrong + extra
    return right, missed, wrong


@pytest.mark.parametrize(
    ("name", "least_recall"),
    [("seed_000", 1.0), ("seed_001", 0.84), ("seed_002", 1.0), ("damaged", 0.98), ("held_out_damaged", 0.88)],
)
def test_most_of_what_is_lost_is_found_and_nothing_else(name, least_recall):
    right, missed, wrong = score(name)
    assert wrong == []
    assert right >= least_recall * (right + len(missed)), missed


@pytest.mark.parametrize("name", ["clean", "held_out_clean"])
def test_sound_prose_has_no_gaps(name):
    assert score(name) == (0, [], [])


def test_annotations_of_seeds_stand_where_they_say():
    for name in ("seed_000", "seed_001", "seed_002"):
        text = next(SEEDS.glob(f"{name[-3:]}_*.txt")).read_bytes().decode("utf-8")
        for row in rows(name):
            around = text[max(0, row["gap_start"] - 80) : row["gap_end"] + 80]
            assert row["kind"] == "missing_number" or row["evidence"][:20] in around or row["evidence"] in around, row


if __name__ == "__main__":
    for one in ("seed_000", "seed_001", "seed_002", "damaged", "clean", "held_out_damaged", "held_out_clean"):
        found, lost, extra = score(one)
        print(f"{one}: {found} found, {len(lost)} missed, {len(extra)} wrong")
        if one in sys.argv[1:]:
            print(*(f"  missed {words}" for words in lost), *(f"  wrong {words}" for words in extra), sep="\n")
