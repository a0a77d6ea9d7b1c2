"""What a name tells by itself: the same person written in the usual ways has the same key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.entities.names import find_script, read_name, to_skeleton


@pytest.mark.parametrize(
    "forms",
    [
        ["Alexey", "Aleksei", "Alexei", "Aleksey", "Алексей"],
        ["Georgy", "Georgii", "Georgiy", "Георгий"],
        ["Lavrentiy", "Lavrentii", "Lavrenti", "Лаврентий"],
        ["Pyotr", "Petr", "Пётр", "Петр"],
        ["Fyodor", "Fedor", "Фёдор"],
        ["Khrushchev", "Хрущёв", "Хрущев"],
        ["Voznesensky", "Voznesenskii", "Вознесенский"],
        ["Yezhov", "Ezhov", "Ежов"],
        ["Tolstoy", "Tolstoi", "Толстой"],
        ["Andrei", "Andrey", "Андрей"],
        ["Novitsky", "Novickij", "Nowicki", "Новицкий"],
    ],
    ids=lambda forms: forms[0],
)
def test_spellings_of_one_name_share_a_skeleton(forms):
    assert len({to_skeleton(form) for form in forms}) == 1


@pytest.mark.parametrize(
    "one, other", [("Ivanov", "Ivanova"), ("Maria", "Marina"), ("Lenin", "Levin"), ("Petrov", "Petrova")]
)
def test_different_names_stay_different(one, other):
    assert to_skeleton(one) != to_skeleton(other)


@pytest.mark.parametrize(
    "name",
    [
        "Alexey Alexandrovich Kuznetsov",
        "KUZNETSOV Alexey Alexandrovich",
        "Kuznetsov, Aleksei Aleksandrovich",
        "Кузнецов Алексей Александрович",
        "Алексей Александрович Кузнецов",
        "Comrade Alexey Alexandrovich Kuznetsov",
    ],
)
def test_any_order_gives_given_name_patronymic_surname(name):
    key = read_name(name)
    assert (key.given, key.patronymic, key.surname) == ("aleksei", "aleksandrovich", "kuznetsov")


@pytest.mark.parametrize("name", ["A. A. Kuznetsov", "Kuznetsov A. A.", "A.A. Kuznetsov", "А. А. Кузнецов"])
def test_initials_are_kept_as_initials(name):
    key = read_name(name)
    assert (key.given, key.patronymic, key.surname) == ("a", "a", "kuznetsov")


@pytest.mark.parametrize(
    "name, given_name, surname, epithet",
    [
        ("Ludwig van Beethoven", "Ludwig", "van Beethoven", None),
        ("Sir Isaac Newton", "Isaac", "Newton", None),
        ("Martin Luther King Jr.", "Martin", "King", "Jr"),
        ("Catherine II", "Catherine", None, "II"),
        ("Catherine the Great", "Catherine", None, "the Great"),
        ("Kuznetsov", None, "Kuznetsov", None),
        ("Jean-Paul Sartre", "Jean-Paul", "Sartre", None),
        ("King", None, "King", None),
    ],
)
def test_western_names(name, given_name, surname, epithet):
    def even(words):
        return None if words is None else " ".join(map(to_skeleton, words.split()))

    key = read_name(name)
    given = even(given_name)
    if name.startswith("Je"):
        given = f"i{given}"  # what its initial may be is kept
    assert (key.given, key.surname, key.epithet) == (given, even(surname), epithet and epithet.lower())


def test_given_name_and_patronymic_alone_have_no_surname():
    key = read_name("Aleksei Aleksandrovich")
    assert (key.given, key.patronymic, key.surname) == ("aleksei", "aleksandrovich", None)


@given(st.text(max_size=60))
def test_no_text_is_too_odd(name):
    read_name(name)
    find_script(name)


@pytest.mark.parametrize(
    "name, script", [("Kuznetsov", "Latn"), ("Кузнецов", "Cyrl"), ("Ἀριστοτέλης", "Grek"), ("123", None)]
)
def test_the_script_is_that_of_the_first_letter(name, script):
    assert find_script(name) == script


@pytest.mark.parametrize(
    "name, given_name, surname",
    [
        ("K. Łukaszewicz", "k", "lukashevich"),  # a surname that looks like a patronymic
        ("Kazimierz Łukaszewicz", "kazimerz", "lukashevich"),
        ("von der Heide, Helene", "helene", "von der heide"),
        ("du Plessis", None, "du plesis"),
        ("J. Lefèvre", "y", "lefevre"),
        ("Yevgeny Orlov", "ievgeni", "orlov"),
    ],
)
def test_surnames_and_initials_that_mislead(name, given_name, surname):
    key = read_name(name)
    assert (key.given, key.surname) == (given_name, surname)


def test_a_maiden_name_is_told():
    assert read_name("Mary Smith (née Jones)").told_surnames == ("iones",)
    assert read_name("Dmitry Stepanovich").told_surnames == ()
