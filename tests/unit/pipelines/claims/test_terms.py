"""How long an office lasted, which of several dates belongs to which of several things, and what shares a verb."""

import pytest

HOLM = "Anton Holm"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He sat as Mayor of Bergen from 1945 until he stood down in 1955.",
            ("tenure", "Mayor of Bergen", "1945/1955"),
        ),
        (
            "From 1961 until his retirement in 1978 he held the Wolfson chair at Oxford.",
            ("tenure", "Wolfson chair at Oxford", "1961/1978"),
        ),
        ("He served as Mayor of Bergen until his death in 1955.", ("tenure", "Mayor of Bergen", "../1955")),
        ("He was Mayor of Bergen from 1951, and from 1961 colonel.", ("promotion", "colonel", "1961/..")),
    ],
)
def test_a_term_is_closed_by_what_follows_until(prose, text, expected):
    kind, what, when = expected
    assert (kind, HOLM, what, None, when) in prose(text)


def test_two_dates_are_two_awards(prose):
    made = prose("He was awarded the Copley Medal in 1978 and 1980.")
    assert made == {("award", HOLM, "Copley Medal", None, year) for year in ("1978", "1980")}


def test_a_bracket_dates_only_what_it_follows(prose):
    made = prose("He was awarded the Order of Olaf (1939), two Copley Medals, and the War Cross (1945).")
    assert made == {
        ("award", HOLM, "Order of Olaf", None, "1939"),
        ("award", HOLM, "Copley Medals", None, None),
        ("award", HOLM, "War Cross", None, "1945"),
    }


def test_of_several_predicates_each_has_its_own_term(prose):
    made = prose("He was professor at Bergen, and chief engineer of the Port Works from 1924 until his arrest in 1937.")
    assert ("tenure", HOLM, "chief engineer of the Port Works", None, "1924/1937") in made
    assert not any(what == "professor" and when for _, _, what, _, when in made)


def test_one_verb_is_read_for_each_kind_of_object(prose):
    made = prose("In 1918 he joined the Royal Navy and the Labour Party.")
    assert made == {("service", HOLM, "Royal Navy", None, "1918"), ("membership", HOLM, "Labour Party", None, "1918")}


def test_a_single_child_among_those_counted_is_counted_too(page):
    made = page("= Anton Holm =\n\nAnton Holm was a painter.\n\nHe had two sons and a daughter.\n")
    told = [(one.figure_value, one.figure_measure) for one in made.claims() if one.event_type == "kinship"]
    assert told == [(2, "sons"), (1, "daughter")]


def test_children_in_a_list_with_asides(prose):
    made = prose("Holm had two children: Liv (born 1903), who is also a painter, and Per (born 1907).")
    assert {("kinship", HOLM, "Liv", None, None), ("kinship", HOLM, "Per", None, None)} <= made


def test_posts_before_the_subject_and_behind_a_colon_have_their_own_years(prose):
    made = prose("Branch secretary at Moss from 1919, district organiser 1921–1929, he led the strike of 1926.")
    assert ("tenure", HOLM, "district organiser", None, "1921/1929") in made
    made = prose("He headed the Actors' Union: general secretary from May 1972, president from 1976.")
    assert ("tenure", HOLM, "president", None, "1976/..") in made


def test_the_first_and_the_second_of_two_awards_have_a_date_each(prose):
    made = prose("He was awarded two Orders of Olaf: the first on 17 April 1940, and the second on 29 June 1945.")
    assert {("award", HOLM, "Orders of Olaf", None, day) for day in ("1940-04-17", "1945-06-29")} <= made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was Mayor until May 1812, when he handed over command.", ("departure", "command", None, "1812-05")),
        ("She fled to Perpignan, where Holm lived until 1941.", ("residence", None, "Perpignan", "../1941")),
        ("He worked for four months as a stevedore in Moss.", ("employment", "stevedore", "Moss", None)),
        ("At the 18th Party Congress in March 1939 he spoke.", None),
    ],
)
def test_what_stands_around_a_clause_completes_it(prose, text, expected):
    made = prose(text)
    if expected is None:
        assert ("happening", "18th Party Congress", None, None, "1939-03") in made
    else:
        kind, what, where, when = expected
        assert (kind, HOLM, what, where, when) in made


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        (
            "He was appointed Secretary of the Navy in 1846 and became Chancellor of the Order of Vasa in 1847. "
            "He held both posts until 1849.",
            {"Secretary of the Navy", "Chancellor of the Order of Vasa"},
        ),
        (
            "In 1611 he became rector of the Latin school. In 1614 he was elected dean of the chapter. "
            "He served in these capacities until 1849.",
            {"rector of the Latin school", "dean of the chapter"},
        ),
        (
            "He was appointed director of the museum and keeper of the royal library. He remained in these posts "
            "until 1849.",
            {"director of the museum", "keeper of the royal library"},
        ),
        (
            "He was elected mayor of Ribe in 1838. In 1840 he was appointed bailiff of Ribe. In 1841 he was "
            "appointed judge of the county. He retained both posts until 1849.",
            {"bailiff of Ribe", "judge of the county"},
        ),
        ("He was elected mayor of Ribe in 1838. He held this post until 1849.", {"mayor of Ribe"}),
    ],
)
def test_posts_spoken_of_together_are_each_held_until_then(prose, text, offices):
    assert {held for event, _, held, _, edtf in prose(text) if event == "tenure" and edtf == "../1849"} == offices


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Holm, still bishop of Lund, died in 1501.", "bishop of Lund"),
        ("Holm, at that time mayor of Aarhus, was robbed in 1921.", "mayor of Aarhus"),
        ("Holm, by this time dean of the faculty, was robbed in 1921.", "dean of the faculty"),
        ("Holm, at the time governor of Kiel, was robbed in 1830.", "governor of Kiel"),
    ],
)
def test_offices_held_at_the_time(prose, text, office):
    assert ("tenure", "Anton Holm", office, None, None) in prose(text)


