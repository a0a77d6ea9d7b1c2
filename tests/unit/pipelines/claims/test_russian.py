"""Russian snippets of references: relatives, entries without a verb, and whose verb it is."""

import pytest

PAGE = """Anton Petrov

Anton Petrov (12 July 1901 – 3 November 1963) was an engineer.[1]

References

  1. [1]
    Петров Антон - Справочник
    {words}
"""


@pytest.fixture
def snippet(page):
    def read(words):
        made = page(PAGE.format(words=words))
        return {
            (one.event_type, one.subject_text, one.object_text, one.date_edtf)
            for one in made.claims(extractor="russian.")
        }

    return read


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Его сын — Олег (10.2.1937) — был женат на дочери маршала.", ("kinship", "Anton Petrov", "Олег", None)),
        ("Его сын — Олег (10.2.1937) — был женат на дочери маршала.", ("birth", "Олег", None, "1937-02-10")),
        ("Его сын — Олег (10.2.1937) — был женат на дочери маршала.", ("marriage", "Олег", "дочери маршала", None)),
        ("Сын рабочего. Русский.", ("kinship", "Anton Petrov", "рабочего", None)),
        ("С 1924 г. главный конструктор завода.", ("tenure", "Anton Petrov", "главный конструктор завода", "1924/..")),
        ("Петров Антон, член партии с 1919 г. Родился в Туле.", ("membership", "Anton Petrov", "партии", "1919/..")),
        ("Петров Антон, член партии с 1919 г. Родился в Туле.", ("birth", "Anton Petrov", None, None)),
        ("Окончил Технологический институт (1903).", ("education", "Anton Petrov", "Технологический институт", "1903")),
    ],
)
def test_a_snippet_gives_what_it_states(snippet, words, expected):
    assert expected in snippet(words)


def test_a_relative_behind_a_preposition_is_not_the_subjects(snippet):
    assert not any(kind == "kinship" for kind, *_ in snippet("В 1930 был женат на дочери Веры Крыловой."))
