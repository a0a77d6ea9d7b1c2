"""Moves from place to place that share one verb, each with its own date."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He emigrated to Berlin and then, in 1925, to Paris.", {("Berlin", None), ("Paris", "1925")}),
        ("He emigrated to Berlin in 1920 and to Paris in 1925.", {("Berlin", "1920"), ("Paris", "1925")}),
        (
            "He moved to Berlin in 1920, to Paris in 1925 and finally, in 1930, to London.",
            {("Berlin", "1920"), ("Paris", "1925"), ("London", "1930")},
        ),
        ("In 1920 he moved to Berlin, and in 1925 to Paris.", {("Berlin", "1920"), ("Paris", "1925")}),
        ("He fled to Berlin, then to Paris.", {("Berlin", None), ("Paris", None)}),
        ("He moved to Berlin in 1920 and talked to Karl Roe in 1925.", {("Berlin", "1920")}),
        ("He moved to Berlin in 1920 and to film in 1925.", {("Berlin", "1920")}),
    ],
)
def test_moves(prose, text, expected):
    assert {(place, date) for event, _, _, place, date in prose(text) if event == "residence"} == expected
