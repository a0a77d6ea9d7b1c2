"""Careers told in passing: whose a date, place or bracket is, steps in participles, grades, terms and their ends."""

import pytest

HOLM = "Anton Holm"


@pytest.mark.parametrize(
    ("text", "expected", "unread"),
    [
        (
            "He was acting Minister of War for two months in 1904.",
            ("tenure", HOLM, "acting Minister of War", None, "1904"),
            "action",
        ),
        ("He was visiting Bishop Ricci in 1780.", ("action", HOLM, "Bishop Ricci", None, "1780"), "tenure"),
        (
            "A senator since 1907, he was arrested in Ghent.",
            ("arrest", HOLM, None, "Ghent", None),
            "imprisonment",
        ),
        ("Since 1907 he was mayor of Ghent.", ("tenure", HOLM, "mayor of Ghent", None, "1907/.."), "appointment"),
        (
            "He led the 7th (Mysore) Brigade from 1915 to 1916.",
            ("tenure", HOLM, "7th (Mysore) Brigade", None, "1915/1916"),
            "battle",
        ),
        (
            "He commanded the 2nd Division (1914–1915) and XV Corps.",
            ("tenure", HOLM, "2nd Division", None, "1914/1915"),
            "battle",
        ),
        (
            "He was born in Turku, the son of Nils Holm (1835–1902) and Ida Roe.",
            ("birth", HOLM, None, "Turku", None),
            "marriage",
        ),
    ],
)
def test_what_a_date_or_bracket_belongs_to(prose, text, expected, unread):
    claims = prose(text)
    assert expected in claims
    assert not any(claim[0] == unread for claim in claims)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He was posted as consul in Trieste and vice-consul in Pola in 1890.",
            {("consul", "Trieste"), ("vice-consul", "Pola")},
        ),
        ("He was appointed judge and mayor in Ghent in 1890.", {("judge", "Ghent"), ("mayor", "Ghent")}),
        (
            "He became Director of Works at the Admiralty in 1919 and Governor of Malta in June 1924.",
            {("Governor of Malta", None)},
        ),
    ],
)
def test_each_office_has_its_own_place(prose, text, expected):
    assert {(claim[2], claim[3]) for claim in prose(text) if claim[0] == "appointment"} >= expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He is a Chilean retired judge who was mayor of Arica from 1979 to 1981.", ("mayor of Arica", "1979/1981")),
        (
            "He was chairman of the Farmers' and Workers' Party from 1950 to 1953.",
            ("chairman of the Farmers' and Workers' Party", "1950/1953"),
        ),
        ("She was at various times Director of Prisons and mayor of Arica.", ("Director of Prisons", None)),
        (
            "From 1932 he was director of the mint and at the same time chairman of the Bank Council.",
            ("chairman of the Bank Council", "1932/.."),
        ),
    ],
)
def test_offices_behind_what_stands_between(prose, text, expected):
    claims = prose(text)
    assert expected in {(claim[2], claim[4]) for claim in claims if claim[:2] == ("tenure", HOLM)}
    assert "retirement" not in {claim[0] for claim in claims}


def test_a_dash_joins_two_names_of_one_thing(prose):
    assert ("decision", HOLM, "Roe–Ribeiro Convention", None, "1887") in prose(
        "He signed the Roe–Ribeiro Convention in 1887."
    )
    assert "Roe–Ribeiro" not in str(prose("He met Roe – Ribeiro was away – in 1887."))


def test_she_is_the_wife_though_her_father_was_named_last(prose):
    wed = "In 1901 he married Lilian Roe, a daughter of Henry Burdett. "
    assert ("death", "Lilian Roe", None, None, "1937") in prose(wed + "She died in 1937.")
    assert ("death", "Ida", None, None, "1937") in prose(wed + "His sister Ida was a nurse. She died in 1937.")
    assert not any(claim[0] == "death" and claim[1] == "Lilian Roe" for claim in prose(wed + "He died in 1937."))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She later was chargé d'affaires in Lima in 1885.", ("tenure", HOLM, "chargé d'affaires", "Lima", "1885")),
        ("He also was mayor of Arica from 1900 to 1904.", ("tenure", HOLM, "mayor of Arica", None, "1900/1904")),
        ("He briefly was arrested in 1900.", ("arrest", HOLM, None, None, "1900")),
    ],
)
def test_an_adverb_between_subject_and_auxiliary(prose, text, expected):
    assert expected in prose(text)


