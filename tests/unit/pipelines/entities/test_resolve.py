"""Who is who, on composed pages."""

import pytest
from unit.pipelines.composed import Archive, rows


def subject_of(con, source_id):
    return rows(con, "select subject_id from sources_resolved where source_id = ?", source_id)[0][0]


def test_two_pages_on_one_man_in_two_spellings_and_calendars_are_one_person():
    archive = Archive()
    archive.page("s1", "Alexey Kuznetsov")
    archive.page("s2", "Кузнецов Алексей Александрович")
    archive.claim("s1", "birth", edtf="1905-02-20")
    archive.claim("s2", "birth", edtf="1905-02-07")
    con = archive.resolve()
    assert subject_of(con, "s1") == subject_of(con, "s2")
    assert rows(con, "select label from entities where kind = 'person'") == [("Alexey Kuznetsov",)]


def test_namesakes_with_other_lives_are_two():
    archive = Archive()
    archive.page("s1", "John Smith")
    archive.page("s2", "John Smith")
    archive.claim("s1", "birth", edtf="1580")
    archive.claim("s2", "birth", edtf="1938")
    con = archive.resolve()
    assert subject_of(con, "s1") != subject_of(con, "s2")


def test_a_year_and_a_full_date_do_not_part_one_man():
    archive = Archive()
    archive.page("s1", "Ada Byron")
    archive.page("s2", "Ada Byron")
    archive.claim("s1", "birth", edtf="1815")
    archive.claim("s2", "birth", edtf="1815-12-10")
    con = archive.resolve()
    assert subject_of(con, "s1") == subject_of(con, "s2")


def test_patronymics_part_namesakes():
    archive = Archive()
    archive.page("s1", "Ivan Petrovich Orlov")
    archive.page("s2", "Ivan Sergeyevich Orlov")
    archive.claim("s1", "retirement")
    archive.claim("s2", "retirement")
    con = archive.resolve()
    assert subject_of(con, "s1") != subject_of(con, "s2")


def test_a_son_of_the_same_surname_stays_himself():
    archive = Archive()
    archive.page("s1", "Alexey Kuznetsov")
    archive.claim("s1", "kinship", subtype="child", object_text="Valery Kuznetsov")
    archive.claim("s1", "birth", who="Valery Kuznetsov", edtf="1937-02-10")
    con = archive.resolve()
    ((son,),) = rows(con, "select subject_id from claims_resolved where event_type = 'birth'")
    ((father, child),) = rows(con, "select subject_id, object_id from claims_resolved where event_type = 'kinship'")
    assert son == child != father


def test_the_surname_alone_is_the_pages_subject():
    archive = Archive()
    archive.page("s1", "Alexey Kuznetsov")
    archive.claim("s1", "arrest", who="Kuznetsov")
    archive.claim("s1", "trial", who="A. A. Kuznetsov")
    archive.claim("s1", "birth")
    con = archive.resolve()
    assert rows(con, "select count(distinct subject_id) from claims_resolved") == [(1,)]


def test_a_surname_alone_stands_for_the_one_of_that_name_on_its_page_only():
    archive = Archive()
    archive.page("s1", "Alexey Kuznetsov")
    archive.claim("s1", "association", subtype="patron", object_text="Andrei Zhdanov")
    archive.claim("s1", "death", who="Zhdanov", edtf="1948-08")
    archive.page("s2", "Somebody Else")
    archive.claim("s2", "death", who="Zhdanov", edtf="1918")
    con = archive.resolve()
    (first, second) = rows(con, "select subject_id from claims_resolved where event_type = 'death' order by source_id")
    ((patron,),) = rows(con, "select object_id from claims_resolved where event_type = 'association'")
    assert first == (patron,)
    assert second != first


def test_a_name_on_another_page_is_the_subject_of_the_page_of_that_name():
    archive = Archive()
    archive.page("s1", "Georgy Malenkov")
    archive.claim("s1", "birth", edtf="1902-01-08")
    archive.page("s2", "Alexey Kuznetsov")
    archive.claim("s2", "tenure", object_text="Secretary", parts=[("predecessor", "Георгий Маленков")])
    con = archive.resolve()
    ((found,),) = rows(con, "select entity_id from claim_parts_resolved where role = 'predecessor'")
    assert found == subject_of(con, "s1")


