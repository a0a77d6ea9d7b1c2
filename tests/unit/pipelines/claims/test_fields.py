import pytest


def test_an_office_group_is_one_tenure_with_its_neighbours(fields):
    page, claims = fields(
        "- Office2: Minister of Trade",
        "- Term Start2: 3 May 1901",
        "- Term End2: 4 June 1905",
        "- Predecessor2: Ole Berg",
        "- Successor2: Per Lund",
    )
    (tenure,) = claims
    assert (tenure.event_type, tenure.object_text) == ("tenure", "Minister of Trade")
    assert tenure.date_text == "3 May 1901 – 4 June 1905"
    assert tenure.date_edtf == "1901-05-03/1905-06-04"
    assert page.parts(tenure, "participant", "predecessor") == ["Ole Berg"]
    assert page.parts(tenure, "participant", "successor") == ["Per Lund"]
    assert page.parts(tenure, "participant", "body") == ["Trade"]


def test_groups_with_different_numbers_stay_apart(fields):
    _, claims = fields("- Office1: Mayor", "- Term Start1: 1901", "- Office2: Governor", "- Term Start2: 1905")
    assert {(c.object_text, c.date_edtf) for c in claims} == {("Mayor", "1901/.."), ("Governor", "1905/..")}


def test_birth_takes_date_and_place_from_two_fields_and_keeps_the_modern_name_apart(fields):
    page, (birth,) = fields("- Born: 1898", "- Birthplace: Kiev, Russian Empire (now Kyiv, Ukraine)")
    assert (birth.event_type, birth.place_text, birth.date_edtf) == ("birth", "Kiev, Russian Empire", "1898")
    assert page.parts(birth, "attribute", "modern_name") == ["Kyiv, Ukraine"]
    assert birth.quote == "- Born: 1898\n- Birthplace: Kiev, Russian Empire (now Kyiv, Ukraine)"


def test_one_field_may_hold_date_age_and_place(fields):
    _, (death,) = fields("- Died: 2 November 1943 (aged 72), Zurich, Switzerland")
    assert (death.event_type, death.date_edtf, death.place_text) == ("death", "1943-11-02", "Zurich, Switzerland")


def test_lists_give_a_claim_an_item_and_brackets_their_dates(fields):
    _, claims = fields("- Party: Reform Party (Left) (1925–1949), Free Union")
    assert {(c.event_type, c.object_text, c.date_edtf) for c in claims} == {
        ("membership", "Reform Party (Left)", "1925/1949"),
        ("membership", "Free Union", None),
    }


def test_nested_bullets_are_items(fields):
    _, claims = fields("- Battles: World War II, *Eastern Front, **Siege of Leningrad")
    assert [c.object_text for c in claims] == ["World War II", "Eastern Front", "Siege of Leningrad"]


def test_years_of_service_govern_the_branch(fields):
    _, (service,) = fields("- Branch: Royal Navy", "- Serviceyears: 1795–1832")
    assert (service.event_type, service.object_text, service.date_edtf) == ("service", "Royal Navy", "1795/1832")


def test_a_marriage_has_the_year_of_its_bracket_and_its_end_as_an_attribute(fields):
    page, (marriage, death) = fields("- Spouse: Otto Lind (m. 1899; died 1921)")
    assert (death.event_type, death.subject_text, death.date_edtf) == ("death", "Otto Lind", "1921")
    assert (marriage.event_type, marriage.object_text, marriage.date_edtf) == ("marriage", "Otto Lind", "1899")
    assert page.parts(marriage, "attribute", "end") == ["1921"]


def test_a_number_of_children_is_a_figure(fields):
    _, (child,) = fields("- Children: 3")
    assert (child.event_type, child.subtype, child.figure_value, child.figure_measure) == (
        "kinship", "child", 3.0, "children",
    )  # fmt: skip


def test_a_college_keeps_its_town_and_its_degree_out_of_its_name(fields):
    _, claims = fields("- Alma Mater: University of Oslo (Cand. real., 1934), Girton College, Cambridge (PhD, 1938)")
    assert {(c.object_text, c.date_edtf) for c in claims} == {
        ("University of Oslo", "1934"),
        ("Girton College, Cambridge", "1938"),
    }


