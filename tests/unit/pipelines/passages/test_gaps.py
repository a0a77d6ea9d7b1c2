import pytest

from pipelines.passages import find_gaps, split_passages
from pipelines.sources.document import Received
from pipelines.sources.open import open_source

LEAD = "\n\nAda Lovelace (1815–1852) was an English mathematician.\n\n"


def gaps_of(text):
    document = open_source(Received("s1", "p.txt", None, 1, "0" * 64, text.encode()))
    return document, find_gaps(document, split_passages(document))


def told(text):
    return [(gap.kind, gap.evidence) for gap in gaps_of(text)[1]]


def test_a_gap_has_its_passage_place_and_evidence():
    text = "= X =\n\nX was a member of the , and was sent to in 1904.\n"
    document, gaps = gaps_of(text)
    assert [(gap.gap_id, gap.kind, document.text[gap.gap_start :][:4]) for gap in gaps] == [
        ("s1.g0000", "lost_words", ", an"),
        ("s1.g0001", "lost_words", "in 1"),
    ]
    assert {gap.passage_id for gap in gaps} == {"s1.p00002"}
    assert all(gap.gap_start == gap.gap_end for gap in gaps)
    assert gaps[0].evidence == "X was a member of the , and was sent to in 1904."


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ("- Office: a\n- Office1: b\n- Office2: c\n- Office4: d\n", ["Office3"]),
        ("- Office: a\n- Office2: b\n", []),
        ("- Office2: a\n- Office3: b\n", []),
        ("- Office1: a\n- Term Start1: x\n- Office2: b\n- Office3: c\n- Term Start3: z\n", []),
        ("- Office1: a\n- Term Start1: x\n- Term Start3: z\n", ["Term Start2"]),
        ("- Spouse1: a\n- Spouse3: b\n- Office1: c\n- Office2: d\n- Office5: e\n", ["Spouse2", "Office3", "Office4"]),
        ("- Office1: a\n- Office1945: b\n", []),
        ("- Born: 1815\n- Died: 1852\n", []),
    ],
)
def test_numbers_missing_in_groups_of_fields(fields, missing):
    found = told("= X =\n\n" + fields)
    assert [(kind, evidence.split(" is missing")[0]) for kind, evidence in found] == [
        ("missing_number", name) for name in missing
    ]


def test_fields_are_judged_by_their_marks():
    found = told("= X =\n\n- Born: , Russia (now )\n- Title: the of\n- Party: Whigs (1832–1840)\n- Heirs:\n")
    assert [kind for kind, _ in found] == ["lost_words", "lost_words"]


def test_what_references_have_lost():
    text = (
        "Ada Lovelace" + LEAD + "References\n\n  2. [2]\n    A Life of ...\n    ... she was born in ... and left …\n"
        "  3. [3]\n  5. [5]\n    The siege of\n    «Не забудем…» she said.\n"
    )
    document, gaps = gaps_of(text)
    assert [(gap.kind, document.text[gap.gap_start : gap.gap_end]) for gap in gaps] == [
        ("missing_number", ""),
        ("truncated", "..."), ("truncated", "..."), ("truncated", "..."), ("truncated", "…"),
        ("empty_reference", ""), ("missing_number", ""), ("truncated", ""),
    ]  # fmt: skip
    assert gaps[-1].evidence.endswith("The siege of «Не забудем…» she said.")


@pytest.mark.parametrize(
    ("following", "kinds"),
    [
        ("", ["lost_quotation"]),
        ("After that she rested.", ["lost_quotation"]),
        ("== Later ==", ["lost_quotation"]),
        ("“It will be built.”", []),
        ("«Я верю.»", []),
        ("I believe that it will be built, and that we shall see it.", []),
        ("- It will be built.", []),
    ],
)
def test_a_quotation_announced_must_follow(following, kinds):
    text = f"= Ada =\n\nShe slept. As she wrote to Faraday:\n\n{following}\n"
    assert [kind for kind, _ in told(text)] == kinds
    if kinds:
        assert told(text)[0][1] == "As she wrote to Faraday:"


def test_a_list_announced_may_stand_as_a_paragraph_but_not_fail():
    assert told("= Ada =\n\nShe left these works:\n\nSketch of the Engine, and Notes.\n") == []
    assert [kind for kind, _ in told("= Ada =\n\nShe left these works:\n\n== Later ==\nNothing.\n")] == ["lost_words"]


@pytest.mark.parametrize(
    "ending",
    [
        "She was sent to the town of",
        "She was, by 1850,",
        "He said ...",
        "She lived in London for seven years and then at last she went",
    ],
)
def test_a_paragraph_that_breaks_off(ending):
    assert [kind for kind, _ in told(f"= Ada =\n\nShe was a poet.\n\n{ending}")] == ["truncated"]


def test_stray_blanks_out_of_habit_are_no_losses():
    habit = "She sailed , rode , swam , read , wrote , and slept . "
    assert told("= Ada =\n\n" + habit * 3 + "\n") == []


def test_a_passage_that_is_no_prose_has_no_losses():
    assert told("= Ada =\n\nIt was" + " of the ," * 60 + ".\n") == []


def test_prose_in_other_languages_is_judged_by_marks_alone():
    assert [kind for kind, _ in told("= Юрий =\n\nЮрий учился в , затем служил (ныне ) на юге.\n")] == [
        "lost_words"
    ] * 2
    assert told("= Paul =\n\nPaul est né dans la ville ; il fut élu par les députés : deux fois !\n") == []