def test_bodies_offices_and_places_under_several_names_are_one():
    archive = Archive()
    archive.page("s1", "A Person")
    archive.claim("s1", "membership", subtype="joined", object_text="CPSU")
    archive.claim("s1", "membership", subtype="left", object_text="the Communist Party of the Soviet Union")
    archive.claim("s1", "residence", subtype="stay", place_text="Kiev")
    archive.claim("s1", "residence", subtype="move", place_text="Kyiv")
    con = archive.resolve()
    assert rows(con, "select kind, count(*) from entities where kind in ('body', 'place') group by 1 order by 1") == [
        ("body", 1), ("place", 1),
    ]  # fmt: skip


def test_ids_stay_when_a_source_is_added_and_over_rebuilds():
    archive = Archive()
    archive.page("s1", "Ada Byron")
    archive.claim("s1", "birth", edtf="1815-12-10", place_text="London")
    before = rows(archive.resolve(), "select entity_id, kind from entities order by 1")
    assert rows(archive.resolve(), "select entity_id, kind from entities order by 1") == before
    archive.page("s0", "Ada Byron")
    archive.claim("s0", "death", edtf="1852-11-27", place_text="Marylebone")
    after = rows(archive.resolve(), "select entity_id, kind from entities order by 1")
    assert set(before) <= set(after)
    assert len(after) == len(before) + 1


def test_every_form_of_a_name_is_an_alias_with_its_script():
    archive = Archive()
    archive.page("s1", "Alexey Kuznetsov")
    archive.claim("s1", "attribute", subtype="name", object_text="Алексей Кузнецов")
    con = archive.resolve()
    assert rows(con, "select name, script from entity_aliases order by 1") == [
        ("Alexey Kuznetsov", "Latn"), ("Алексей Кузнецов", "Cyrl"),
    ]  # fmt: skip


def people_of(con, event_type):
    found = rows(con, "select distinct subject_id from claims_resolved where event_type = ? order by 1", event_type)
    return [one for (one,) in found]


@pytest.mark.parametrize("told", ["historian", "Norwegian historian and critic", "историк"])
@pytest.mark.parametrize("name", ["P. Moe", "Karl Moe", "K. Moe"])
def test_a_historian_is_nobody_of_the_story_by_initials_or_by_standing_on_a_page(told, name):
    archive = Archive()
    archive.page("s1", "Carl Moe")
    archive.claim("s1", "kinship", subtype="sibling", object_text="Per Moe")
    archive.claim("s1", "tenure", who="Per Moe", object_text="mayor")
    archive.claim("s1", "attribute", who=name, subtype="occupation", object_text=told)
    archive.claim("s1", "birth", edtf="1880")
    con = archive.resolve()
    assert not {*people_of(con, "attribute")} & {*people_of(con, "tenure"), *people_of(con, "birth")}


def test_a_historian_is_himself_by_initials_and_on_his_own_page():
    archive = Archive()
    archive.page("s1", "Carl Moe")
    archive.claim("s1", "attribute", subtype="occupation", object_text="historian")
    archive.claim("s1", "attribute", who="C. Moe", subtype="occupation", object_text="historian")
    archive.page("s2", "Somebody Else")
    archive.claim("s2", "attribute", who="Ida Lund", subtype="occupation", object_text="historian")
    archive.claim("s2", "attribute", who="I. Lund", subtype="occupation", object_text="historian")
    con = archive.resolve()
    assert len(people_of(con, "attribute")) == 2


def meant_by(con, name):
    found = rows(
        con,
        "select distinct entity_id from mentions join mention_ids using (claim_id, slot, ordinal) where name = ?",
        name,
    )
    return {one for (one,) in found}


@pytest.mark.parametrize(
    "short, full",
    [
        ("J. Dupré", "Jean Dupré"),
        ("Y. Dupré", "Yevgeny Dupré"),
        ("E. Dupré", "Yevgeny Dupré"),
        ("E. Dupré", "Евгений Dupré"),
        ("K. Mansour", "Khalid Mansour"),
        ("H. Mansour", "Khalid Mansour"),
        ("Ю. Dupré", "Yuri Dupré"),
    ],
)
def test_initials_of_names_that_schemes_begin_differently(short, full):
    archive = Archive()
    archive.page("s1", "Ida Lund")
    archive.claim("s1", "association", object_text=full)
    archive.claim("s1", "retirement", who=short)
    con = archive.resolve()
    assert meant_by(con, short) == meant_by(con, full)


