"""What somebody died of: behind ``of``, wherever it stands, or in or after what kills."""

import pytest

HOLM = "Anton Holm"


@pytest.mark.parametrize(
    ("text", "cause", "place", "date"),
    [
        ("He died in Ghent of pneumonia on 4 May 1911.", "pneumonia", "Ghent", "1911-05-04"),
        ("He died in 1930 of a stroke.", "stroke", None, "1930"),
        ("He died suddenly of heart failure at Ghent in May 1911.", "heart failure", "Ghent", "1911-05"),
        ("She died in childbirth at Ghent in 1911.", "childbirth", "Ghent", "1911"),
        ("He was killed in an air raid on 4 May 1941.", "air raid", None, "1941-05-04"),
        ("He died after a long illness in 1950.", "long illness", None, "1950"),
        ("He was found dead of exposure in 1911.", "exposure", None, "1911"),
    ],
)
def test_the_cause_of_a_death(prose, text, cause, place, date):
    assert ("death", HOLM, cause, place, date) in prose(text)


@pytest.mark.parametrize(
    ("text", "told", "place", "date"),
    [
        ("He died in the city of Ghent in 1911.", None, "city of Ghent", "1911"),
        ("He was killed in 1911.", "killed", None, "1911"),
        ("He was killed in the Battle of Fleurus in 1794.", "killed", None, "1794"),
    ],
)
def test_no_cause_is_made_up(prose, text, told, place, date):
    assert ("death", HOLM, told, place, date) in prose(text)


def test_heart_attacks_and_strokes_that_struck(prose):
    assert ("attribute", "Anton Holm", "heart attack", None, "1952") in prose("He suffered a heart attack in 1952.")
    assert ("attribute", "Anton Holm", "paralysis", None, "1909") in prose("He was struck by paralysis in 1909.")
    assert not [claim for claim in prose("He was struck by the beauty of Graz in 1909.") if claim[0] == "attribute"]


def test_the_stone_is_a_cause_and_no_part_of_the_place(prose):
    assert ("death", "Anton Holm", "stone", "Graz", "1634-08-06") in prose(
        "He died at Graz of the stone on 6 August 1634."
    )
    assert not [claim for claim in prose("He was lame thereafter.") if claim[2] == "lame thereafter"]
