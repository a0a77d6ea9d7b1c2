"""Differences found, typed and explained."""

from dataclasses import replace

import pytest
from unit.pipelines.composed import Archive, one_page, row, rows


def two_births(one, other, **values):
    archive = one_page()
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
    archive = one_page()
    archive.page("s2", "Ada Byron")
    archive.claim("s1", "birth", edtf="1905-02-07", words="7 February 1905")
    archive.claim("s1", "birth", edtf="1905-02-07", words="7.2.1905")
    archive.claim("s2", "birth", edtf="1905-02-20", words="20 February 1905")
    con = archive.resolve()
    assert rows(con, "select count(*) from contradictions") == [(1,)]
    assert rows(con, "select count(*) from contradiction_claims") == [(3,)]


def test_a_place_within_a_place_is_no_contradiction():
    archive = one_page()
    archive.claim("s1", "birth", place_text="London")
    archive.claim("s1", "birth", place_text="London, England")
    assert rows(archive.resolve(), "select count(*) from contradictions") == [(0,)]


def test_another_place_is_one():
    archive = one_page()
    archive.claim("s1", "birth", place_text="London")
    archive.claim("s1", "birth", place_text="Paris, France")
    assert rows(archive.resolve(), "select kind from contradictions") == [("place",)]


def test_a_place_in_two_scripts_is_one_place():
    archive = one_page()
    archive.claim("s1", "birth", place_text="Borovichi, Novgorod Governorate")
    archive.claim("s1", "birth", place_text="Боровичи Новгородской губернии")
    assert rows(archive.resolve(), "select count(*) from contradictions") == [(0,)]


def test_rough_figures_strain_and_exact_ones_exclude_each_other():
    archive = one_page()
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
    archive = one_page()
    archive.claim("s1", "death", edtf="1850-10-01")
    archive.claim("s1", "marriage", object_text="William King", edtf="1860")
    archive.claim("s1", "rehabilitation", edtf="1954-04-30")
    con = archive.resolve()
    assert rows(con, "select c.kind, e.event_type from contradictions c join events e using (event_id)") == [
        ("sequence", "marriage")
    ]


def test_a_trial_before_the_arrest_is_out_of_order():
    archive = one_page()
    archive.claim("s1", "arrest", edtf="1950-03-01")
    archive.claim("s1", "trial", edtf="1949-01-01")
    assert rows(archive.resolve(), "select kind from contradictions") == [("sequence",)]


def test_rumours_contradict_nothing():
    archive = one_page()
    archive.claim("s1", "birth", edtf="1815-12-10")
    archive.claim("s1", "birth", edtf="1820", modality="rumoured")
    assert rows(archive.resolve(), "select count(*) from contradictions") == [(0,)]


def found(archive, *columns):
    return rows(archive.resolve(), f"select {', '.join(columns)} from contradictions order by all")


def two_pages(title="Ada Byron"):
    archive = Archive()
    archive.page("s1", title)
    archive.page("s2", title)
    return archive


def test_a_calendar_is_explained_once_a_source_says_which():
    archive = two_pages()
    archive.claim("s1", "birth", edtf="1905-02-07")
    archive.claim("s2", "birth", edtf="1905-02-20", words="20 February (O.S. 7 February) 1905")
    archive.claims[-1] = replace(archive.claims[-1], calendar="gregorian")
    assert found(archive, "explanation", "status") == [("calendar", "explained")]


def test_the_name_of_a_day_is_checked_and_told():
    archive = two_pages()
    archive.claim("s1", "birth", edtf="1905-02-07", words="Tuesday 7 February 1905")
    archive.claim("s2", "birth", edtf="1905-02-20")
    archive.parts.append(
        row("claim_parts", claim_id="c0000", part="date", text="7 February 1905", part_start=13, part_end=28)
    )
    archive.passages[0] = row(
        "passages",
        passage_id="s1.p0",
        source_id="s1",
        kind="paragraph",
        text="born Tuesday 7 February 1905",
        passage_end=28,
    )
    ((evidence,),) = found(archive, "evidence")
    assert "Tuesday is named for 7 February 1905, which was a Tuesday (in the Julian calendar a Monday)" in evidence
    assert "speaks against two calendars" in evidence


def test_a_rough_date_leaves_room():
    archive = two_pages()
    archive.claim("s1", "birth", edtf="1842~", date_qualifier="approximate")
    archive.claim("s2", "birth", edtf="1843")
    assert found(archive, "kind") == []