def test_there_is_nobody(prose):
    assert not any(claim[1] == HOLM for claim in prose("There was a strike in 1900."))


def test_what_its_own_as_brings_in(prose):
    claims = prose("He worked as a labourer in a mill, then as a loader at the docks in Turku.")
    assert {(claim[2], claim[3]) for claim in claims if claim[0] == "employment"} == {
        ("labourer", None),
        ("loader", "Turku"),
    }
    alone = prose("He worked as a tailor in Ghent, and as a stranger he was dismissed.")
    assert {claim[2] for claim in alone if claim[0] == "employment"} == {"tailor"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He served as a deputy from 1913 to 1916 and as mayor of Turku from 1921 until his death in 1938.",
            {("deputy", "1913/1916"), ("mayor of Turku", "1921/1938")},
        ),
        (
            "He served as mayor from 1921 and as rector from 1930 until 1938.",
            {("mayor", "1921/.."), ("rector", "1930/1938")},
        ),
    ],
)
def test_each_term_of_a_list_has_its_own_end(prose, text, expected):
    assert {(claim[2], claim[4]) for claim in prose(text) if claim[0] == "tenure"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was made a Knight of the Order of Vasa in 1892 and promoted to Commander in 1901.", "award"),
        ("He was decorated as an Officer of the Legion of Honour in 1892 and promoted to Commander in 1901.", "award"),
        ("He received the Naval Service Medal in 1892 and was promoted to Commander in 1901.", "promotion"),
        ("He served in the Royal Navy and was promoted to Commander in 1901.", "promotion"),
    ],
)
def test_a_grade_of_an_order_is_no_rank(prose, text, expected):
    assert {claim[0] for claim in prose(text) if claim[2] == "Commander" and claim[4] == "1901"} == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She was promoted to the Court of Appeal in 1991.", ("appointment", HOLM, "Court of Appeal", None, "1991")),
        ("He was promoted to sergeant in 1991.", ("promotion", HOLM, "sergeant", None, "1991")),
        (
            "He was detained for seven months at Rakoon Security Prison.",
            ("imprisonment", HOLM, "Rakoon Security Prison", None, None),
        ),
        ("He was detained in Rakoon prison until 1938.", ("imprisonment", HOLM, "Rakoon prison", None, "../1938")),
        ("He was detained on 3 May 1938.", ("arrest", HOLM, None, None, "1938-05-03")),
    ],
)
def test_promoted_to_a_court_and_detained_in_a_prison(prose, text, expected):
    claims = prose(text)
    assert expected in claims
    assert len([claim for claim in claims if claim[0] in ("promotion", "appointment", "imprisonment", "arrest")]) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He moved to Turku in 1940, becoming mayor in 1946.", [("appointment", "mayor", None, "1946")]),
        (
            "He rose in 1945, becoming deputy head of its office in 1946.",
            [("appointment", "deputy head of its office", None, "1946")],
        ),
        ("He was managing director of the mill in 1946.", [("tenure", "managing director of the mill", None, "1946")]),
        (
            "He was sent to Aleppo as governor in 1856.",
            [("residence", None, "Aleppo", "1856"), ("appointment", "governor", "Aleppo", "1856")],
        ),
        ("He was sent to Aleppo as an observer in 1856.", [("residence", None, "Aleppo", "1856")]),
        (
            "He served twice as mayor and, for 118 days in 1873, as Grand Vizier.",
            [("tenure", "mayor", None, None), ("tenure", "Grand Vizier", None, "1873")],
        ),
        (
            "He was elected to the State Senate in 1884, serving one term.",
            [("membership", "State Senate", None, "1884")],
        ),
    ],
)  # fmt: skip
def test_posts_told_in_passing(prose, text, expected):
    told = {(claim[0], *claim[2:]) for claim in prose(text)}
    assert set(expected) <= told
    assert not told & {("imprisonment", "one term", None, "1884"), ("residence", None, "Turku", "1946")}
    assert ("appointment" in {claim[0] for claim in told}) == ("appointment" in {claim[0] for claim in expected})


