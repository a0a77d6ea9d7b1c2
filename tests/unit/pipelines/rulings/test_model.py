"""Rulings as people write them: what is understood, and what is said where it is not."""

import pytest

from pipelines.rulings import parse_rulings

GOOD = """
kind: reject
source: a.txt
quote: He married Anna Lund
author: A. Curator
reason: seen in the register
"""


def test_one_ruling_or_a_list_of_them():
    (one,), problems = parse_rulings(GOOD, "r.yml")
    assert problems == []
    assert (one.kind, one.author, one.reason, one.path) == ("reject", "A. Curator", "seen in the register", "r.yml")
    assert one.target == '{"quote": "He married Anna Lund", "source": "a.txt"}'
    entry = "- " + GOOD.strip().replace("\n", "\n  ")
    two, problems = parse_rulings(entry + "\n" + entry.replace("Anna", "Ane"), "r.yml")
    assert [made.ruling_id == one.ruling_id for made in two] == [True, False]
    assert problems == []


def test_the_id_follows_from_what_is_ruled_not_from_who_or_why_or_where():
    (one,), _ = parse_rulings(GOOD, "r.yml")
    (other,), _ = parse_rulings(GOOD.replace("seen in", "not in").replace("A. C", "B. C"), "other/r.yml")
    assert one.ruling_id == other.ruling_id
    (third,), _ = parse_rulings(GOOD.replace("reject", "prefer"), "r.yml")
    assert third.ruling_id != one.ruling_id


def test_everything_is_text():
    text = GOOD.replace("reject", "correct") + "column: date_edtf\nvalue: 1905-02-20\n"
    ((made,), problems) = parse_rulings(text.replace("He married Anna Lund", "No"), "r.yml")
    assert problems == []
    assert (made.value, made.target) == ("1905-02-20", '{"quote": "No", "source": "a.txt"}')


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]"])
def test_an_empty_file_rules_nothing(text):
    assert parse_rulings(text, "r.yml") == ([], [])


CORRECT = GOOD.replace("reject", "correct")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GOOD.replace("quote", "qoute"), "r.yml, line 2: quote is missing; qoute is not known here."),
        (GOOD.replace("reject", "delete"), "r.yml, line 2: kind must be one of merge, distinct, split,"),
        (GOOD.replace("kind: reject", "what: reject"), "r.yml, line 2: kind must be one of"),
        ("just words", "r.yml, line 1: "),
        ("- one\n- two\n", "r.yml, line 1: "),
        (GOOD + "type: wedding\n", "type is none of birth, death"),
        (CORRECT + "column: claim_id\nvalue: x\n", "column is none of event_type"),
        (CORRECT + "column: date_edtf\nvalue: around 1905\n", "value is no date"),
        (CORRECT + "column: modality\nvalue: true\n", "'true' is none of asserted"),
        (CORRECT + "column: confidence\nvalue: 2\n", "'2' does not lie between 0 and 1"),
        (CORRECT + "column: figure_value\nvalue: many\n", "'many' is no number"),
        (CORRECT + "column: reference_number\nvalue: 1.5\n", "'1.5' is no whole number"),
        (CORRECT + "column: subject_text\nvalue:\n", "subject_text cannot be empty"),
        (GOOD.replace("reject", "assert") + "states: {type: award, subtype: party}\n", "subtype of award is one of"),
        (GOOD.replace("reject", "assert") + "states: {type: award, date_edtf: soon}\n", "date_edtf is no date"),
        (
            "{kind: merge, author: a, reason: r, one: {source: a, name: N}, other: {source: a, name: N}}",
            "one and other are the same name",
        ),
        ("kind: [", "r.yml is no YAML that can be understood"),
        ("a: b: c", "r.yml is no YAML that can be understood"),
        ("&a [*a]", "r.yml"),
        ("[" * 5000, "r.yml is no YAML that can be understood"),
        ("x" * 1_000_001, "r.yml has 1,000,001 characters"),
    ],
)
def test_what_is_wrong_is_told_in_one_sentence_with_its_place(text, told):
    made, problems = parse_rulings(text, "r.yml")
    assert made == []
    assert told in problems[0]
    assert "\n" not in problems[0]


def test_a_wrong_entry_does_not_hide_the_others():
    text = "- " + GOOD.strip().replace("\n", "\n  ") + "\n- kind: reject\n"
    made, (problem,) = parse_rulings(text, "r.yml")
    assert len(made) == 1
    assert problem.startswith("r.yml, line 6: source is missing; quote is missing; author is missing")


def test_an_anchor_within_itself_thousandfold_is_one_sentence():
    laughs = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    made, problems = parse_rulings(laughs, "r.yml")
    assert made == []
    assert len(problems) == 1
    assert len(problems[0]) < 400
