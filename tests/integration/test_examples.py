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

# what must be among the rows of each answer: values of a row that stand together, as the texts have them; words after
# an ellipsis are part of a longer value
EXPECTED = {
    "Whose lives": [(SNEGOV, "1898", "1989-09-18"), (KUZNETSOV, "1905-02-20", "1950-10-01")],
    "What happened to a person": [("1905-02-20", "birth"), ("1949-08-13", "arrest"), ("1950-10-01", "execution")],
    "Who was First Secretary": [(KUZNETSOV, "1945-01-17/1946-03-26", "certain")],
    "Which offices did a person hold": [
        ("…Senior Secretary of Cadres", "1946-05-06/1948-07-01", "certain"),
        ("Member of the 18th Orgburo", "1946-03-18/1949-03-07", "certain"),
    ],
    "Who held an office before": [(KUZNETSOV, "1945-01-17/1946-03-26", "first")],
    "How long from arrest": [(KUZNETSOV, "1949-08-13", "1950-10-01", 414, 414)],
    "Who was rehabilitated": [(KUZNETSOV, "1950-10-01", "1954-04-30", 1307), (SNEGOV, "1954-03-06")],
    "What do the sources disagree": [
        (KUZNETSOV, "birth", "date", "1905-02-20", "7 February 1905", "calendar", "suggested"),
        (KUZNETSOV, "arrest", "date", "13 August 1949", "August 15, 1949", "different_stage"),
    ],
    "The same, as sentences": [
        (f"…({WIKI}) says 13 August 1949: “and arrested”; ",),
        (f"…({FIRST}) says August 15, 1949: “arrested on August 15, 1949”. ",),
    ],
    "What does one source alone": [
        ("1946-05-06/1948-07-01", "…Senior Secretary of Cadres", WIKI),
        ("1932", "In 1932, he was transferred to Leningrad", WIKI),
        ("1943-02-08", "…Second Class, on February 8, 1943", FIRST),
        ("1937-06", "…arrested in June 1937", SECOND),
    ],
    "What do several independent": [(KUZNETSOV, "death", "1950-10-01"), (KUZNETSOV, "trial", "1950-09-29")],
    "Which statements rest on reference 48": [("…Krasnogo Znameni", FIRST)],
    "What is each reference": [
        (1, "Кузнецов Алексей Александрович"),
        (2, "Saint Petersburg encyclopaedia"),
        (48,),
        (52,),
    ],
    "In which forms": [("Алексей Владимирович Снегов", "Cyrl", SECOND), ("Alexei Snegov", "Latn", SECOND)],
    "Who belongs to the family": [
        (KUZNETSOV, "marriage", "Zinaida Dmitrievna Voinova"),
        (KUZNETSOV, "kinship", "child", "Valery"),
        (KUZNETSOV, "kinship", "parent", "Александр Иванович Кузнецов"),
    ],
    "Which awards": [(KUZNETSOV, "…of Lenin", 2.0, WIKI), (KUZNETSOV, "1943-02-08", FIRST)],
    "Which figures": [("over 1 million", 1_000_000.0), ("death", "over 1 million"), ("three", 3.0, "three children")],
    "Where exactly": [("his execution on October 1, 1950", FIRST, 2), ("…all five were executed", FIRST, 2)],
    "Where has a page": [("lost_words", "…in Borovichi, (now ), into", FIRST), ("missing_number", "…Office3", WIKI)],
    "Where do some words stand": [("passage", SECOND, "…Snegov sent Mikoyan a letter")],
    "What is each table": [("timeline", "event_id"), ("disagreements", "sentence")],
}


def test_there_are_twenty_questions_and_an_answer_for_each():
    assert len(EXAMPLES) >= 20
    for example in EXAMPLES:
        assert sum(example["question"].startswith(begun) for begun in EXPECTED) == 1, example["question"]


def holds(row, values):
    """Whether a row has all the values; words after an ellipsis need only stand in one of its own."""
    return all(
        any(value[1:] in str(own) for own in row) if isinstance(value, str) and value[:1] == "…" else value in row
        for value in values
    )


def test_the_most_fitting_passage_comes_first(published):
    ((found_in, source_path, words_found),) = ask(
        published, "select found_in, source_path, words_found from search('letter Beria Mikoyan') limit 1"
    )
    assert (found_in, source_path, words_found) == ("passage", SECOND, 3)


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
        assert any(holds(row, values) for row in rows), (values, rows[:10])


def test_the_examples_are_shown():
    told = CliRunner().invoke(regesta_command, ["sql", "--examples"], standalone_mode=False)
    for example in EXAMPLES:
        assert example["question"] in told.output
        assert example["query"] in told.output
