"""How many were killed, arrested, moved: figures of multitudes in their ordinary wordings."""

import pytest

from pipelines.claims.figures import find_figures

HOLM = "Anton Holm"


@pytest.fixture
def tolls(page):
    """A paragraph to event type, subject, object, figure's words, its value (or its bounds) and date of each figure."""

    def read(text):
        made = page(f"= {HOLM} =\n\n{HOLM}\n- Nationality: unknown\n\n{HOLM} was a judge.\n\n== Life ==\n{text}\n")
        return {
            (c.event_type, c.subject_text, c.object_text, c.figure_text, c.figure_value, c.date_edtf)
            for c in made.claims(after=text)
            if c.figure_text is not None
        }

    return read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Some 9,000 soldiers and sailors were drowned in 1707.",
            ("death", "soldiers and sailors", "drowned", "Some 9,000", 9000, "1707"),
        ),
        (
            "As many as 1,500 old men and children were killed.",
            ("death", "old men and children", "killed", "As many as 1,500", 1500, None),
        ),
        (
            "The flood claimed the lives of about 300 villagers in 1362.",
            ("death", "villagers", None, "about 300", 300, "1362"),
        ),
        (
            "The rising cost the lives of 2,300 insurgents.",
            ("death", "insurgents", None, "2,300", 2300, None),
        ),
        ("The siege claimed more than 20,000 lives.", ("death", "lives", None, "more than 20,000", 20000, None)),
        ("Two hundred miners lost their lives in 1866.", ("death", "miners", None, "Two hundred", 200, "1866")),
        ("His troops massacred 700 prisoners in 1864.", ("death", "prisoners", "massacred", "700", 700, "1864")),
        ("The riots left 150 people dead.", ("death", "people", None, "150", 150, None)),
        ("The raid left 40 dead.", ("death", "dead", None, "40", 40, None)),
        ("The death toll rose to 2,300 in 1755.", ("death", "death toll", None, "2,300", 2300, "1755")),
        (
            "The cholera brought an estimated 12,000 civilian deaths.",
            ("death", "civilian", None, "an estimated 12,000", 12000, None),
        ),
    ],
)
def test_those_who_died_are_counted(tolls, text, expected):
    assert tolls(text) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "No fewer than 70 priests were guillotined in 1793.",
            ("execution", "priests", None, "No fewer than 70", 70, "1793"),
        ),
        (
            "A hundred and twenty monks were put to death in 1539.",
            ("execution", "monks", None, "A hundred and twenty", 120, "1539"),
        ),
        ("The regent put 300 heretics to death.", ("execution", "heretics", None, "300", 300, None)),
        ("Thirty-seven weavers were shot.", ("execution", "weavers", None, "Thirty-seven", 37, None)),
        ("Three of the twelve defendants were hanged.", ("execution", "defendants", None, "Three", 3, None)),
        ("The gendarmes rounded up 156 strikers in 1905.", ("arrest", "strikers", None, "156", 156, "1905")),
        (
            "Well over 4,000 Huguenots were banished by 1690.",
            ("exile", "Huguenots", None, "Well over 4,000", 4000, "../1690"),
        ),
    ],
)
def test_those_who_suffered_are_counted(tolls, text, expected):
    assert tolls(text) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Some 30,000 children were evacuated from the capital by late 1940.",
            ("action", "children", "evacuated", "Some 30,000", 30000, "../1940-12"),
        ),
        ("He evacuated over 2,000 orphans from Smyrna.", ("action", HOLM, "orphans", "over 2,000", 2000, None)),
        (
            "By 1916 the committee had removed about 900 women and children.",
            ("action", "committee", "women and children", "about 900", 900, "../1916"),
        ),
        (
            "She admired Holm's great feat, rescuing 40 sailors from the wreck.",
            ("action", HOLM, "sailors", "40", 40, None),
        ),
        ("He relocated 60 mills to the east by 1812.", ("action", HOLM, "mills", "60", 60, "../1812")),
        (
            "Half a million refugees were resettled in 1923.",
            ("action", "refugees", "resettled", "Half a million", 500000, "1923"),
        ),
        ("More than 80 farms were evacuated.", ("action", "farms", "evacuated", "More than 80", 80, None)),
    ],
)
def test_those_brought_away_are_counted(tolls, text, expected):
    assert tolls(text) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "The town of 3,000 inhabitants was evacuated.",
        "Some 300 ministers were removed.",
        "In 1938 he was evacuated.",
        "He was not killed with 300 others.",
        "Forty years later the inhabitants perished.",
        "He released 12 records.",
    ],
)
def test_what_counts_nobody_is_no_toll(tolls, text):
    assert tolls(text) == set()


@pytest.mark.parametrize(
    ("words", "value", "bounds"),
    [
        ("two hundred and fifty men", 250.0, (None, None)),
        ("twenty-five men", 25.0, (None, None)),
        ("half a million men", 500000.0, (None, None)),
        ("between 30,000 and 40,000 men", None, (30000.0, 40000.0)),
        ("30 and 40 men", 30.0, (None, None)),
        ("a man", None, None),
    ],
)
def test_numbers_of_several_words(words, value, bounds):
    found = find_figures(words, 0, len(words))
    if bounds is None:
        assert found == []
        return
    figure = found[0].figure
    assert (figure.value, (figure.low, figure.high)) == (value, bounds)