def test_what_is_served_at_a_prison_is_no_employment(prose):
    told = prose("He was sentenced to two years in 1932, which he served at Turku.")
    assert "employment" not in {claim[0] for claim in told}
    assert ("employment", HOLM, "Leith Infirmary", None, "1932") in prose("He served at Leith Infirmary in 1932.")


def test_a_mother_behind_a_father_has_her_own_work(prose):
    told = prose("His father, Ivo Roe, was a tailor and his mother, Ida Lund, a seamstress.")
    assert {(claim[1], claim[2]) for claim in told if claim[0] == "attribute"} == {
        ("Ivo Roe", "tailor"),
        ("Ida Lund", "seamstress"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He was a delegate to the 16th and 17th Congresses of the Party.",
            {("delegate to the 16th and 17th Congresses of the Party", None)},
        ),
        (
            "He was a delegate to the Whig Conventions of 1844 and 1848.",
            {("delegate to the Whig Conventions", "1844"), ("delegate to the Whig Conventions", "1848")},
        ),
        ("She was an ambassador to Spain.", {("ambassador to Spain", None)}),
        ("She was a representative to many of her friends.", set()),
        ("He was a delegate.", set()),
    ],
)
def test_delegates_and_envoys_by_where_they_are_sent(prose, text, expected):
    assert {(claim[2], claim[4]) for claim in prose(text) if claim[:2] == ("tenure", HOLM)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 1581 he was appointed dean, a charge which he kept until he died.",
            {("appointment", "dean", None, "1581"), ("death", None, None, None)},
        ),
        (
            "He served in the Senate from 1962 to 1969 and as envoy to Kenya from 1973 to 1976.",
            {("membership", "Senate", None, "1962/1969"), ("tenure", "envoy to Kenya", None, "1973/1976")},
        ),
        (
            "He became prefect of Turku in 1901. He held the post until his election as mayor of Ghent in 1920.",
            {
                ("appointment", "prefect of Turku", None, "1901"),
                ("tenure", "prefect of Turku", None, "../1920"),
                ("appointment", "mayor of Ghent", None, "1920"),
            },
        ),
        (
            "He was Mayor of Boston, Lincolnshire, from 1925 to 1926.",
            {("tenure", "Mayor of Boston", None, "1925/1926")},
        ),
        ("He was promoted CBE in 1934.", {("award", "CBE", None, "1934")}),
        ("He was promoted captain in 1934.", {("promotion", "captain", None, "1934")}),
    ],
)
def test_what_ends_and_what_comes_next(prose, text, expected):
    assert {(claim[0], *claim[2:]) for claim in prose(text) if claim[1] == HOLM} == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In 1943 he married Ida Roe, a judge at Lahore.", None),
        ("In 1943 he married Ida Roe, a judge, at Lahore.", "Lahore"),
        ("In 1943 he married the judge Ida Roe at Lahore.", "Lahore"),
    ],
)
def test_where_a_spouse_worked_is_no_place_of_the_wedding(prose, text, place):
    assert ("marriage", HOLM, "Ida Roe", place, "1943") in prose(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He joined the police in 1945.", ("service", HOLM, "police", None, "1945")),
        ("He took silk in 1899.", ("appointment", HOLM, "took silk", None, "1899")),
        ("He was taken into preventive detention on 14 May 1969.", ("arrest", HOLM, None, None, "1969-05-14")),
        (
            "He was a recipient of the Hilal-i-Imtiaz (1959) and the Nishan-e-Imtiaz (1990).",
            ("award", HOLM, "Nishan-e-Imtiaz", None, "1990"),
        ),
        (
            "A founding member of the Peasants' League (PL), he was mayor of Ghent.",
            ("membership", HOLM, "Peasants' League", None, None),
        ),
        (
            "Their eldest son, Max, was a judge. His second marriage, to Ida Roe in 1583, was childless.",
            ("marriage", HOLM, "Ida Roe", None, "1583"),
        ),
        (
            "He married Ida Roe in 1900. Her first marriage, to Karl Lund in 1890, was childless.",
            ("marriage", "Ida Roe", "Karl Lund", None, "1890"),
        ),
    ],
)
def test_ways_into_a_service_a_body_a_marriage(prose, text, expected):
    assert expected in prose(text)


