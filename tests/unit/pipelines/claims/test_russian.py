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
        ("Арестован по обвинению в шпионаже.", ("accusation", "Anton Petrov", "шпионаже", None)),
        ("Освобождён в 1954 году.", ("release", "Anton Petrov", None, "1954")),
        ("Освобождён от должности в 1954 году.", ("departure", "Anton Petrov", None, "1954")),
        ("Находился в заключении в 1938 году.", ("imprisonment", "Anton Petrov", "заключении", "1938")),
        ("Петров Антон (1905—1950), советский инженер.", ("attribute", "Anton Petrov", "советский инженер", None)),
        ("Родился в семье рабочего.", ("attribute", "Anton Petrov", "семье рабочего", None)),
        (
            "7 июля 1941 г. Политбюро ЦК утвердило план вывоза.",
            ("decision", "Политбюро ЦК", "план вывоза", "1941-07-07"),
        ),
    ],
)
def test_a_snippet_gives_what_it_states(snippet, words, expected):
    assert expected in snippet(words)


def test_a_relative_behind_a_preposition_is_not_the_subjects(snippet):
    assert not any(kind == "kinship" for kind, *_ in snippet("В 1930 был женат на дочери Веры Крыловой."))


def test_a_family_by_its_name_is_no_class(snippet):
    assert not {each for each in snippet("В семье Кузнецовых росли дочери.") if each[0] == "attribute"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Осуждён Особым совещанием при НКВД 7 июля 1941 г. на 8 лет лагерей.",
            {("sentence", "Anton Petrov", "8 лет лагерей", "1941-07-07")},
        ),
        (
            "Приговорён: тройка при УНКВД 3 мая 1938 г., обв.: участие в к.-р. группе. Приговор: ВМН.",
            {
                ("sentence", "Anton Petrov", "Приговорён", "1938-05-03"),
                ("accusation", "Anton Petrov", "участие в к.-р. группе", None),
                ("sentence", "Anton Petrov", "ВМН", None),
            },
        ),
        (
            "В 1937 г. репрессирован, в 1956 г. реабилитирован посмертно.",
            {("purge", "Anton Petrov", None, "1937"), ("rehabilitation", "Anton Petrov", None, "1956")},
        ),
        ("Выведен из состава бюро в 1949 году.", {("expulsion", "Anton Petrov", "бюро", "1949")}),
        ("Убит 1 декабря 1934 года в Смольном.", {("death", "Anton Petrov", None, "1934-12-01")}),
        ("Смертная казнь заменена 10 годами лагерей.", {("sentence", "Anton Petrov", "10 годами лагерей", None)}),
        ("На допросе признал себя виновным.", {("confession", "Anton Petrov", None, None)}),
        ("Виновным себя не признал.", set()),
        ("Дело прекращено в 1955 году.", {("acquittal", "Anton Petrov", None, "1955")}),
        ("Лишён гражданства в 1974 году.", {("expulsion", "Anton Petrov", "гражданства", "1974")}),
        ("Розстріляний 23 вересня 1937.", {("execution", "Anton Petrov", None, "1937-09-23")}),
    ],
)
def test_courts_and_what_they_sentence_to(snippet, words, expected):
    assert snippet(words) == expected
