"""Where an office was held or a calling followed: the place behind it, and what stands there and is none."""

import pytest

HOLM = "Anton Holm"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was consul at Rosario from 1877 to 1880.", ("tenure", HOLM, "consul", "Rosario", "1877/1880")),
        ("From 1929 he was ambassador in Ankara.", ("tenure", HOLM, "ambassador", "Ankara", "1929/..")),
        ("Anton Holm was a cellist in Graz.", ("attribute", HOLM, "cellist", "Graz", None)),
        (
            "From 1775 to 1785 he was professor of physics at the university in Vilna.",
            ("tenure", HOLM, "professor of physics at the university", "Vilna", "1775/1785"),
        ),
        ("Attaché, Lisbon, 1896; 3rd Secretary, Tehran, 1898-1901.", ("tenure", HOLM, "Attaché", "Lisbon", "1896")),
        (
            "Attaché, Lisbon, 1896; 3rd Secretary, Tehran, 1898-1901.",
            ("tenure", HOLM, "3rd Secretary", "Tehran", "1898/1901"),
        ),
        (
            "In 1901 he was posted to Korea as deputy director of construction.",
            ("appointment", HOLM, "deputy director of construction", "Korea", "1901"),
        ),
        (
            "He went to Graz in 1905 as director of the Marsh Institute.",
            ("appointment", HOLM, "director of the Marsh Institute", "Graz", "1905"),
        ),
        (
            "He died at Riga Medical University Hospital in 1988.",
            ("death", HOLM, None, "Riga Medical University Hospital", "1988"),
        ),
        ("Master, Marsh College, Durban, 1984–92.", ("tenure", HOLM, "Master", "Durban", "1984/1992")),
    ],
)
def test_the_place_of_an_office(prose, text, expected):
    assert expected in prose(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was lecturer in History from 1900 to 1904.", ("tenure", HOLM, "lecturer", None, "1900/1904")),
        ("Editor, Argus, 1962–66; Director, Marsh & Sons, 1970–75.", ("tenure", HOLM, "Editor", None, "1962/1966")),
        ("He was head of state from 1923 to 1924.", ("tenure", HOLM, "head of state", None, "1923/1924")),
        ("He was a clerk in the household of Bishop Otto.", ("attribute", HOLM, "clerk", None, None)),
    ],
)
def test_what_is_no_place(prose, text, expected):
    assert expected in prose(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He attended the Staff College, Quetta, from 1920 to 1921.",
         ("education", HOLM, "Staff College", "Quetta", "1920/1921")),
        ("He was graduated from Marsh College, Brunswick, Maine, in 1845.",
         ("education", HOLM, "Marsh College", "Brunswick, Maine", "1845")),
        ("Educ: Central High School, Hull; Ann Coll., Cambridge (MA).",
         ("education", HOLM, "Central High School", "Hull", None)),
    ],
)  # fmt: skip
def test_the_town_of_a_school(prose, text, expected):
    assert expected in prose(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He settled in Leith in 1850 and died there in 1893.", ("death", HOLM, None, "Leith", "1893")),
        ("He moved to Leith in 1850. He worked there as a teacher until 1860.",
         ("employment", HOLM, "teacher", "Leith", "../1860")),
        ("In 1900 he went to Jena, where he was rector until 1910.", ("tenure", HOLM, "rector", "Jena", "../1910")),
        ("He studied in Vienna from 1911; there he married Clara Bell in 1914.",
         ("marriage", HOLM, "Clara Bell", "Vienna", "1914")),
        ("He moved to Leith in 1850. There were three children, and he was jailed in 1860.",
         ("imprisonment", HOLM, None, None, "1860")),
    ],
)  # fmt: skip
def test_there_is_the_place_told_last(prose, text, expected):
    assert expected in prose(text)


def test_the_words_there_stands_for_are_no_part_of_the_quote(page):
    made = page(
        "= Anton Holm =\n\nAnton Holm\n- Nationality: unknown\n\nAnton Holm was a judge.\n\n== Life ==\n"
        "He settled in Leith in 1850 and died there in 1893.\n"
    )
    (death,) = [claim for claim in made.claims(after="== Life ==") if claim.event_type == "death"]
    assert (death.place_text, made.parts(death, "place", "antecedent")) == ("Leith", ["Leith"])
    assert death.quote == "died there in 1893"


def test_a_place_behind_the_date_that_opens(prose):
    assert ("marriage", HOLM, "Inga Lund", "Graz", "1883-12-27") in prose(
        "On 27 December 1883, at Graz, he married Inga Lund."
    )
    assert ("residence", HOLM, None, "Riga", "1883-05-05") in prose("On 5 May 1883, at nine, he moved to Riga.")


def test_games_and_adverbs_are_no_place(prose):
    assert {claim[3] for claim in prose("In 1952 he captained the Marsh team at the Helsinki Games.")} == {None}
    claims = prose("He spent a week in Graz Gaol rather than pay.")
    assert ("imprisonment", HOLM, "Graz Gaol", None, None) in claims
    assert not [claim for claim in claims if claim[0] == "residence"]


def test_a_debut_is_made_in_a_work_and_at_a_place(prose):
    text = "He made his stage debut in 1925 as Max in Karl Lund's Dziady at the Marsh Theatre."
    assert {claim[3] for claim in prose(text)} <= {"Marsh Theatre", None}
    assert {claim[3] for claim in prose("He made his film debut in The Bridge (1931).")} == {None}


def test_there_is_the_place_a_sentence_ended_with(prose):
    claims = prose(
        "In 1946 he was married in Graz to Ida Lund. In 2001 he was cared for by his son in Bath. He died there."
    )
    assert ("death", HOLM, None, "Bath", None) in claims
    claims = prose("He moved to Graz in 1900. In 1901 he won a prize in July. He died there in 1904.")
    assert ("death", HOLM, None, "Graz", "1904") in claims