def test_calling_the_police_is_no_service(prose):
    assert not any(claim[0] == "service" for claim in prose("He called the police in 1945."))


def test_numbers_of_one_congress(prose):
    told = prose(
        "He was a delegate to the 11th, 12th and 13th Congresses of the Party and a deputy to the 5th and 6th "
        "National People's Congress."
    )
    assert {(claim[2], claim[4]) for claim in told if claim[0] == "tenure"} == {
        ("delegate to the 11th, 12th and 13th Congresses of the Party", None),
        ("deputy to the 5th and 6th National People's Congress", None),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was an Irish lawyer, magistrate and politician.", {"Irish lawyer", "magistrate", "politician"}),
        ("He was a lawyer and mayor of Ghent.", {"lawyer"}),
        ("He was a co-founder, in 1844, of the Society, whose secretary he remained.", {"co-founder"}),
    ],
)
def test_posts_in_a_list_of_occupations(prose, text, expected):
    assert {claim[2] for claim in prose(text) if claim[0] == "attribute"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He sat as a Whig for Leith from 1832 to 1841.", {("tenure", "Leith", "1832/1841")}),
        ("He was elected as an Independent for Leith in 1832.", {("appointment", "Leith", "1832")}),
        ("He served as a Catholic chaplain in 1915.", {("tenure", "Catholic chaplain", "1915")}),
        ("He served as a Whig.", set()),
        ("He was gazetted to the 9th Lancers in 1888.", {("service", "9th Lancers", "1888")}),
        (
            "He was party whip from 1950 to 1955 and leader of the opposition thereafter.",
            {("tenure", "party whip", "1950/1955"), ("tenure", "leader of the opposition", None)},
        ),
    ],
)
def test_seats_of_a_party_and_what_came_thereafter(prose, text, expected):
    assert {(claim[0], claim[2], claim[4]) for claim in prose(text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He joined the Foreign Office in 1920 and, after posts in Cairo and Rome, became envoy to Chile in 1946.",
            {("employment", "Foreign Office", None, "1920"), ("appointment", "envoy to Chile", None, "1946")},
        ),
        (
            "He studied at Trinity College, Cambridge, in 1628, and died in 1650.",
            {("education", "Trinity College", "Cambridge", "1628"), ("death", None, None, "1650")},
        ),
        ("He was hanged at Leith on 5 July 1946.", {("execution", None, "Leith", "1946-07-05")}),
    ],
)
def test_an_aside_before_the_next_verb(prose, text, expected):
    assert {(claim[0], *claim[2:]) for claim in prose(text)} == expected


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("In 1920 he married Ida, daughter of General Karl Roe, and had two sons, Max and Otto.", HOLM),
        ("In 1920, Ida Lund married Karl Roe and had two sons, Max and Otto.", "Ida Lund"),
    ],
)
def test_children_behind_a_date_that_opens(prose, text, owner):
    found = {(claim[1], claim[2]) for claim in prose(text) if claim[0] == "kinship" and claim[2] in ("Max", "Otto")}
    assert found == {(owner, "Max"), (owner, "Otto")}


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("He was Minister of Justice and the Police from 1898 to 1900.", "Minister of Justice and the Police"),
        ("He was Minister of War and the King dismissed him in 1900.", "Minister of War"),
        ("He was Minister of War and the father of Karl Roe.", "Minister of War"),
    ],
)
def test_two_things_of_one_ministry(prose, text, office):
    assert {claim[2] for claim in prose(text) if claim[0] == "tenure"} == {office}
