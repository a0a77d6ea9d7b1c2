"""Charges and their lists, groups and their figures, verdicts given and undone, captivity told by nouns."""

import pytest

HOLM = "Anton Holm"


@pytest.mark.parametrize(
    ("text", "charges"),
    [
        (
            "He was tried in May 1950 on charges of treason, conspiracy against the state, and involvement in the "
            "murder of Ole Berg.",
            {"treason", "conspiracy against the state", "involvement in the murder of Ole Berg"},
        ),
        (
            "The charges against Holm centred on fabricated allegations of , including to overthrow the party, and "
            "collaboration with foreign agents.",
            {"to overthrow the party", "collaboration with foreign agents"},
        ),
        (
            "Holm was accused of misusing public funds and accepting bribes.",
            {"misusing public funds", "accepting bribes"},
        ),
        ("He was accused of plotting against Otto Lie and Ole Berg.", {"plotting against Otto Lie and Ole Berg"}),
        ("Charges of bribery were brought against him in 1621.", {"bribery"}),
        ("Amid accusations of corruption, he stepped down in 2004.", {"corruption"}),
        ("He was blinded in 1290 for plotting with the Genoese.", {"plotting with the Genoese"}),
        ("He was executed for treason in 1569.", {"treason"}),
        ("He was held on suspicion of murder.", {"murder"}),
        ("He was in charge of the library.", set()),
        ("He was charged with fraud and died in 1905.", {"fraud"}),
    ],
)
def test_each_deed_of_a_list_is_a_charge(prose, text, charges):
    assert {held for event, who, held, *_ in prose(text) if event == "accusation" and who == HOLM} == charges


def test_the_narrator_calls_a_charge_invented(page):
    made = page(
        "= Anton Holm =\n\nAnton Holm\n- Nationality: unknown\n\nAnton Holm was a judge.\n\n== Life ==\n"
        "He was tried on fabricated charges of treason.\n"
    )
    (claim,) = [each for each in made.reading.claims if each.event_type == "accusation"]
    assert made.parts(claim, "attribute", "content") == ["fabricated"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The minister accused the strike organisers of disturbing the peace.",
            {("accusation", "strike organisers", "disturbing the peace", None, None)},
        ),
        (
            "The purge targeted over 1,300 officials associated with Holm, with at least 23 executions by 1952.",
            {
                ("purge", "officials associated with Holm", None, None, None),
                ("execution", "officials associated with Holm", None, None, "../1952"),
            },
        ),
        (
            "Widespread arrests among , and officials in Bergen followed.",
            {("arrest", "officials in Bergen", None, None, None)},
        ),
        ("The war ended, with many victims rehabilitated.", {("rehabilitation", "victims", None, None, None)}),
        (
            "He came home after the deaths of Ole Berg and Otto Lie.",
            {("death", "Ole Berg", None, None, None), ("death", "Otto Lie", None, None, None)},
        ),
        ("The shop targeted over 300 customers.", set()),
    ],
)
def test_groups_and_several_persons_have_their_events(prose, text, expected):
    assert prose(text) - {each for each in prose(text) if each[0] == "residence"} == expected


