"""``regesta rule``: what it asks, what it writes, what it refuses."""

import pytest
import yaml
from click.testing import CliRunner

from pipelines.rulings import parse_rulings
from regesta.commands.rule import command
from warehouse.errors import RegestaError


@pytest.fixture
def rule(published, tmp_path):
    def run(*options, answers=()):
        given = [*options, "--home", str(published), "--rulings", str(tmp_path / "rulings")]
        made = CliRunner().invoke(command, given, input="".join(f"{answer}\n" for answer in answers))
        if isinstance(made.exception, RegestaError):
            raise made.exception
        return made, sorted((tmp_path / "rulings").glob("*.yml"))

    return run


WHY = ("--author", "me", "--reason", "seen")


def test_with_options_alone_it_asks_nothing_and_writes_what_a_run_understands(rule):
    made, (file,) = rule("reject", "--claim", "Snegov was arrested in June 1937", *WHY)
    assert made.exit_code == 0
    told = yaml.safe_load(file.read_text())
    assert told["quote"] == "Snegov was arrested in June 1937 during Joseph Stalin's Great Purge"
    (ruling,), problems = parse_rulings(file.read_text(), file.name)
    assert problems == []
    assert (ruling.kind, ruling.author, ruling.reason) == ("reject", "me", "seen")


def test_it_asks_for_everything_else(rule):
    made, (file,) = rule(answers=["correct", "no such words", "June 1937", "place_text", "Kiev", "me", "seen"])
    assert made.exit_code == 0, made.output
    assert "No statement has these words." in made.output
    told = yaml.safe_load(file.read_text())
    assert (told["column"], told["value"], told["type"]) == ("place_text", "Kiev", "arrest")


def test_names_are_chosen_among_those_known(rule):
    made, (file,) = rule("distinct", *WHY, answers=["Alexei Snegov", "Kuznetsov", "1"])
    assert made.exit_code == 0, made.output
    told = yaml.safe_load(file.read_text())
    assert told["one"] == {"source": "002_bb7f11b13fbe1446.txt", "name": "Alexei Snegov"}
    assert told["other"]["source"].startswith("00")


def test_two_rulings_of_the_same_words_are_two_files(rule):
    rule("reject", "--claim", "Snegov was arrested in June 1937", *WHY)
    _, files = rule("reject", "--claim", "Snegov was arrested in June 1937", *WHY)
    assert len(files) == 2


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("reject", "--claim", "no such words"), "No statement has the words “no such words”"),
        (("reject", "--claim", "arrest"), "statements have the words “arrest”: give a claim id"),
        (
            ("correct", "--claim", "Snegov was arrested in June 1937", "--column", "claim_id", "--value", "x"),
            "column is",
        ),
        (("merge", "--name", "Nobody", "--in", "x.txt"), "No source at x.txt names “Nobody”"),
        (("assert", "--in", "x", "--quote", "y", "--state", "type=wedding"), "states.type is none of"),
    ],
)
def test_what_cannot_be_ruled_is_told_in_one_sentence(rule, options, told):
    with pytest.raises(RegestaError) as refused:
        rule(*options, *WHY)
    assert told in str(refused.value)
    assert "\n" not in str(refused.value)