def test_three_values_are_set_against_each_other_and_a_coarse_one_stands_with_the_finer():
    archive = two_pages()
    archive.page("s3", "Ada Byron")
    archive.claim("s1", "birth", edtf="1905-02-07")
    archive.claim("s1", "birth", edtf="1905")
    archive.claim("s2", "birth", edtf="1906-03-01")
    con = archive.resolve()
    assert rows(con, "select count(*) from contradictions") == [(1,)]
    assert rows(con, "select count(*) from contradiction_claims") == [(3,)]


def test_a_town_and_its_country_are_no_contradiction_even_where_neither_names_the_other():
    archive = two_pages()
    archive.claim("s1", "death", place_text="Lyon")
    archive.claim("s2", "death", place_text="France")
    assert found(archive, "kind") == []


def test_a_place_known_to_lie_in_the_other_is_no_contradiction():
    archive = two_pages()
    archive.claim("s1", "death", place_text="Chelsea")
    archive.claim("s2", "death", place_text="London")
    archive.claim("s2", "birth", who="Anne Noel", place_text="Chelsea, London")
    assert found(archive, "kind") == []


@pytest.mark.parametrize(
    "event_type, values, kind",
    [
        ("tenure", {"object_text": "Mayor of Bath", "edtf": "1822/1824"}, "sequence"),  # at seven years
        ("tenure", {"object_text": "King of Prussia", "edtf": "1822/1824"}, None),  # inherited
        ("tenure", {"object_text": "Mayor of Bath", "edtf": "1842/1850"}, None),
        ("marriage", {"object_text": "William King", "edtf": "1820"}, "sequence"),
    ],
)
def test_nobody_does_at_five_what_grown_people_do(event_type, values, kind):
    archive = two_pages()
    archive.claim("s1", "birth", edtf="1815-12-10")
    archive.claim("s2", event_type, **values)
    assert [one for (one,) in found(archive, "kind")] == ([kind] if kind else [])


def test_nobody_is_in_two_towns_on_one_day():
    archive = two_pages()
    archive.claim("s1", "arrest", edtf="1849-08-13", place_text="Bath")
    archive.claim("s2", "marriage", object_text="William King", edtf="1849-08-13", place_text="Paris")
    assert found(archive, "kind", "strength") == [("sequence", "tension")]


def test_an_execution_is_a_death_and_must_agree_with_it():
    archive = two_pages()
    archive.claim("s1", "death", edtf="1850-10-01")
    archive.claim("s2", "execution", edtf="1850-11-03")
    assert [kind for (kind,) in found(archive, "kind")] == ["date"]


def test_the_place_of_an_execution_is_that_of_the_death_whichever_claim_tells_it():
    archive = two_pages()
    archive.claim("s1", "death", edtf="1943-06-02", place_text="Brno, Moravia")
    archive.claim("s1", "execution", edtf="1943-06-02")
    where = archive.claim("s2", "execution", edtf="1943-06", place_text="Breslau")
    con = archive.resolve()
    assert rows(con, "select kind, evidence from contradictions") == [("place", "Neither place names the other.")]
    assert (where, "Breslau") in rows(con, "select claim_id, stated_value from contradiction_claims")


def test_places_of_an_execution_that_differ_are_told_once():
    archive = two_pages()
    archive.claim("s1", "death", edtf="1943-06-02", place_text="Brno")
    archive.claim("s1", "execution", edtf="1943-06-02", place_text="Brno")
    archive.claim("s2", "execution", edtf="1943-06-02", place_text="Breslau")
    assert [kind for (kind,) in found(archive, "kind")] == ["place"]


def test_a_denial_excludes_and_one_narrator_may_tell_both():
    archive = two_pages()
    archive.claim("s1", "marriage", object_text="William King", edtf="1835")
    archive.claim("s2", "marriage", modality="denied")
    assert found(archive, "kind", "explanation") == [("occurrence", "unexplained")]
    archive = two_pages()
    archive.claim("s1", "confession", modality="denied")
    archive.claim("s1", "confession")
    assert found(archive, "kind", "explanation") == [("occurrence", "different_stage")]


def test_a_length_is_checked_against_the_dates():
    archive = two_pages()
    archive.claim("s1", "tenure", object_text="Mayor of Bath", edtf="1841/1845")
    archive.claim("s2", "tenure", object_text="Mayor of Bath", duration="P9Y")
    assert found(archive, "kind") == [("duration",)]


