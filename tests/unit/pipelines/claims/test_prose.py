"""Small sentences, each with what must be read from it; whole biographies stand in tests/readings/claims."""

import pytest

HOLM = "Anton Holm"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was arrested in June 1937.", {("arrest", HOLM, None, None, "1937-06")}),
        (
            "In 1953, Holm was sacked and expelled from the Reform Party.",
            {("departure", HOLM, None, None, "1953"), ("expulsion", HOLM, "Reform Party", None, "1953")},
        ),
        (
            "He was promoted to lieutenant in 1797, captain in 1803 and major in 1809.",
            {
                ("promotion", HOLM, "lieutenant", None, "1797"),
                ("promotion", HOLM, "captain", None, "1803"),
                ("promotion", HOLM, "major", None, "1809"),
            },
        ),
        (
            "Born in Bergen in 1898, Holm joined the Labour Party in 1917.",
            {
                ("birth", HOLM, None, "Bergen", "1898"),
                ("membership", HOLM, "Labour Party", None, "1917"),
            },
        ),
        (
            "He lived in Tromsø, Bodø and Narvik.",
            {("residence", HOLM, None, place, None) for place in ("Tromsø", "Bodø", "Narvik")},
        ),
        (
            "Holm, then serving as Minister of Trade, was arrested on 3 May 1949.",
            {
                ("tenure", HOLM, "Minister of Trade", None, None),
                ("arrest", HOLM, None, None, "1949-05-03"),
            },
        ),
        (
            "In April 1937 he was named Minister of Trade, succeeding Ole Berg.",
            {("appointment", HOLM, "Minister of Trade", None, "1937-04")},
        ),
        (
            "King Harald appointed him Governor of Bergen in 1829.",
            {("appointment", HOLM, "Governor of Bergen", None, "1829")},
        ),
        (
            "On 29 July 1938 the Military Collegium sentenced him to death.",
            {("sentence", HOLM, "death", None, "1938-07-29")},
        ),
        ("The Academy bestowed its Gold Medal on him in 1962.", {("award", HOLM, "Gold Medal", None, "1962")}),
        ("He was rumoured to have joined the Labour Party.", {("membership", HOLM, "Labour Party", None, None)}),
    ],
)
def test_a_clause_gives_what_it_states(prose, text, expected):
    assert prose(text) == expected


def test_relatives_are_named_with_their_own_births_and_deaths(prose):
    claims = prose("With his wife Astrid, Holm had a son, Per (born 1928), and a daughter, Liv (1930–1957).")
    assert {
        ("kinship", HOLM, "Astrid", None, None),
        ("kinship", HOLM, "Per", None, None),
        ("kinship", HOLM, "Liv", None, None),
        ("birth", "Per", None, None, "1928"),
        ("birth", "Liv", None, None, "1930"),
        ("death", "Liv", None, None, "1957"),
    } <= claims


def test_a_relative_clause_belongs_to_whom_it_follows(prose):
    claims = prose("Holm married Eva Berg, who was born in Oslo in 1905 and died in Paris in 1971.")
    assert ("birth", "Eva Berg", None, "Oslo", "1905") in claims
    assert ("death", "Eva Berg", None, "Paris", "1971") in claims
    assert not any(subject == HOLM and kind in ("birth", "death") for kind, subject, *_ in claims)


@pytest.mark.parametrize(
    "text",
    [
        "He could have been arrested in 1937.",
        "Whether he was ever married is unknown.",
        "He was seen as a leader of the movement.",
        "The plan was approved in 1905.",
        'Critics wrote: "He was arrested in 1937 and shot."',
    ],
)
def test_what_is_not_stated_is_not_read(prose, text):
    assert not {kind for kind, *_ in prose(text)} & {"arrest", "marriage", "tenure", "execution", "appointment"}


def test_speech_is_a_statement_of_its_speaker(page):
    lead = "= Anton Holm =\n\nAnton Holm\n- Occupation: Painter\n\nAnton Holm was a painter.\n\n== Life ==\n"
    made = page(lead + 'On 3 May 1905 Holm declared: "I was arrested for nothing at all."\n')
    (claim,) = [c for c in made.claims() if c.event_type == "statement"]
    assert claim.object_text == "I was arrested for nothing at all" and claim.is_quotation
    assert not [c for c in made.claims() if c.event_type == "arrest"]


def test_modality_is_kept(page):
    lead = "= Anton Holm =\n\nAnton Holm\n- Occupation: Painter\n\nAnton Holm was a painter.\n\n== Life ==\n"
    made = page(lead + "He was allegedly arrested in 1937. He planned to join the Labour Party.\n")
    told = {(c.event_type, c.modality) for c in made.claims(extractor="prose.")}
    assert {("arrest", "alleged"), ("membership", "planned")} <= told


@pytest.mark.parametrize(
    "hostile",
    [
        "word " * 4000,
        "(" * 3000 + ")" * 3000,
        '"' * 3000,
        "Holm " * 4000,
        "was arrested and " * 2000,
        "A. " * 4000,
        "in 1905, " * 2000,
    ],
    ids=["no stop", "brackets", "quotes", "names", "verbs", "initials", "dates"],
)
def test_hostile_text_is_read_without_harm(page, hostile):
    lead = "= Anton Holm =\n\nAnton Holm\n- Occupation: Painter\n\nAnton Holm was a painter.\n\n"
    assert page(lead + hostile + "\n").reading.passages


def test_a_calling_among_callings_is_no_office(prose):
    claims = prose("Anton Holm was an American abolitionist, Methodist minister and editor.")
    assert ("attribute", "Anton Holm", "Methodist minister", None, None) in claims
    claims = prose("Anton Holm was a lawyer, party secretary and deputy mayor of Graz from 1901.")
    assert ("tenure", "Anton Holm", "party secretary", None, "1901/..") in claims
