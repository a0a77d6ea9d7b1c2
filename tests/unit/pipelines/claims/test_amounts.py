"""Amounts in what was done: how many, of what."""

import pytest


def figures(page, text):
    made = page(
        f"= Anton Holm =\n\nAnton Holm\n- Nationality: unknown\n\nAnton Holm was a painter.\n\n== Life ==\n{text}\n"
    )
    return [
        (claim.event_type, claim.figure_text, claim.figure_value, claim.figure_qualifier, claim.figure_measure)
        for claim in made.claims(after="== Life ==")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was fined 50,000 crowns in 1951.", ("sentence", "50,000 crowns", 50000, None, None)),
        ("A court in Ghent fined him 500 guilders in March 1668.", ("sentence", "500 guilders", 500, None, None)),
        ("He was fined £200 in 1890.", ("sentence", "£200", 200, None, None)),
        ("She won two titles at the Games in 1960.", ("action", "two", 2, None, "titles")),
        ("He surveyed some 1,900 kilometres of coast in 1874.",
         ("action", "some 1,900", 1900, "about", "kilometres of coast")),
        ("He received a pension of 4,000 guilders in 1850.", ("award", "4,000 guilders", 4000, None, None)),
    ],
)  # fmt: skip
def test_an_amount_is_a_figure(page, text, expected):
    assert expected in figures(page, text)


@pytest.mark.parametrize(
    "text",
    [
        "He won the 1936 Olympics.",
        "He was sentenced to twelve years in 1953.",
        "She competed in the 100 metres in 1964.",
        "He was fined in 1890.",
    ],
)
def test_years_and_lengths_are_none(page, text):
    assert {figure for _, figure, *_ in figures(page, text)} == {None}
