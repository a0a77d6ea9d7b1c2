"""What only looks like a contradiction: terms renewed, places within a town, relatives and medals of another kind."""

from dataclasses import replace

import pytest
from unit.pipelines.composed import one_page, rows


def one_life():
    archive = one_page()
    archive.page("s2", "Ada Byron")
    return archive


def kinds(archive):
    return [kind for (kind,) in rows(archive.resolve(), "select kind from contradictions")]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("she was re-elected in 1888", []),
        ("reelected mayor of Bath", []),
        ("reappointed in that year", []),
        ("confirmed by the senate", []),
        ("she was elected mayor of Bath", ["date"]),
    ],
)
def test_a_term_that_is_renewed_began_before(words, found):
    archive = one_life()
    archive.claim("s1", "tenure", object_text="Mayor of Bath", edtf="1885/1897")
    archive.claim("s2", "appointment", object_text="Mayor of Bath", edtf="1888")
    archive.claims[-1] = replace(archive.claims[-1], quote=words)
    assert kinds(archive) == found


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("Korle-Bu Teaching Hospital", []),
        ("Grote Kerk", []),
        ("Casa del Teatro", []),
        ("Spandau Prison", []),
        ("Ravenna", ["place"]),
    ],
)
def test_a_house_stands_in_its_town(place, found):
    archive = one_life()
    archive.claim("s1", "death", place_text="Haarlem")
    archive.claim("s2", "death", place_text=place)
    assert kinds(archive) == found


@pytest.mark.parametrize(
    ("measure", "names", "found"),
    [
        ("children", ["Abas", "Mariam", "Mariam, Queen of Kakheti"], []),
        ("daughters", ["Leszek", "Salomea", "Agafia"], []),
        ("sons", ["Leszek", "Salomea", "Agafia"], []),
        ("children", ["Leszek", "Salomea", "Agafia"], ["part_whole"]),
    ],
)
def test_relatives_counted_and_named(measure, names, found):
    archive = one_life()
    archive.claim("s1", "kinship", subtype="child", figure_text="two", figure_value=2.0, figure_measure=measure)
    for name in names:
        archive.claim("s2", "kinship", subtype="child", object_text=name)
    assert kinds(archive) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Olympic Medals", "World Medals", []),
        ("Military Crosses", "Iron Crosses", []),
        ("Nobel Prizes", "Lenin Prizes", []),
        ("Olympic Medals", "Olympic Medals", ["figure"]),
    ],
)
def test_awards_of_one_name_are_counted_alike(one, other, found):
    archive = one_life()
    archive.claim("s1", "award", object_text=one, figure_text="4", figure_value=4.0, figure_measure="medals")
    archive.claim("s2", "award", object_text=other, figure_text="5", figure_value=5.0, figure_measure="medals")
    assert kinds(archive) == found


@pytest.mark.parametrize(("one", "other"), [("1707", "1812"), ("1906", "1940"), ("1362", "1421"), ("1871", "1880")])
def test_a_multitude_dies_more_than_once(one, other):
    archive = one_life()
    archive.claim("s1", "death", who="peasants", edtf=one, place_text="Bath", object_text="famine", figure_text="300",
                  figure_value=300.0)  # fmt: skip
    archive.claim("s2", "death", who="peasants", edtf=other, place_text="Wells", object_text="a flood",
                  figure_text="900", figure_value=900.0)  # fmt: skip
    assert kinds(archive) == []