def test_clubs_of_an_athlete_take_the_years_of_their_number(fields):
    _, claims = fields("- Years1: 1901–1905", "- Clubs1: Holm FC", "- Years2: 1905–1909", "- Clubs2: Berg FC")
    assert {(c.object_text, c.date_edtf) for c in claims} == {("Holm FC", "1901/1905"), ("Berg FC", "1905/1909")}


def test_an_unknown_field_is_told_and_an_ignored_one_is_not(fields):
    page, claims = fields("- Favourite Colour: Blue", "- Image: ann.jpg")
    assert claims == []
    problem = page.reading.facts.problem
    assert "'Favourite Colour'" in problem and "Image" not in problem


def test_stages_counts_and_second_years_that_fields_name(fields):
    _, claims = fields(
        "- Years Active: 1938–1994", "- Ordination: 24 December 1648", "- Olympic Medals: 4 (1 gold)",
        "- Awards: Player of the Year (2001, 2003)",
    )  # fmt: skip
    told = {(one.event_type, one.object_text, one.date_edtf, one.figure_value) for one in claims}
    assert told == {
        ("employment", None, "1938/1994", None),
        ("appointment", "Ordination", "1648-12-24", None),
        ("award", "Olympic Medals", None, 4),
        ("award", "Player of the Year", "2001", None),
        ("award", "Player of the Year", "2003", None),
    }


def test_titles_leads_and_second_terms_in_values(fields):
    _, claims = fields(
        "- Issue: Otto III, Anna, Queen of Bern", "- Children: 3, including Tom", "- Years3: 2005–", "- Clubs3: York",
        "- Office2: Minister of Labour", "- Term2: 1905–1906, 1910–1912",
    )  # fmt: skip
    told = {(one.object_text, one.date_edtf) for one in claims if one.event_type != "kinship" or one.object_text}
    assert told == {
        ("Otto III", None), ("Anna, Queen of Bern", None), ("Tom", None), ("York", "2005/.."),
        ("Minister of Labour", "1905/1906"), ("Minister of Labour", "1910/1912"),
    }  # fmt: skip


def test_what_stands_behind_an_awards_comma_belongs_to_it(fields):
    _, claims = fields(
        "- Decorations: Order of Olaf, First Class, War Cross, 1950",
        "- Honours: Honorary Doctorate, University of Leeds (1960), 1970 Man of the Year",
    )
    told = {(one.object_text, one.date_edtf) for one in claims}
    assert {
        ("Order of Olaf, First Class", None), ("War Cross", "1950"),
        ("Honorary Doctorate, University of Leeds", "1960"),
    } <= told  # fmt: skip
    assert not any(what in ("1950", "First Class") for what, _ in told)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["- Ordination: 1871 (deacon), 1874 (priest)"],
            {("appointment", "deacon", "1871"), ("appointment", "priest", "1874")},
        ),
        (["- Party: New Unity (2011–present)"], {("membership", "New Unity", "2011/..")}),
        (["- Spouse: Andris Krastiņš (div. 2010)"], {("marriage", "Andris Krastiņš", "../2010")}),
        (
            ["- Medals: silver 2008 Beijing; gold 2009 Berlin"],
            {("award", "silver 2008 Beijing", "2008"), ("award", "gold 2009 Berlin", "2009")},
        ),
        (["- Title: Emperor of Cherson", "- Reign: 1297 – 1313"], {("tenure", "Emperor of Cherson", "1297/1313")}),
        (["- Reign: 1804–1819", "- Predecessor: Kalola"], {("tenure", "Reign", "1804/1819")}),
        (
            ["- Office: Minister of Finance", "- Assumed Office: 15 September 2023"],
            {("tenure", "Minister of Finance", "2023-09-15/..")},
        ),
        (
            ["- Years active: 1914–1931, 1946–1966"],
            {("employment", None, "1914/1931"), ("employment", None, "1946/1966")},
        ),
        (
            ["- Born: Ilze Ozola, 4 June 1971, Valmiera"],
            {("attribute", "Ilze Ozola", None), ("birth", None, "1971-06-04")},
        ),
        (["- Coached by: Sentayehu Eshetu (until 2007)"], {("association", "Sentayehu Eshetu", "../2007")}),
        (["- Retired: 2019"], {("retirement", None, "2019")}),
        (["- Issue: Keawe II, Princess Liliha"], {("kinship", "Keawe II", None), ("kinship", "Princess Liliha", None)}),
    ],
)
def test_a_field_of_a_life(fields, lines, expected):
    _, claims = fields(*lines)
    assert expected <= {(c.event_type, c.object_text, c.date_edtf) for c in claims}


