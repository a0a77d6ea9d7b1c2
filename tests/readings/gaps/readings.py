"""What stands in the files beside this one, and how what was found is compared with it.

``seed_*.jsonl`` hold the gaps of a seed, annotated by hand. ``damaged`` and ``clean`` are sentences of our own, the
place of each loss marked ⟪words⟫, ⟪date⟫ or ⟪quotation⟫; rules were written with them in view. The ``held_out`` ones
were written at the same time and no rule was written against them.
"""

import json
import re
from pathlib import Path

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


def marked(line):
    """The text without its marks, and the kind and place of each."""
    text, places = "", []
    for part in re.split(r"(⟪\w+⟫)", line):
        found = MARK.fullmatch(part)
        if found:
            places.append((f"lost_{found[1]}", len(text)))
        else:
            text += part
    return text, places


def compare(expected, found):
    """How many of the expected were found, and what was missed and what was found besides, as (kind, place)."""
    left = list(found)
    missed = []
    for kind, place in expected:
        near = [one for one in left if one[0] == kind and abs(one[1] - place) <= NEAR]
        if near:
            left.remove(min(near, key=lambda one: abs(one[1] - place)))
        else:
            missed.append((kind, place))
    return len(expected) - len(missed), missed, left


def score_lines(name):
    """Right, missed and wrong over a file of marked sentences, each told with its words."""
    right, missed, wrong = 0, [], []
    for row in rows(name):
        text, places = marked(row["marked"])
        _, gaps = gaps_of((HEAD + text + "\n").encode())
        found = [(gap.kind, gap.gap_start - len(HEAD)) for gap in gaps]
        count, lost, extra = compare(places, found)
        right += count
        missed += [(kind, text[max(0, at - 30) : at] + "‸" + text[at : at + 20]) for kind, at in lost]
        wrong += [(kind, text[max(0, at - 30) : at] + "‸" + text[at : at + 20]) for kind, at in extra]
    return right, missed, wrong


def score_seed(name, seed):
    """Right, missed and wrong over one seed."""
    path = next(SEEDS.glob(f"{seed}_*.txt"))
    document, gaps = gaps_of(path.read_bytes(), path.name)
    expected = [(row["kind"], row["gap_start"]) for row in rows(name)]
    right, lost, extra = compare(expected, [(gap.kind, gap.gap_start) for gap in gaps])

    def shown(ones):
        return [(kind, document.text[max(0, at - 30) : at] + "‸" + document.text[at : at + 20]) for kind, at in ones]

    return right, shown(lost), shown(extra)