def test_the_term_of_what_a_sentence_opens_with_is_not_that_of_its_verb(prose):
    claims = prose("An unofficial member of the Marsh Council from 1884 to 1890, he sat on the commission of inquiry.")
    assert ("membership", HOLM, "Marsh Council", None, "1884/1890") in claims
    assert ("membership", HOLM, "commission of inquiry", None, None) in claims
    assert ("employment", HOLM, "clerk", "Graz", "1910/1920") in prose(
        "In Graz from 1910 to 1920, he worked as a clerk."
    )


def test_a_second_capacity_has_the_date_before_it(prose):
    text = "In 1919 he joined the Marsh Institute, first as an unpaid aide and from 1922 as a scientific officer."
    claims = prose(text)
    assert {claim[2:] for claim in claims if claim[0] == "appointment"} >= {("scientific officer", None, "1922/..")}


def test_what_one_was_to_another_has_its_years(prose):
    claims = prose(
        "From 1913 to 1915 he was assistant to Richard Assmann. He was a friend of Karl Lund and left in 1915."
    )
    assert ("association", HOLM, "Richard Assmann", None, "1913/1915") in claims
    assert ("association", HOLM, "Karl Lund", None, None) in claims


def test_a_post_said_again_is_no_office_of_its_own(prose):
    claims = prose("He succeeded Karl Lund as head of the Marsh Clinic in 1939, a post he held until 1958.")
    assert "post" not in {claim[2] for claim in claims}


def test_who_stood_and_was_defeated_left_no_office(prose):
    claims = prose("In 1913 he stood for the Marsh City Council but was defeated.")
    assert not [claim for claim in claims if claim[0] == "departure"]
    claims = prose("He was prime minister until 1910, when he was defeated.")
    assert ("departure", HOLM, None, None, "1910") in claims


def test_a_date_behind_and_opens_the_next_clause(prose):
    claims = prose("From 1890 he wrote a column for the Courier, and on his wife's death in 1904 he became its editor.")
    assert not [claim for claim in claims if claim[0] == "action" and claim[4] == "1904"]
    claims = prose("He lived in Graz, and on the outbreak of war in 1914 he moved to Riga.")
    assert ("residence", HOLM, None, "Riga", "1914") in claims
    assert ("residence", HOLM, None, "Graz", None) in claims


def test_what_comes_then_is_not_in_the_time_before(prose):
    claims = prose("From 1901 to 1904 he studied in Graz and then moved to Riga.")
    assert ("residence", HOLM, None, "Riga", None) in claims
    claims = prose("From 1901 to 1904 he lived in Graz and worked as a clerk.")
    assert ("employment", HOLM, "clerk", None, "1901/1904") in claims


def test_a_date_of_the_next_clause_names_nobody_again(prose):
    claims = prose("Berg named him vicar of Graz in 1920, and in 1925, after the war, he was made bishop of Riga.")
    assert {claim[4] for claim in claims if claim[2] == "vicar of Graz"} == {"1920"}
    claims = prose("He was awarded the Marsh Prize in 1920, 1921, and in 1925.")
    assert {claim[4] for claim in claims if claim[0] == "award"} == {"1920", "1921", "1925"}


def test_years_in_a_bracket_are_not_those_of_the_next_office(prose):
    claims = prose("He served on the Marsh Commission on Fish (1900–02), and as a director of the Kern Railway.")
    assert ("tenure", HOLM, "director of the Kern Railway", None, None) in claims
    claims = prose("He served as director of the Marsh Mill (1900–02) and as president of the Marsh Club (1904).")
    assert ("tenure", HOLM, "president of the Marsh Club", None, "1904") in claims


def test_the_portfolio_is_the_office_named_before(prose):
    claims = prose("He was appointed minister of war in 1920. He held the portfolio for five months.")
    assert ("tenure", HOLM, "minister of war", None, None) in claims
    assert "portfolio" not in {claim[2] for claim in claims}


def test_in_which_year_is_the_last_of_the_years_before(prose):
    claims = prose("He was mayor from 1879 until 1885, in which year he succeeded General Lund as governor of Graz.")
    assert ("appointment", HOLM, "governor of Graz", None, "1885") in claims
    claims = prose("He succeeded the General Council as director of the Marsh Institute in 1885.")
    assert not [claim for claim in claims if claim[0] == "appointment"]


def test_who_is_installed_in_an_office_is_not_again_in_the_one_before(prose):
    claims = prose("He was elected dean of Graz in 1605. He was installed prebendary of Lichfield in 1609.")
    assert ("appointment", HOLM, "prebendary of Lichfield", None, "1609") in claims
    assert {claim[4] for claim in claims if claim[2] == "dean of Graz"} == {"1605"}


def test_a_date_behind_a_comma_is_not_that_of_the_death_before(prose):
    claims = prose("He wrote a psalter, which was printed after his death, in 1648.")
    assert not [claim for claim in claims if claim[0] == "death" and claim[4] == "1648"]
    claims = prose("His house was sold after his death in 1648.")
    assert [claim for claim in claims if claim[0] == "death" and claim[4] == "1648"]


def test_whoever_joins_when_a_term_ends_is_appointed_then(prose):
    claims = prose(
        "In 1950 he was named head of the bureau, a post he kept until March 1955, when he joined the cabinet as "
        "Minister of Mines. In 1961 he joined the Alpine Club as a guide."
    )
    assert ("appointment", "Anton Holm", "Minister of Mines", None, "1955-03") in claims
    assert ("appointment", "Anton Holm", "Minister of Mines", None, "1950") not in claims