@pytest.mark.parametrize(
    "short, full", [("I. Dupré", "Evgeny Dupré"), ("Y. Song", "Enlai Song"), ("K. Lund", "Hugo Lund")]
)
def test_other_initials_are_others(short, full):
    archive = Archive()
    archive.page("s1", "Ida Berg")
    archive.claim("s1", "association", object_text=full)
    archive.claim("s1", "retirement", who=short)
    con = archive.resolve()
    assert meant_by(con, short) != meant_by(con, full)


def test_a_child_named_by_given_name_has_the_surname_of_its_kin():
    archive = Archive()
    archive.page("s1", "Alexey Orlov")
    archive.claim("s1", "kinship", subtype="child", object_text="Valery")
    archive.claim("s1", "kinship", subtype="child", object_text="Anna")
    archive.claim("s1", "decision", who="В. А. Орлов")
    archive.page("s2", "Somebody Else")
    archive.claim("s2", "association", object_text="Anna Orlova")
    con = archive.resolve()
    assert meant_by(con, "Valery") == meant_by(con, "В. А. Орлов")
    assert meant_by(con, "Anna") == meant_by(con, "Anna Orlova")
    assert not meant_by(con, "Valery") & meant_by(con, "Alexey Orlov")


def test_a_son_of_his_fathers_name_is_himself():
    archive = Archive()
    archive.page("s1", "John Orlov")
    archive.claim("s1", "birth", edtf="1880")
    archive.claim("s1", "kinship", subtype="child", object_text="John")
    con = archive.resolve()
    assert meant_by(con, "John") != meant_by(con, "John Orlov")


@pytest.mark.parametrize("told", ["name", "née", "marriage"])
def test_a_wife_is_one_under_both_surnames(told):
    archive = Archive()
    archive.page("s1", "Mary Jones Lund (née Berg)" if told == "née" else "Mary Berg")
    archive.claim("s1", "birth", edtf="1880-05-03")
    if told == "name":
        archive.claim("s1", "attribute", subtype="name", object_text="Mary Lund")
    if told == "marriage":
        archive.claim("s1", "marriage", object_text="Per Lund")
    archive.page("s2", "Mary Lund")
    archive.claim("s2", "birth", edtf="1880-05-03")
    archive.page("s3", "Somebody Else")
    archive.claim("s3", "association", object_text="Mary Lund")
    con = archive.resolve()
    assert subject_of(con, "s1") == subject_of(con, "s2")
    assert meant_by(con, "Mary Lund") == {subject_of(con, "s1")}


def test_the_words_of_a_source_are_forms_of_the_name_it_is_read_as():
    archive = Archive()
    archive.page("s1", "Alexey Kuznetsov")
    claim_id = archive.claim("s1", "retirement")
    for ordinal, words in enumerate(["A. A. Kuznetsov", "He", "all five", "КУЗНЕЦОВ Алексей"]):
        archive.word(claim_id, "subject", words, ordinal=ordinal, value="Alexey Kuznetsov")
    con = archive.resolve()
    found = rows(con, "select name, script, reason from entity_aliases order by 1")
    assert [row[:2] for row in found] == [
        ("A. A. Kuznetsov", "Latn"), ("Alexey Kuznetsov", "Latn"), ("КУЗНЕЦОВ Алексей", "Cyrl"),
    ]  # fmt: skip
    assert all(reason for *_, reason in found)


def test_words_that_name_nothing_are_no_entities():
    archive = Archive()
    archive.page("s1", "Ada Byron")
    archive.claim("s1", "membership", object_text="admission")
    archive.claim("s1", "membership", object_text="city committee")
    archive.claim("s1", "tenure", object_text="two critical positions")
    archive.claim("s1", "tenure", object_text="mayor of Porto")
    archive.claim("s1", "residence", place_text="the hospital")
    archive.claim("s1", "residence", place_text="Hale's office")
    archive.claim("s1", "residence", place_text="Porto")
    archive.claim("s1", "award", object_text="commendations")
    archive.claim("s1", "release", who="thousands")
    con = archive.resolve()
    assert rows(con, "select kind, label from entities order by all") == [
        ("body", "city committee"), ("group", "thousands"), ("office", "mayor of Porto"), ("person", "Ada Byron"),
        ("place", "Porto"),
    ]  # fmt: skip
