"""A corrected column, and what follows from it in others."""

import pytest

from pipelines.dates import parse_edtf
from pipelines.rulings import correct_claim

CLAIM = {"date_text": "1910", "calendar": "julian", "date_edtf": "1910", "event_type": "marriage", "subtype": None}


@pytest.mark.parametrize(
    ("edtf", "precision", "qualifier"),
    [
        ("1911-06-04", "day", None),
        ("1911-06", "month", None),
        ("1911-21", "season", None),
        ("1911-37", "part", None),
        ("1911", "year", None),
        ("-0044-03-15", "day", None),
        ("-0044", "year", None),
        ("191X", "decade", None),
        ("19XX", "century", None),
        ("1911~", "year", "approximate"),
        ("1911-06?", "month", "uncertain"),
        ("1911/1913", "interval", None),
        ("../1913", "open", "before"),
        ("1911/..", "open", "after"),
        ("[1911,1913]", "interval", None),
    ],
)
def test_a_date_brings_its_bounds_precision_and_qualifier(edtf, precision, qualifier):
    made = correct_claim(CLAIM, "date_edtf", edtf)
    bounds = parse_edtf(edtf)
    assert (made["date_earliest"], made["date_latest"]) == (bounds.earliest, bounds.latest)
    assert (made["date_precision"], made["date_qualifier"]) == (precision, qualifier)
    assert (made["calendar"], made["date_basis"]) == ("julian", "context")


def test_a_date_without_words_is_inferred_and_one_cleared_leaves_nothing():
    without = CLAIM | {"date_text": None, "calendar": None}
    made = correct_claim(without, "date_edtf", "1911")
    assert (made["calendar"], made["date_basis"]) == ("unstated", "inferred")
    assert set(correct_claim(CLAIM, "date_edtf", None).values()) == {None}


def test_values_take_the_type_of_their_column():
    assert correct_claim(CLAIM, "figure_value", "30") == {"figure_value": 30.0}
    assert correct_claim(CLAIM, "reference_number", "4") == {"reference_number": 4}
    assert correct_claim(CLAIM, "place_text", None) == {"place_text": None}


def test_another_event_type_brings_its_family():
    made = correct_claim(CLAIM, "event_type", "award")
    assert made == {"event_type": "award", "family": "honours", "subtype": None}
