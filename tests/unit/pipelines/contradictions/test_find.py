"""Differences found, typed and explained."""

import pytest
from unit.pipelines.composed import Archive, rows


def two_births(one, other, **values):
    archive = Archive()
    archive.page("s1", "Ada Byron")
    archive.page("s2", "Ada Byron")
    archive.claim("s1", "birth", edtf=one, **values)
    archive.claim("s2", "birth", edtf=other, **values)
    return archive.resolve()


@pytest.mark.parametrize(
    "one, other, explanation",
    [
        ("1905-02-07", "1905-02-20", "calendar"),  # 13 days, from March 1900
        ("1822-11-11", "1822-11-23", "calendar"),  # 12 days in the 19th century
        ("1729-04-21", "1729-05-02", "calendar"),  # 11 days in the 18th
        ("1642-12-25", "1643-01-04", "calendar"),  # 10 days before
        ("1822-11-11", "1822-11-24", "unexplained"),  # 13 days, but not then
        ("1905-02-07", "1906-02-07", "digit_slip"),
        ("1905-02-07", "1905-08-30", "unexplained"),
    ],
)
def test_dates_of_a_birth(one, other, explanation):
    con = two_births(one, other)
    wanted = {"unexplained": "open"}.get(explanation, "suggested")
    assert rows(con, "select kind, strength, explanation, status from contradictions") == [
        ("date", "impossible", explanation, wanted)
    ]
    assert len(rows(con, "select stated_value from contradiction_claims")) == 2


def test_the_same_difference_told_in_several_words_is_one_contradiction():
    archive = Archive()
    archive.page("s1", "Ada Byron")
    archive.page("s2", "Ada Byron")
    archive.claim("s1", "birth", edtf="1905-02-07", words="7 February 1905")
    archive.claim("s1", "birth", edtf="1905-02-07", words="7.2.1905")
    archive.claim("s2", "birth", edtf="1905-02-20", words="20 February 1905")
    con = archive.resolve()
    assert rows(con, "select count(*) from contradictions") == [(1,)]
    assert rows(con, "select count(*) from contradiction_claims") == [(3,)]


def test_a_place_within_a_place_is_no_contradiction():
    archive = Archive()
    archive.page("s1", "Ada Byron")
    archive.claim("s1", "birth", place_text="London")
    archive.claim("s1", "birth", place_text="London, England")
    assert rows(archive.resolve(), "select count(*) from contradictions") == [(0,)]


def test_another_place_is_one():
    archive = Archive()
    archive.page("s1", "Ada Byron")
    archive.claim("s1", "birth", place_text="London")
    archive.claim("s1", "birth", place_text="Paris, France")
    assert rows(archive.resolve(), "select kind from contradictions") == [("place",)]


def test_a_place_in_two_scripts_is_one_place():
    archive = Archive()
    archive.page("s1", "Ada Byron")
    archive.claim("s1", "birth", place_text="Borovichi, Novgorod Governorate")
    archive.claim("s1", "birth", place_text="Боровичи Новгородской губернии")
    assert rows(archive.resolve(), "select count(*) from contradictions") == [(0,)]


def test_rough_figures_strain_and_exact_ones_exclude_each_other():
    archive = Archive()
    archive.page("s1", "Ada Byron")
    archive.claim("s1", "action", object_text="the siege", figure_text="over 1,000", figure_value=1000.0,
                  figure_qualifier="over", figure_measure="dead")  # fmt: skip
    archive.claim(
        "s1", "action", object_text="the siege", figure_text="1,300", figure_value=1300.0, figure_measure="dead"
    )
    archive.claim("s1", "action", object_text="the march", figure_text="20", figure_value=20.0, figure_measure="days")
    archive.claim("s1", "action", object_text="the march", figure_text="30", figure_value=30.0, figure_measure="days")
    assert sorted(rows(archive.resolve(), "select kind, strength from contradictions")) == [
        ("figure", "impossible"), ("figure", "tension"),
    ]  # fmt: skip


def test_deeds_after_death_are_impossible_and_honours_after_it_are_not():
    archive = Archive()
    archive.page("s1", "Ada Byron")
    archive.claim("s1", "death", edtf="1850-10-01")
    archive.claim("s1", "marriage", object_text="William King", edtf="1860")
    archive.claim("s1", "rehabilitation", edtf="1954-04-30")
    con = archive.resolve()
    assert rows(con, "select c.kind, e.event_type from contradictions c join events e using (event_id)") == [
        ("sequence", "marriage")
    ]


def test_a_trial_before_the_arrest_is_out_of_order():
    archive = Archive()
    archive.page("s1", "Ada Byron")
    archive.claim("s1", "arrest", edtf="1950-03-01")
    archive.claim("s1", "trial", edtf="1949-01-01")
    assert rows(archive.resolve(), "select kind from contradictions") == [("sequence",)]


def test_rumours_contradict_nothing():
    archive = Archive()
    archive.page("s1", "Ada Byron")
    archive.claim("s1", "birth", edtf="1815-12-10")
    archive.claim("s1", "birth", edtf="1820", modality="rumoured")
    assert rows(archive.resolve(), "select count(*) from contradictions") == [(0,)]
