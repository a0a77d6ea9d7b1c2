"""Offices beside names, further subjects, and groups that nobody names."""

import pytest

HOLM = "Anton Holm"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Otto Berg, governor of the Bank.", ("tenure", "Otto Berg", "governor of the Bank", None)),
        ("He met Otto Berg (Minister of Trade).", ("tenure", "Otto Berg", "Minister of Trade", None)),
        ("He met the former head of the Bank, Otto Berg.", ("tenure", "Otto Berg", "head of the Bank", None)),
        ("He met Liv Berg, a judge of the Court since 2018.", ("tenure", "Liv Berg", "judge of the Court", "2018/..")),
    ],
)  # fmt: skip
def test_an_office_beside_a_name_is_that_persons(prose, text, expected):
    kind, who, what, when = expected
    assert (kind, who, what, None, when) in prose(text)


def test_who_is_named_along_with_the_subject_is_a_subject_too(prose):
    made = prose("Holm, along with Otto Berg and others, was tried in Oslo in May 1950.")
    assert {("trial", who, None, "Oslo", "1950-05") for who in (HOLM, "Otto Berg")} <= made


def test_a_group_is_named_by_its_words_and_counted(page):
    made = page("= Anton Holm =\n\nAnton Holm was a painter.\n\nIn 1951 over 1,300 officials were arrested in Oslo.\n")
    (claim,) = [one for one in made.claims() if one.event_type == "arrest"]
    assert (claim.subject_text, claim.date_edtf, claim.place_text) == ("officials", "1951", "Oslo")
    assert (claim.figure_value, claim.figure_qualifier, claim.figure_text) == (1300, "over", "over 1,300")


def test_an_expulsion_for_something_tells_the_accusation(prose):
    made = prose("He was expelled from the Labour Party in 1980 for anti-party activities.")
    assert {
        ("expulsion", HOLM, "Labour Party", None, "1980"),
        ("accusation", HOLM, "anti-party activities", None, "1980"),
    } == made


@pytest.mark.parametrize(
    "text",
    [
        "His daughter, Kristin Berg, is a cellist, and lives in Oslo.",
        "Bishop Otto Lie, her principal adviser, died.",
        "He lived in Bergen, where Otto Lie made him judge of the port.",
        "He entered the Institute of Mines, from whose transport faculty he fled.",
    ],
)
def test_clauses_are_no_callings_offices_or_schools(prose, text):
    words = ("is a cellist", "her principal adviser", "where Otto", "whose")
    assert not any((held or "").startswith(words) for _, _, held, *_ in prose(text))
