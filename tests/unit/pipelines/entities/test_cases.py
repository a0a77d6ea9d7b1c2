"""Names in the oblique cases of Russian and Ukrainian: their nominatives, and who is meant by them."""

import tomllib
from pathlib import Path

import pytest

from pipelines.entities.cases import read_cases, read_place_cases
from pipelines.entities.names import read_name
from tests.unit.pipelines.composed import Archive, rows

PEOPLE = tomllib.loads(
    (Path(__file__).parents[3] / "readings" / "identity" / "cases.toml").read_text("utf-8")
)["people"]  # fmt: skip


def _key(name):
    key = read_name(name)
    return key.given_key, key.patronymic, key.surname


def test_the_nominative_is_among_the_readings_of_every_form():
    missed = [
        (form, nominative)
        for nominative, forms in PEOPLE
        for form in forms
        if form != nominative and _key(nominative) not in {_key(one.name) for one in read_cases(form)} | {_key(form)}
    ]
    assert missed == []


def test_most_full_names_are_brought_to_the_nominative_by_themselves_and_never_to_another_name():
    sure = wrong = 0
    for nominative, forms in PEOPLE:
        for form in forms:
            for one in read_cases(form):
                if one.is_sure:
                    sure += _key(one.name) == _key(nominative)
                    wrong += _key(one.name) != _key(nominative)
    assert wrong == 0
    assert sure >= 70


@pytest.mark.parametrize(
    "name", ["Пётр Дроздов", "Анна Дроздова", "Peter Drozdov", "Лев Толстой", "Юрий Черных", "И. П. Павлов", "", "он"]
)
def test_what_stands_in_the_nominative_has_no_sure_reading(name):
    assert not any(one.is_sure for one in read_cases(name))


@pytest.mark.parametrize("name", ["Александра Дроздова", "Дроздова А. С.", "Валерия Юдина"])
def test_what_may_be_a_woman_or_a_man_in_the_genitive_is_not_decided_by_itself(name):
    assert [(one.is_sure, one.is_plain) for one in read_cases(name)] == [(False, True)]


def _who(archive):
    con = archive.resolve()
    return dict(
        rows(con, "select name, entity_id from mentions join mention_ids using (claim_id, slot, ordinal) "
             "where kind = 'person'")
    )  # fmt: skip


def test_every_form_on_a_page_finds_the_one_it_is_a_form_of():
    found = every = 0
    for nominative, forms in PEOPLE:
        archive = Archive()
        archive.page("s1", "Глеб Яхонтов")
        archive.claim("s1", "association", subtype="other", object_text=nominative)
        for form in forms:
            archive.claim("s1", "correspondence", object_text="letter", parts=[("addressee", form)])
        who = _who(archive)
        found += sum(who[form] == who[nominative] for form in forms)
        every += len(forms)
    assert found / every >= 0.95, (found, every)


def test_a_short_form_is_the_man_of_its_page_or_another_where_a_woman_is_known_too():
    archive = Archive()
    archive.page("s1", "Ivan Petrovich Drozdov")
    archive.claim("s1", "birth", edtf="1890")
    archive.claim(
        "s1", "correspondence", who="Peter Hale", object_text="letter", parts=[("addressee", "Дроздову И. П.")]
    )
    archive.claim("s1", "association", who="Peter Hale", subtype="other", object_text="Дроздовым")
    archive.page("s2", "Степан Юдин")
    archive.claim("s2", "birth", edtf="1880")
    archive.claim("s2", "marriage", object_text="Варвара Юдина")
    archive.claim("s2", "correspondence", who="Глеб Яхонтов", object_text="letter", parts=[("addressee", "Юдину")])
    archive.claim("s2", "association", who="Глеб Яхонтов", subtype="other", object_text="Юдиной")
    who = _who(archive)
    assert who["Дроздову И. П."] == who["Дроздовым"] == who["Ivan Petrovich Drozdov"]
    assert who["Юдину"] not in (who["Степан Юдин"], who["Варвара Юдина"])
    assert who["Юдиной"] == who["Варвара Юдина"]


def test_a_subject_that_can_stand_in_the_nominative_does():
    archive = Archive()
    archive.page("s1", "Александр Дроздов")
    archive.claim("s1", "birth", edtf="1890")
    archive.claim("s1", "birth", who="Александра Дроздова", edtf="1921")
    archive.page("s2", "Валерий Юдин")
    archive.claim("s2", "birth", edtf="1890")
    archive.claim(
        "s2", "correspondence", who="Глеб Яхонтов", object_text="letter", parts=[("addressee", "Валерия Юдина")]
    )
    who = _who(archive)
    assert who["Александра Дроздова"] != who["Александр Дроздов"]
    assert who["Валерия Юдина"] == who["Валерий Юдин"]


@pytest.mark.parametrize(
    "form, nominative",
    [
        ("Коломне", "Коломна"),
        ("Коломной", "Коломна"),
        ("Мглином", "Мглин"),
        ("Ельце", "Елец"),
        ("Великих Луках", "Великие Луки"),
        ("Великих Лук", "Великие Луки"),
        ("Нижнем Тагиле", "Нижний Тагил"),
        ("Старой Руссе", "Старая Русса"),
        ("Вытегре Олонецкой губернии", "Вытегра Олонецкой губернии"),
        ("деревне Сосновке", "деревне Сосновка"),
        ("Миргороді", "Миргород"),
        ("Сумах", "Сумы"),
        ("Кинешмою", "Кинешма"),
    ],
)
def test_the_nominative_is_among_the_readings_of_a_place(form, nominative):
    assert nominative in read_place_cases(form)


def test_a_place_in_another_case_is_the_place_that_some_source_knows():
    archive = Archive()
    archive.page("s1", "Глеб Яхонтов")
    archive.page("s2", "Boris Hale")
    archive.claim("s1", "birth", place_text="Валдае Новгородской губернии")
    archive.claim("s1", "residence", place_text="Ельце")
    archive.claim("s1", "death", place_text="Мглином")
    archive.claim("s2", "birth", place_text="Valday, Novgorod Governorate")
    archive.claim("s2", "death", place_text="Елец")
    archive.claim("s2", "residence", place_text="Poltava")
    archive.claim("s2", "residence", place_text="Полтава")
    archive.claim("s1", "residence", place_text="Тамбовской губернии")
    archive.claim("s2", "residence", place_text="Tambov Governorate")
    con = archive.resolve()
    who = dict(
        rows(con, "select name, entity_id from mentions join mention_ids using (claim_id, slot, ordinal) "
             "where kind = 'place'")
    )  # fmt: skip
    assert who["Валдае Новгородской губернии"] == who["Valday, Novgorod Governorate"]
    assert who["Ельце"] == who["Елец"]
    assert who["Тамбовской губернии"] == who["Tambov Governorate"]
    assert who["Poltava"] == who["Полтава"]
    assert len(set(who.values())) == 5  # and Мглином, that no source knows
