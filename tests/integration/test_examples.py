"""The questions of ``regesta sql --examples``, each asked of the project's own seeds; answers checked by hand."""

import tomllib
from importlib import resources

import pytest
from click.testing import CliRunner
from integration.driver import ask

from regesta.cli import regesta_command

EXAMPLES = tomllib.loads((resources.files("regesta") / "examples.toml").read_text("utf-8"))["example"]

KUZNETSOV, SNEGOV = "Alexey Kuznetsov", "Alexei Snegov"
WIKI, FIRST, SECOND = "000_51a20042180f19dc.txt", "001_f34579f846ae5a03.txt", "002_bb7f11b13fbe1446.txt"

# what must be among the rows of each answer: values of a row that stand together, as the texts have them
EXPECTED = {
    "Whose lives": [(SNEGOV, "1898", "1989-09-18"), (KUZNETSOV, "1905-02-20", "1950-10-01")],
    "What happened to a person": [("1905-02-20", "birth"), ("1949-08-13",), ("1950-10-01",)],
    "Who was First Secretary": [(KUZNETSOV, "certain")],
    "Which offices did a person hold": [("1946-05-06/1948-07-01", "certain")],
    "Who held an office before": [(KUZNETSOV, "first")],
    "How long from arrest": [(KUZNETSOV, "1949-08-13", "1950-10-01", 414, 414)],
    "Who was rehabilitated": [(KUZNETSOV, "1950-10-01", "1954-04-30", 1307), (SNEGOV, "1954-03-06")],
    "What do the sources disagree": [(KUZNETSOV, "birth", "date", "calendar", "suggested")],
    "The same, as sentences": [],
    "What does one source alone": [(WIKI,), (FIRST,), (SECOND,)],
    "What do several independent": [(KUZNETSOV,)],
    "Which statements rest on reference 48": [(FIRST,)],
    "What is each reference": [(1,), (48,), (52,)],
    "In which forms": [("Алексей Владимирович Снегов", "Cyrl", SECOND), ("Alexei Snegov", "Latn", SECOND)],
    "Who belongs to the family": [(KUZNETSOV, "marriage"), (KUZNETSOV, "kinship", "child", "Valery")],
    "Which awards": [(KUZNETSOV, 2.0)],
    "Which figures": [("over 1 million",), ("three", 3.0)],
    "Where exactly": [(FIRST, 2)],
    "Where has a page": [("lost_words", FIRST)],
    "Where do some words stand": [("passage", SECOND)],
    "What is each table": [("timeline", "event_id"), ("disagreements", "sentence")],
}


def test_there_are_twenty_questions_and_an_answer_for_each():
    assert len(EXAMPLES) >= 20
    for example in EXAMPLES:
        assert sum(example["question"].startswith(begun) for begun in EXPECTED) == 1, example["question"]


@pytest.mark.parametrize(
    "example",
    EXAMPLES,
    ids=[example["question"][:40] for example in EXAMPLES],
)
def test_a_question_has_its_answer(example, published):
    rows = ask(published, example["query"])
    assert rows
    (expected,) = [values for begun, values in EXPECTED.items() if example["question"].startswith(begun)]
    for values in expected:
        assert any(set(values) <= set(row) for row in rows), (values, rows[:10])


def test_the_examples_are_shown():
    told = CliRunner().invoke(regesta_command, ["sql", "--examples"], standalone_mode=False)
    for example in EXAMPLES:
        assert example["question"] in told.output
        assert example["query"] in told.output