def test_the_figure_of_a_group_is_the_events(page):
    made = page(
        "= Anton Holm =\n\nAnton Holm\n- Nationality: unknown\n\nAnton Holm was a judge.\n\n== Life ==\n"
        "The purge targeted over 1,300 officials.\n"
    )
    (claim,) = [each for each in made.reading.claims if each.event_type == "purge"]
    assert (claim.figure_text, claim.figure_value, claim.figure_qualifier) == ("over 1,300", 1300.0, "over")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The federation banned him in September 2014.", {("sentence", HOLM, "banned", None, "2014-09")}),
        ("The court overturned his conviction in 1957.", {("rehabilitation", HOLM, "conviction", None, "1957")}),
        ("The court overturned his suspension in 1957.", {("acquittal", HOLM, "suspension", None, "1957")}),
        ("The case against him was dismissed in 1978.", {("acquittal", HOLM, None, None, "1978")}),
        ("Holm and two ministers were arrested in 1905.", {("arrest", HOLM, None, None, "1905")}),
        ("Fame met Otto Lie and two officers were shot in 1905.", {("execution", "officers", None, None, "1905")}),
        (
            "The book was banned in Prussia and Holm was fined in 1837.",
            {("sentence", HOLM, None, None, "1837")},
        ),
        ("He received three years in 1912.", {("sentence", HOLM, "three years", None, "1912")}),
        ("He was given two weeks to leave.", set()),
        ("He was shot in the leg in 1778.", {("attribute", HOLM, "leg", None, "1778")}),
        ("The king had him arrested in 1617.", {("arrest", HOLM, None, None, "1617")}),
        ("He was among those executed in April 1940.", {("execution", HOLM, None, None, "1940-04")}),
        ("She was posthumously pardoned in 2013.", {("rehabilitation", HOLM, None, None, "2013")}),
        ("After three years' imprisonment he slept.", {("imprisonment", HOLM, "imprisonment", None, None)}),
        ("Under torture he slept.", {("interrogation", HOLM, "torture", None, None)}),
        ("From his exile in Jersey he sang.", {("exile", HOLM, None, "Jersey", None)}),
        (
            "In 1884 he was charged with fraud, but an inquiry in 1885 cleared him and he was restored to his post.",
            {
                ("accusation", HOLM, "fraud", None, "1884"),
                ("acquittal", HOLM, None, None, "1885"),
                ("reinstatement", HOLM, "post", None, None),
            },
        ),
        (
            "The letters went to Gulag survivor Otto Lie.",
            {("imprisonment", "Otto Lie", "Gulag", None, None)},
        ),
    ],
)
def test_what_courts_and_rulers_do(prose, text, expected):
    lead = "Anton Holm was a politician." if "She" not in text else "Anton Holm was a politician; she was a judge."
    assert prose(text, lead=lead) == expected


def test_companions_are_participants_and_have_claims_of_their_own(page):
    made = page(
        "= Anton Holm =\n\nAnton Holm\n- Nationality: unknown\n\nAnton Holm was a judge.\n\n== Life ==\n"
        "Holm, along with Otto Lie, was tried in May 1950.\n"
    )
    trials = [each for each in made.reading.claims if each.event_type == "trial"]
    assert {each.subject_text: made.parts(each, "participant", "together_with") for each in trials} == {
        HOLM: ["Otto Lie"], "Otto Lie": ["Holm"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 1956 Holm was rehabilitated. The rulings extended to other victims, such as Otto Lie and Karl Berg.",
            {("rehabilitation", "Otto Lie", None), ("rehabilitation", "Karl Berg", None)},
        ),
        (
            "The amnesty of 1820 also covered Otto Lie and the priest Karl Berg.",
            {("release", "Otto Lie", "1820"), ("release", "Karl Berg", "1820")},
        ),
        (
            "His rehabilitation was extended to his co-defendants, among them Otto Lie.",
            {("rehabilitation", "Otto Lie", None)},
        ),
        ("The purge reached Otto Lie in 1938.", {("purge", "Otto Lie", "1938")}),
        (
            "In 1702 Holm was acquitted. The verdict applied to Karl Berg.",
            {("acquittal", "Karl Berg", None)},
        ),
        ("The decision applied to Karl Berg.", set()),
        ("The amnesty covered the years in exile.", set()),
        ("The purge reached Bergen in 1938.", set()),
    ],
)
def test_measures_extend_to_further_persons(prose, text, expected):
    made = {(event, who, edtf) for event, who, _, _, edtf in prose(text) if who in ("Otto Lie", "Karl Berg")}
    assert {each for each in made if each[0] != "attribute"} == expected
