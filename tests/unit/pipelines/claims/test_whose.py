"""Whose a fact is: parents who share a name, what follows an aside, and words that are nobody's."""

import pytest

HOLM = "Anton Holm"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Holm was born in Lwów, then part of Austria-Hungary, to Kazimierz Holm, a clerk, and Helena née Sokol.",
            {("kinship", HOLM, "Kazimierz Holm", None, None), ("kinship", HOLM, "Helena", None, None)},
        ),
        (
            "He was baptised at Haarlem in 1591, the second son of the dyer Adriaen Jeronimusz. and Machtelt Claes.",
            {("kinship", HOLM, "Machtelt Claes", None, None)},
        ),
        (
            "He refused a second marriage, which Duke Bernhard had arranged, and took holy orders in 1197.",
            {("appointment", HOLM, "took holy orders", None, "1197")},
        ),
        (
            "While he was away his brother Ezra, a docker who had himself been in prison, was found dead in 1965.",
            {("death", "Ezra", "found dead", None, "1965")},
        ),
        (
            "In 1970 he married Ingrid Lund, who survives him with their son, Lars, now a baker.",
            {("kinship", HOLM, "Lars", None, None)},
        ),
        (
            "He lived in Rome until his death in Washington, D.C., on 9 February 1896.",
            {("death", HOLM, None, None, "1896-02-09"), ("residence", HOLM, None, "Rome", "../1896-02-09")},
        ),
        (
            "The death of his brother Karl at Mollwitz in 1741 grieved him.",
            {("death", "Karl", None, None, "1741")},
        ),
        (
            "He married Ida Roe, who died in 1905, and in 1908 married Clara Lund.",
            {("marriage", HOLM, "Ida Roe", None, None), ("marriage", HOLM, "Clara Lund", None, "1908")},
        ),
        (
            "Holm himself, a diabetic, succumbed to gangrene in 1902.",
            {("death", HOLM, "gangrene", None, "1902")},
        ),
        (
            "A son of the first marriage, the guitarist Remi Lund, was killed in a road accident in 1988.",
            {("death", "Remi Lund", "road accident", None, "1988")},
        ),
        (
            "His sister Ida married Hoyer of Falkenstein, who was murdered at Goslar in 1196.",
            {("death", "Hoyer of Falkenstein", "murdered", "Goslar", "1196")},
        ),
        (
            "Karl, the third son of the surveyor Giacomo Lund and of Dolores Roe, was a judge.",
            {("kinship", "Karl", "Giacomo Lund", None, None), ("kinship", "Karl", "Dolores Roe", None, None)},
        ),
        (
            "His brother Gebhard (died 1206) was a canon. His sister Amalia (b Munich, 1812; d Paris, 1893) sang.",
            {
                ("death", "Gebhard", None, None, "1206"),
                ("birth", "Amalia", None, "Munich", "1812"),
                ("death", "Amalia", None, "Paris", "1893"),
            },
        ),
        (
            "He worked for Bell Aircraft in Buffalo (1947–1951) and Reaction Motors (1951–1958).",
            {("employment", HOLM, "Bell Aircraft", "Buffalo", "1947/1951")},
        ),
    ],
)
def test_whose(prose, text, expected):
    assert expected <= prose(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("'A voice like a well-rosined bow', wrote Leigh Hunt, 'and an actress.'", "Leigh Hunt"),
        ("He taught at the Conservatory from 1833 to 1848, Marietta Alvisi being among his pupils.", "Marietta Alvisi"),
        ("He was shot in 1938 as an alleged agent of Poland.", "alleged agent of Poland"),
    ],
)
def test_no_object_of_his(prose, text, wrong):
    assert not any(claim[2] == wrong and claim[0] != "association" for claim in prose(text))


def test_a_state_behind_a_town_has_no_parents(prose):
    made = prose("He was born in Las Cruces, New Mexico, the son of Ernesto Holm.")
    assert not any(claim[1] == "New Mexico" for claim in made)
    assert ("kinship", HOLM, "Ernesto Holm", None, None) in made


def test_a_second_time_gives_the_first_no_date(prose):
    made = prose("He was wounded at Wuchang and again in the Nanchang Uprising of 1 August 1927.")
    assert ("battle", HOLM, "Wuchang", None, None) in made


def test_a_region_behind_a_town_has_no_parents(prose):
    claims = prose("Anton Holm was born in Durango in the Marsh Country, the son of a railway mechanic.")
    assert [claim[:3] for claim in claims if claim[0] == "kinship"] == [("kinship", "Anton Holm", "railway mechanic")]


def test_whom_he_married_is_the_daughter_and_not_her_father(prose):
    claims = prose("By his wife, Inga, daughter of the merchant Karl Lund, whom he married in 1862, he had two sons.")
    assert ("marriage", "Anton Holm", "Inga", None, "1862") in claims
    claims = prose("His sister was a friend of Karl Lund, whom she married in 1890.")
    assert ("marriage", "sister", "Karl Lund", None, "1890") in claims


@pytest.mark.parametrize(
    "text",
    [
        "Anton Holm was the son of Karl Holm, a miller and Methodist preacher, and Ellen Ward.",
        "Anton Holm was born in Graz, the son of Karl Holm, a miller and Methodist preacher, and his wife Ellen Ward.",
        "Anton Holm was the son of the miller Karl Holm and the singer Ellen Ward.",
    ],
)
def test_a_creed_in_a_calling_is_no_parent(prose, text):
    claims = prose(text)
    assert {claim[2] for claim in claims if claim[0] == "kinship" and claim[1] == "Anton Holm"} == {
        "Karl Holm",
        "Ellen Ward",
    }


def test_a_town_behind_of_does_not_die(prose):
    claims = prose(
        "He married Harriet Roe, a dressmaker of New Marsh, in 1845; she died of cholera in 1859. He was old."
    )
    assert ("death", "Harriet Roe", "cholera", None, "1859") in claims


def test_who_behind_a_widow_is_the_widow(prose):
    claims = prose("In 1619 he married Eleanor, widow of Edward Lloyd of Graz, who survived him and died in 1651.")
    assert ("death", "Eleanor", None, None, "1651") in claims
    claims = prose("In 1619 he married Ida Roe, widow of Edward Lloyd, who had died in 1617.")
    assert ("death", "Edward Lloyd", None, None, "1617") in claims


def test_letters_behind_a_name_have_no_life(page):
    made = page("= Thomas Wynne =\n\nThomas Wynne, D.D. (1571? – 1634), bishop, was born at Graz.\n")
    assert {claim.subject_text for claim in made.claims() if claim.event_type in ("birth", "death")} == {"Thomas Wynne"}


def test_the_mother_behind_by(prose):
    claims = prose("Anton Holm was the son of Hugh Holm, a mercer, by Margaret, the daughter of Roger Aldersey.")
    assert ("kinship", "Anton Holm", "Margaret", None, None) in claims
    claims = prose("Anton Holm was the son of Hugh Holm, and was taught by Karl Lund, the painter.")
    assert ("kinship", "Anton Holm", "Karl Lund", None, None) not in claims