def test_a_marriage_of_the_eleventh_century_has_its_year_and_its_end(fields):
    _, claims = fields("- Spouse: David of Gag (m. 1056; d. 1064); Smbat Artsruni (m. 1067, his death 1089)")
    assert sorted((c.event_type, c.date_edtf) for c in claims) == [
        ("death", "1064"), ("death", "1089"), ("marriage", "1056"), ("marriage", "1067"),
    ]  # fmt: skip


def test_a_career_in_one_field_is_read_item_by_item(fields):
    page, claims = fields("- Managerial career: 2014–2016 Mali U20; 2018–2021 AS Bamako; 2022– Stade Malien")
    told = [(c.event_type, page.parts(c, "object"), c.date_edtf) for c in claims]
    assert told == [
        ("tenure", ["Mali U20"], "2014/2016"), ("tenure", ["AS Bamako"], "2018/2021"),
        ("tenure", ["Stade Malien"], "2022/.."),
    ]  # fmt: skip


def test_the_years_before_a_team_are_its_date(fields):
    page, claims = fields("- National team: 1998–2010 Mali, 74 (6)")
    assert [(page.parts(c, "object"), c.date_edtf) for c in claims] == [(["Mali"], "1998/2010")]


def test_her_death_in_a_bracket_is_the_wifes(fields):
    page, claims = fields("- Spouse: Klara Hirsch (1896–1931, her death); Anna Roe (1932–1950, his death)")
    told = [(page.parts(c, "subject") or [c.subject_text], c.date_edtf) for c in claims if c.event_type == "death"]
    assert told == [(["Klara Hirsch"], "1931")]


def test_each_place_of_a_medal_record_is_an_award(fields):
    page, claims = fields("- Medal Record: European Championships – 1st 1995 Vienna 200 m, 3rd 1997 Seville 100 m")
    assert [c.date_edtf for c in claims if c.event_type == "award"] == ["1995", "1997"]
    assert page.parts(claims[1], "object") == ["3rd 1997 Seville 100 m"]


def test_relatives_of_a_field_with_their_lives(fields):
    _, claims = fields("- Children: Peter (b. 1891), Ida (1893–1970)")
    assert {(c.event_type, c.subject_text, c.object_text, c.date_edtf) for c in claims} == {
        ("kinship", "Ann Example", "Peter", None),
        ("kinship", "Ann Example", "Ida", None),
        ("birth", "Peter", None, "1891"),
        ("birth", "Ida", None, "1893"),
        ("death", "Ida", None, "1970"),
    }


def test_two_parents_and_counted_children_of_a_field(fields):
    _, claims = fields("- Parent(s): Karl Roe and Ida Lund", "- Children: Three sons, two daughters")
    told = [(c.subtype, c.object_text, c.figure_value) for c in claims]
    assert told == [("parent", "Karl Roe", None), ("parent", "Ida Lund", None), ("child", None, 3), ("child", None, 2)]


def test_a_bracket_behind_a_blank_without_width_and_numbered_spouses(fields):
    _, claims = fields("- Spouse(s): 1. Otto Roe \u200b(m. 1890)\u200b; 2. Karl Lund (m. 1903)")
    assert [(c.object_text, c.date_edtf) for c in claims] == [("Otto Roe", "1890"), ("Karl Lund", "1903")]


def test_schools_of_a_field_apart(fields):
    _, claims = fields("- Education: University of Ulm (PhD, 1891); ETH Zurich")
    assert [(c.object_text, c.date_edtf) for c in claims] == [("University of Ulm", "1891"), ("ETH Zurich", None)]
    _, claims = fields("- Education: Eton College; Balliol College, Oxford (BA)")
    assert [c.object_text for c in claims] == ["Eton College", "Balliol College, Oxford (BA)"]