def test_more_named_than_counted():
    archive = two_pages()
    archive.claim("s1", "kinship", subtype="child", figure_text="one", figure_value=1.0, figure_measure="children")
    for name in ("Anne King", "Ralph King"):
        archive.claim("s2", "kinship", subtype="child", object_text=name)
    assert found(archive, "kind") == [("part_whole",)]


def test_two_first_names_in_one_office():
    archive = two_pages()
    archive.claim("s1", "tenure", object_text="Mayor of Bath", edtf="1841/1845", parts=[("successor", "John Hale")])
    archive.claim("s2", "tenure", who="Peter Hale", object_text="Mayor of Bath")
    assert found(archive, "kind", "strength") == [("name", "tension")]


@pytest.mark.parametrize(
    ("one", "tried", "other", "cleared"),
    [
        ("Nils Brahe", "trial", "Erik Brahe", "rehabilitation"),
        ("Jean Calas", "sentence", "Marc Calas", "acquittal"),
        ("Marie Lafarge", "arrest", "Anne Lafarge", "release"),
        ("John Lambert", "execution", "Peter Lambert", "rehabilitation"),
    ],
)
def test_two_first_names_in_one_case(one, tried, other, cleared):
    archive = two_pages()
    archive.claim("s1", tried, who=one, edtf="1841")
    archive.claim("s2", cleared, who=other)
    assert found(archive, "kind", "strength") == [("name", "tension")]


@pytest.mark.parametrize(
    ("other", "page", "tried", "cleared"),
    [
        ("Erik Lund", "s2", "trial", "rehabilitation"),  # another surname
        ("Erik Brahe", "s1", "trial", "rehabilitation"),  # told of in the same paragraph
        ("E. Brahe", "s2", "trial", "rehabilitation"),  # an initial is no other name
    ],
)
def test_who_is_another_in_a_case(other, page, tried, cleared):
    archive = two_pages()
    archive.claim("s1", tried, who="Nils Brahe", edtf="1841")
    archive.claim(page, cleared, who=other)
    assert found(archive, "kind") == []


@pytest.mark.parametrize(
    ("counted", "dates", "told"),
    [
        ("Iron Crosses", ["1914", "1916", "1918"], True),
        ("Orders of Merit", ["1942", "1945-06-29", "1945", "1940-04-17"], True),
        ("Nobel Prizes", ["1903", "1911"], False),
        ("Orders of Merit", ["1945-06-29", "1945", "1940-04-17"], False),  # a year beside a day in it
        ("Orders of Vasa", ["1772", "1772-05-28", "1780", "1780"], False),
    ],
)
def test_more_awards_dated_than_counted(counted, dates, told):
    archive = two_pages()
    archive.claim("s1", "award", object_text=counted, figure_text="two", figure_value=2.0)
    for edtf in dates:
        archive.claim("s2", "award", object_text=counted, edtf=edtf)
    assert (("part_whole",) in found(archive, "kind")) == told


def test_a_dismissal_without_office_is_set_beside_the_nearest_end():
    archive = two_pages()
    archive.claim("s1", "departure", subtype="dismissed", edtf="1849-02-15")
    archive.claim("s2", "tenure", object_text="Mayor of Bath", edtf="1841/1849-01-28")
    assert found(archive, "kind", "explanation") == [("date", "different_office")]


def test_every_contradiction_has_sides_of_its_own_events():
    archive = two_pages()
    archive.claim("s1", "birth", edtf="1815-12-10", place_text="Bath")
    archive.claim("s2", "birth", edtf="1816-12-10", place_text="Paris")
    archive.claim("s2", "tenure", object_text="Mayor of Bath", edtf="1820/1822")
    con = archive.resolve()
    assert rows(con, "select kind from contradictions order by 1") == [("date",), ("place",), ("sequence",)]
    assert rows(
        con, "select min(n) from (select count(*) as n from contradiction_claims group by contradiction_id)"
    ) == [(2,)]


def test_an_end_told_by_its_latest_day_takes_a_side():
    archive = Archive()
    archive.page("s1", "Anna Berg")
    archive.page("s2", "Anna Berg")
    archive.claim("s1", "departure", object_text="Mayor of Lund", edtf="1807-09-22")
    archive.claim("s2", "departure", object_text="Mayor of Lund", edtf="../1807-08", words="by August 1807")
    con = archive.resolve()
    ((kind, sides),) = rows(
        con,
        "select kind, count(*) from contradictions join contradiction_claims using (contradiction_id) group by kind",
    )
    assert (kind, sides) == ("date", 2)
