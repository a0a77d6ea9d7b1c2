"""What names of bodies, offices, places and awards tell by themselves, and which of them a short one means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit.pipelines.composed import Archive, rows

from pipelines.entities.things import read_thing


@given(st.sampled_from(["body", "office", "place", "award", "work", "group"]), st.text(max_size=60))
def test_no_text_is_too_odd(kind, name):
    read_thing(kind, name)


@pytest.mark.parametrize(
    "kind, one, other",
    [
        ("body", "Leningrad Regional Committee", "the Leningrad oblast committee"),
        ("body", "Leningrad obkom", "Leningrad Regional Party Committee"),
        ("body", "Leningrad obkom", "Ленинградский обком ВКП(б)"),
        ("body", "Leningrad obkom", "Regional Committee of the CPSU in Leningrad"),
        ("body", "Leningrad gorkom", "Leningrad City Committee"),
        ("body", "Smolny District Committee", "Smolninsky raikom"),
        ("body", "CPSU", "Communist Party of the Soviet Union"),
        ("body", "All-Union Communist Party (Bolsheviks)", "Russian Communist Party (Bolsheviks)"),
        ("body", "ЦК ВКП(б)", "Central Committee of the CPSU"),
        ("body", "Kuomintang", "Chinese Nationalist Party"),
        ("body", "SPD", "Social Democratic Party of Germany"),
        (
            "office",
            "First Secretary of the Leningrad City Committee",
            "1st secretary of Leningrad City Party Committee",
        ),
        ("office", "Gosplan chairman", "Chairman of the State Planning Committee"),
        ("office", "Prime Minister of Norway", "premier of Norway"),
        ("place", "Kiev", "Kyiv"),
        ("place", "Boroviči", "Боровичи"),
        ("place", "Petrograd", "Санкт-Петербурге"),
        ("place", "Kristiania", "Oslo"),
        ("place", "Königsberg", "Kaliningrad"),
        ("place", "Bombay", "Mumbai"),
        ("place", "Stalingrad", "Царицын"),
        ("place", "Borovichi, Novgorod Governorate, Russian Empire", "Боровичи Новгородской области"),
        ("award", 'Medal "For the Defence of Leningrad"', "Medal “For the Defense of Leningrad”"),
        ("award", "Two Orders of Lenin", "орден Ленина"),
    ],
)
def test_several_names_of_one_thing(kind, one, other):
    assert read_thing(kind, one).key == read_thing(kind, other).key


@pytest.mark.parametrize(
    "kind, one, other",
    [
        ("office", "First Secretary", "Second Secretary"),
        ("office", "Minister of War", "Minister of Finance"),
        ("body", "Leningrad City Committee", "Leningrad Regional Committee"),
        ("body", "Communist Party of China", "Communist Party of the Soviet Union"),
        ("body", "Socialist Revolutionary Party", "Russian Communist Party (Bolsheviks)"),
        ("body", "University of York", "York University"),
        ("body", "Cadres of the Communist Party of the Soviet Union", "Communist Party of the Soviet Union"),
        ("body", "NKVD", "KGB"),
        ("place", "Springfield, Illinois", "Springfield, Massachusetts"),
        ("place", "Novgorod province", "Nizhny Novgorod"),
        ("place", "Los Angeles County", "Los Angeles"),
        ("award", "Order of Lenin", "Order of the Red Banner"),
    ],
)
def test_other_things_stay_others(kind, one, other):
    assert read_thing(kind, one).key != read_thing(kind, other).key


def ids(con, kind, name):
    return rows(
        con,
        "select distinct source_id, entity_id from mentions join mention_ids using (claim_id, slot, ordinal) "
        "where kind = ? and name = ? order by 1",
        kind,
        name,
    )


def test_a_short_name_is_the_one_of_its_sort_that_its_source_names_in_full():
    archive = Archive()
    archive.page("s1", "A Person")
    archive.claim("s1", "membership", object_text="City Committee")
    archive.claim("s1", "membership", object_text="Kharkov City Committee")
    archive.claim("s1", "tenure", object_text="second secretary of the city committee")
    archive.claim("s1", "tenure", object_text="Second Secretary of the Kharkiv gorkom")
    archive.page("s2", "Another Man")
    archive.claim("s2", "membership", object_text="City Committee")
    archive.claim("s2", "membership", object_text="Poltava City Committee")
    archive.claim("s2", "membership", object_text="Kharkiv City Committee")
    con = archive.resolve()
    ((_, kharkiv),) = ids(con, "body", "Kharkov City Committee")
    (_, first), (_, second) = ids(con, "body", "City Committee")
    assert first == kharkiv
    assert second not in {kharkiv, ids(con, "body", "Poltava City Committee")[0][1]}
    assert ids(con, "body", "Kharkiv City Committee") == [("s2", kharkiv)]
    assert ids(con, "office", "second secretary of the city committee") == ids(
        con, "office", "Second Secretary of the Kharkiv gorkom"
    )


def test_a_committee_without_a_name_is_that_of_its_page():
    archive = Archive()
    for source_id, title in (("s1", "A Person"), ("s2", "Another Man"), ("s3", "A Person")):
        archive.page(source_id, title)
        archive.claim(source_id, "membership", object_text="City Committee")
        archive.claim(source_id, "membership", object_text="Gosplan")
    con = archive.resolve()
    (_, first), (_, second), (_, third) = ids(con, "body", "City Committee")
    assert first == third != second
    assert len({entity_id for _, entity_id in ids(con, "body", "Gosplan")}) == 1


def test_places_of_one_name_are_told_apart_by_where_they_lie():
    archive = Archive()
    for source_id, title, *places in (
        ("s1", "A Person", "Springfield, Sangamon County, Illinois", "Springfield"),
        ("s2", "Another Man", "Springfield, Illinois"),
        ("s3", "Third Man", "Springfield, Massachusetts"),
    ):
        archive.page(source_id, title)
        for place in places:
            archive.claim(source_id, "residence", subtype="stay", place_text=place)
    con = archive.resolve()
    ((_, fullest),) = ids(con, "place", "Springfield, Sangamon County, Illinois")
    assert ids(con, "place", "Springfield, Illinois") == [("s2", fullest)]
    assert ids(con, "place", "Springfield") == [("s1", fullest)]
    assert ids(con, "place", "Springfield, Massachusetts") != [("s3", fullest)]


def test_a_crowd_is_that_of_its_source():
    archive = Archive()
    for source_id, title in (("s1", "A Person"), ("s2", "Another Man")):
        archive.page(source_id, title)
        archive.claim(source_id, "purge", who="officials")
        archive.claim(source_id, "purge", who="Crimean Tatars")
    con = archive.resolve()
    assert len({entity_id for _, entity_id in ids(con, "group", "officials")}) == 2
    assert len({entity_id for _, entity_id in ids(con, "group", "Crimean Tatars")}) == 1


def test_the_reason_names_the_listed_name():
    archive = Archive()
    archive.page("s1", "A Person")
    archive.claim("s1", "residence", subtype="stay", place_text="Petrograd")
    con = archive.resolve()
    ((reason,),) = rows(con, "select reason from entity_aliases where name = 'Petrograd'")
    assert reason == "the same words, another name of Saint Petersburg"
