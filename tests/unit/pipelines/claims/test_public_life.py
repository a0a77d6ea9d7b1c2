"""Statements, decisions, deeds, happenings, associations and what somebody is: by verbs, nouns and apposition."""

import pytest

HOLM = "Anton Holm"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He noted in March 1942 that the children should be moved first.",
            {("statement", HOLM, "the children should be moved first", None, "1942-03")},
        ),
        (
            '"The future belongs to us," he told the crowd in 1905.',
            {("statement", HOLM, "The future belongs to us", None, "1905")},
        ),
        ("Otto Lie's 1956 address was long.", {("statement", "Otto Lie", "address", None, "1956")}),
        (
            'In Otto Lie\'s February 1956 "Secret Speech" he was named.',
            {("statement", "Otto Lie", "Secret Speech", None, "1956-02")},
        ),
        ("His government abolished the land tax in 1973.", {("decision", "His government", "land tax", None, "1973")}),
        ("In 1938 he bought a violin.", {("action", HOLM, "violin", None, "1938")}),
        (
            "In the Brezhnev years he became acquainted with Otto Lie.",
            {("association", HOLM, "Otto Lie", None, None)},  # years are no place
        ),
        ("In 1938 he lost heart.", set()),
        ("Holm captured it in 1939.", set()),
    ],
)
def test_what_is_said_decided_and_done(prose, text, expected):
    assert prose(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "when"),
    [
        ("The siege from September 1941 to January 1944 cost lives.", "siege", "1941-09/1944-01"),
        ("Once the siege commenced on 8 September 1941, he left.", "siege", "1941-09-08"),
        (
            "The Bergen Affair refers to a purge between 1949 and 1951 of the city's elite.",
            "Bergen Affair",
            "1949/1951",
        ),
        ("The Congress of Bergen met in 1815.", "Congress of Bergen", "1815"),
        ("The Army marched in on 25 February 1921.", "Army", "1921-02-25"),
        ("After the abbey was dissolved on 21 March 1803, he left.", "abbey", "1803-03-21"),
    ],
)
def test_what_happened_to_many_or_to_things(prose, text, name, when):
    assert ("happening", name, None, None, when) in prose(text)


def test_a_marriage_dissolved_is_no_happening(prose):
    assert not {each for each in prose("The marriage was dissolved in 1958.") if each[0] == "happening"}


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("A close friend of Otto Lie, he sang.", "Otto Lie"),
        ("He studied medicine under Otto Lie.", "Otto Lie"),
        ("Otto Lie, his companion, sang.", "Otto Lie"),
        ("His friendship with Otto Lie ended.", "Otto Lie"),
        ("His patron was Otto Lie.", "Otto Lie"),
        ("He collaborated with Otto Lie to organise the Bergen Fair in 1949.", "Otto Lie"),
        ("He was a friend of Goethe.", "Goethe"),
        ("He met Jamal al-Din al-Afghani.", "Jamal al-Din al-Afghani"),
    ],
)
def test_whom_somebody_had_to_do_with(prose, text, other):
    assert {(event, held) for event, _, held, *_ in prose(text) if event == "association"} == {("association", other)}


@pytest.mark.parametrize(
    ("text", "held", "when"),
    [
        ("He was severely wounded on 30 November 1870.", "wounded", "1870-11-30"),
        ("His health failed in 1752.", "failed", "1752"),
        ("He suffered a stroke in March 1953.", "stroke", "1953-03"),
        ("A cannonball took off his leg on 8 January 1676.", "leg", "1676-01-08"),
        ("He was born into a poor peasant family.", "poor peasant family", None),
        ("He was of Swedish descent.", "Swedish descent", None),
        ("A devout Lutheran, he sang.", "devout Lutheran", None),
        ("He took out United States citizenship in 1938.", "United States citizenship", "1938"),
    ],
)
def test_what_somebody_is_or_suffers(prose, text, held, when):
    assert ("attribute", HOLM, held, None, when) in prose(text)


@pytest.mark.parametrize(
    "text", ["He left for his own family.", "The rest of the family sang.", "He had a stroke of luck."]
)
def test_families_and_strokes_that_tell_nothing_of_him(prose, text):
    assert not {each for each in prose(text) if each[0] == "attribute" and each[1] == HOLM}


def test_the_couple_told_last_has_its_wedding(prose):
    found = prose("Alla Holm was married to Otto Lie. The wedding took place on 18 February 1949.")
    assert ("marriage", "Alla Holm", "Otto Lie", None, "1949-02-18") in found


def test_what_which_was_named_after_somebody_is_the_noun_before_it(prose):
    claims = prose("He organised the weather station at Cape Marsh, which was named after him in 1962.")
    assert ("award", "Anton Holm", "weather station at Cape Marsh", None, "1962") in claims
    claims = prose("He founded a school in Graz that was named after him.")
    assert ("award", "Anton Holm", "school in Graz", None, None) in claims


def test_a_giver_behind_the_last_of_several_dated_awards_gave_that_one(page):
    text = (
        "He received the Marsh Prize (1931), the Kern Medal (1950) and an honorary doctorate from Graz College (1954)."
    )
    made = page(f"= Anton Holm =\n\nAnton Holm was a painter.\n\n== Life ==\n{text}\n")
    given = {claim.object_text: made.parts(claim, "participant", "by") for claim in made.claims(after=text)}
    assert given == {"Marsh Prize": [], "Kern Medal": [], "honorary doctorate": ["Graz College"]}


def test_a_village_is_defended_and_no_statement(prose):
    claims = prose("In 1900 he defended the village of Marsh for six weeks.")
    assert not [claim for claim in claims if claim[0] == "statement"]
    assert [claim for claim in prose("In 1900 he defended the reform.") if claim[0] == "statement"]


def test_who_represents_a_country_at_a_congress_has_no_seat(prose):
    claims = prose("In 1982 he represented Norway at the UNESCO conference in Mexico City.")
    assert not [claim for claim in claims if claim[0] == "tenure"]
    assert ("tenure", "Anton Holm", "House of Commons", None, "1901/..") in prose(
        "He represented Marsh in the House of Commons from 1901."
    )


def test_teams_are_no_forces_and_victories_no_offices(prose):
    assert not [claim for claim in prose("In 1963 he joined the company team of Marsh Mills.") if claim[0] == "service"]
    claims = prose("In 1967 he led Japan to victory in the World Cup, where he was named best setter.")
    assert not [claim for claim in claims if claim[0] in ("tenure", "appointment")]
    assert ("tenure", "Anton Holm", "Marsh Party", None, "1967") in prose("He led the Marsh Party in 1967.")
