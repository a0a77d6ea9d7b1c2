"""Careers and moves in ordinary wordings: steps from one post to the next, nominations, seats, states as places."""

import pytest

HOLM = "Anton Holm"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He was ambassador to France (1920–24), Italy (1924–28) and Spain (1930).",
            [
                ("ambassador to France", None, "1920/1924"),
                ("ambassador", "Italy", "1924/1928"),
                ("ambassador", "Spain", "1930"),
            ],
        ),
        (
            "She served as consul in Trieste from 1860 to 1865, Odessa from 1865 to 1871 and Smyrna from 1871.",
            [("consul", "Trieste", "1860/1865"), ("consul", "Odessa", "1865/1871"), ("consul", "Smyrna", "1871/..")],
        ),
        ("He was minister to Peru (1889–93), and Chile (1893).", [("minister", "Chile", "1893")]),
        (
            "He was professor extraordinary in 1901 and full professor in 1905.",
            [("professor extraordinary", None, "1901"), ("full professor", None, "1905")],
        ),
        (
            "She was a visiting professor at Leith University in 1950.",
            [("visiting professor at Leith University", None, "1950")],
        ),
        (
            "He served in the Union Army as colonel of the Ninth Regiment.",
            [("colonel of the Ninth Regiment", None, None)],
        ),
    ],
)
def test_terms_of_office(prose, text, expected):
    made = {claim[2:] for claim in prose(text) if claim[:2] == ("tenure", HOLM)}
    assert made >= set(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He became a deputy in 1901.", [("deputy", "1901")]),
        ("He became a minister in 1901.", [("minister", "1901")]),
        (
            "He was elected as a councillor in 1950 and as an alderman in 1955.",
            [("councillor", "1950"), ("alderman", "1955")],
        ),
        ("He was promoted from curator to director in 1931.", [("director", "1931")]),
        ("She rose from lecturer to professor of botany in 1931.", [("professor of botany", "1931")]),
        ("The king appointed Holm to be governor of Tobago in 1890.", [("governor of Tobago", "1890")]),
        ("The chapter elected him to be dean of Linz in 1840.", [("dean of Linz", "1840")]),
        (
            "In January 1997 President Ida Roe nominated Holm to be Secretary of the Interior.",
            [("Secretary of the Interior", "1997-01")],
        ),
        ("His appointment as rector came in 1820.", [("rector", "1820")]),
        ("Her appointment to the Supreme Court in 1990 surprised many.", [("Supreme Court", "1990")]),
        ("He captured the seat at a by-election in February 1939.", [("seat", "1939-02")]),
        ("In 1922 he gained the Leith seat from the Liberals.", [("Leith seat", "1922")]),
    ],
)
def test_appointments(prose, text, expected):
    made = {(claim[2], claim[4]) for claim in prose(text) if claim[:2] == ("appointment", HOLM)}
    assert made >= set(expected)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("He emigrated to the United States in 1939.", "United States"),
        ("He returned to the United Kingdom in 1939.", "United Kingdom"),
        ("He fled to the Soviet Union in 1939.", "Soviet Union"),
        ("He moved to the Russian Federation in 1939.", "Russian Federation"),
    ],
)
def test_states_are_places_and_no_clubs_or_parties(prose, text, place):
    assert {claim for claim in prose(text) if claim[1] == HOLM} == {("residence", HOLM, None, place, "1939")}


def test_a_club_is_joined(prose):
    assert ("membership", HOLM, "Leith United", None, "1995") in prose("He moved to Leith United in 1995.")


def test_who_asks_somebody_to_be_something_appoints_nobody(prose):
    made = prose("He asked Ida Roe to be his wife in 1840.")
    assert not any(claim[0] in ("appointment", "tenure") for claim in made)


def test_a_relative_keeps_the_letters_of_a_seat_behind_the_name(prose):
    made = prose("His brother Magnus, MP for Orkney, died in 1890.")
    assert ("death", "Magnus", None, None, "1890") in made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1288 the magnates forced him to abdicate.", ("departure", HOLM, None, None, "1288")),
        ("The scandal compelled Holm to resign in 1940.", ("departure", HOLM, None, None, "1940")),
        ("He was compelled to resign in 1940.", ("departure", HOLM, None, None, "1940")),
        ("He was elected to the Riigikogu in 1923.", ("membership", HOLM, "Riigikogu", None, "1923")),
        (
            "He served two terms on the Leith City Council (1869–1873).",
            ("membership", HOLM, "Leith City Council", None, "1869/1873"),
        ),
        (
            "He received the Franciscan habit on 1 November 1609.",
            ("membership", HOLM, "Franciscan habit", None, "1609-11-01"),
        ),
        (
            "He defeated Eric at the Battle of Hejde on 14 June 1266.",
            ("battle", HOLM, "Battle of Hejde", None, "1266-06-14"),
        ),
        ("From 1932 to 1933 he studied in Germany.", ("education", HOLM, None, "Germany", "1932/1933")),
        (
            "He studied at Leipzig under Hermann Kolbe and at Heidelberg with Robert Bunsen.",
            ("education", HOLM, "Heidelberg", None, None),
        ),
        ("He was a student at Laon and then at Paris.", ("education", HOLM, "Paris", None, None)),
        (
            "He was accused of belonging to a conspiracy and of spying for Poland.",
            ("accusation", HOLM, "spying for Poland", None, None),
        ),
        (
            "During the war he commanded a regiment and, from June 1919, a brigade of the 44th Rifle Division.",
            ("tenure", HOLM, "brigade of the 44th Rifle Division", None, "1919-06/.."),
        ),
        (
            "The company was founded in 1886, with Holm as its president.",
            ("tenure", HOLM, "president", None, None),
        ),
    ],
)
def test_steps_taken_and_forced(prose, text, expected):
    assert expected in prose(text)


def test_an_office_behind_the_name_of_a_lord_is_the_lords(prose):
    made = prose("He was a clerk in the household of Seffrid, Bishop of Chichester.")
    assert not any(claim[0] == "tenure" and claim[1] == HOLM for claim in made)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After the death of his father in 1259 he went to sea.", ("death", "father", None, None, "1259")),
        ("She was deeply affected by her husband's death in 1957.", ("death", "husband", None, None, "1957")),
        (
            "He married Ida Roe in 1900. After his wife's death in 1920 he moved to Graz.",
            ("death", "Ida Roe", None, None, "1920"),
        ),
        ("As governor from 1910 to 1920 he built roads.", ("tenure", HOLM, "governor", None, "1910/1920")),
        ("During his presidency (1910–1920) the society grew.", ("tenure", HOLM, "presidency", None, "1910/1920")),
        (
            "He was elected to parliament in 1994 and was re-elected in 2000, 2001, 2004 and 2010.",
            ("appointment", HOLM, "parliament", None, "2010"),
        ),
        ("He joined the National Front in 1974.", ("membership", HOLM, "National Front", None, "1974")),
    ],
)
def test_relatives_terms_and_lists_of_years(prose, text, expected):
    assert expected in prose(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The king died in 1702.", ("death", HOLM)),
        ("During her reign, Kalmar was burned in 1457.", ("execution", "Kalmar")),
        ("He served on the Western Front.", ("membership", HOLM)),
        ("He handed over the post to Erik Lund in 1920.", ("tenure", "Erik Lund")),
    ],
)
def test_what_is_nobodys(prose, text, wrong):
    assert not any(claim[:2] == wrong for claim in prose(text))


@pytest.mark.parametrize(
    ("text", "objects"),
    [
        ("He was Minister of Trade and Industry from 1950 to 1955.", ["Minister of Trade and Industry"]),
        ("He was bishop of Bath and Wells.", ["bishop of Bath and Wells"]),
        ("He was professor of physics and chemistry at Leith.", ["professor of physics and chemistry"]),
        ("He was Minister of Finance and Prime Minister.", ["Minister of Finance", "Prime Minister"]),
        ("He was professor of physics and dean of the faculty.", ["professor of physics", "dean of the faculty"]),
        (
            "He was a member of the American Academy of Arts and Sciences.",
            ["American Academy of Arts and Sciences"],
        ),
        ("He worked at the Department of Physics and Astronomy.", ["Department of Physics and Astronomy"]),
        ("He studied at the University of Oslo and Harvard University.", ["University of Oslo", "Harvard University"]),
        ("He was a member of the Royal Society and the Leith Institute.", ["Royal Society", "Leith Institute"]),
        ("He was a member of the Society of Engineers and of the Senate.", ["Society of Engineers", "Senate"]),
    ],
)
def test_names_joined_and_names_listed(prose, text, objects):
    assert sorted(claim[2] for claim in prose(text) if claim[1] == HOLM) == sorted(objects)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Royal Society made him a fellow in 1950.", ("membership", HOLM, "Royal Society", None, "1950")),
        (
            "In 1950 the Leith Institute elected her an honorary member.",
            ("membership", HOLM, "Leith Institute", None, "1950"),
        ),
        (
            "He was one of the founding members of the Leith Institute.",
            ("membership", HOLM, "Leith Institute", None, None),
        ),
        (
            "He was a member of the Academy in 1793 and of the Leith Society in 1794.",
            ("membership", HOLM, "Leith Society", None, "1794"),
        ),
        ("He spent three years in Rome.", ("residence", HOLM, None, "Rome", None)),
        ("He edited the works of Erik Lund in 1905.", ("publication", HOLM, "works of Erik Lund", None, "1905")),
    ],
)
def test_bodies_that_choose_and_time_that_is_spent(prose, text, expected):
    assert expected in prose(text)


def test_what_is_spent_must_be_time(prose):
    assert not any(claim[0] == "residence" for claim in prose("He spent a fortune in Paris."))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was made captain of the team in 1941.", ("appointment", HOLM, "captain of the team", None, "1941")),
        (
            "He was appointed colonel of the Ninth Regiment in 1861.",
            ("appointment", HOLM, "colonel of the Ninth Regiment", None, "1861"),
        ),
        ("In October 1941, he became commander of the .", ("appointment", HOLM, "commander", None, "1941-10")),
        (
            "He was promoted to Marshal of the Soviet Union in 1943.",
            ("promotion", HOLM, "Marshal of the Soviet Union", None, "1943"),
        ),
        (
            "He became a lieutenant of the guard in 1801.",
            ("promotion", HOLM, "lieutenant of the guard", None, "1801"),
        ),
        ("He was succeeded by in 1940.", ("departure", HOLM, None, None, "1940")),
        ("He was replaced as head of by on 3 May 1940.", ("departure", HOLM, None, None, "1940-05-03")),
    ],
)
def test_a_rank_over_something_is_a_command(prose, text, expected):
    assert expected in prose(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Politburo accused him, and on 22 February 1949 a plenum dismissed Holm as secretary.",
            ("departure", HOLM, "secretary", None, "1949-02-22"),
        ),
        (
            "In 1901 he moved to Graz, but in 1905 he returned to Linz and married Ida Roe.",
            ("marriage", HOLM, "Ida Roe", None, "1905"),
        ),
        (
            "On 15 February 1949 the Politburo accused Holm, Rehak and Zeman of treason.",
            ("accusation", "Zeman", "treason", None, "1949-02-15"),
        ),
        (
            "His wife was sentenced to ten years in prison, and his sister died in exile in 1952.",
            ("exile", "sister", None, None, "1952"),
        ),
        (
            "He was elected to the Diet in 1920. In 1946 Holm succeeded him as first secretary of the union.",
            ("appointment", HOLM, "first secretary of the union", None, "1946"),
        ),
        (
            "In February 1918 he joined the Red Army, and in 1919 the .",
            ("service", HOLM, "Red Army", None, "1918-02"),
        ),
        (
            "She returned to research in 1936 as assistant lecturer at Leith University.",
            ("appointment", HOLM, "assistant lecturer at Leith University", None, "1936"),
        ),
        (
            "She became reader in 1946, and held the chair of chemical physics from 1951 until 1967.",
            ("tenure", HOLM, "chair of chemical physics", None, "1951/1967"),
        ),
        ("He captained the side from 1979 to 1982.", ("tenure", HOLM, "side", None, "1979/1982")),
        (
            "She was a member of the Society for Peace and vice-president of the Women's League from 1959.",
            ("tenure", HOLM, "vice-president of the Women's League", None, "1959/.."),
        ),
        (
            "He was the son of Herbert Ellison, wool merchant, and his wife, Annie.",
            ("attribute", "Herbert Ellison", "wool merchant", None, None),
        ),
        (
            "He entered the diplomatic service in February 1919.",
            ("membership", HOLM, "diplomatic service", None, "1919-02"),
        ),
        ("Bishop Lund crowned him on 3 May 1242.", ("appointment", HOLM, "crowned", None, "1242-05-03")),
        (
            "He was decorated with the Order of the Crown in 1955 and with the Order of the Dale in 1967.",
            ("award", HOLM, "Order of the Dale", None, "1967"),
        ),
        (
            "In 1919 he commanded a partisan detachment.",
            ("tenure", HOLM, "partisan detachment", None, "1919"),
        ),
        ("He was a member of the Committee on Banking.", ("membership", HOLM, "Committee on Banking", None, None)),
        (
            "She attended the Teachers' College for Women in 1890.",
            ("education", HOLM, "Teachers' College for Women", None, "1890"),
        ),
        (
            "He became a member of the Society for the Protection of Birds in 1918.",
            ("membership", HOLM, "Society for the Protection of Birds", None, "1918"),
        ),
    ],
)
def test_each_clause_has_its_date_and_each_body_its_whole_name(prose, text, expected):
    assert expected in prose(text)


def test_a_date_that_opens_the_next_clause_repeats_nothing(prose):
    made = prose("He was appointed rector in 1901, and in 1905 the king made him a baron.")
    assert {claim[4] for claim in made if claim[0] == "appointment"} == {"1901"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 1867 he entered the Colonial Office, and after serving as private secretary to Lord Lund (1874–5) "
            "was appointed colonial secretary of the Gold Coast in 1876.",
            [
                ("tenure", HOLM, "private secretary to Lord Lund", None, "1874/1875"),
                ("appointment", HOLM, "colonial secretary of the Gold Coast", None, "1876"),
            ],
        ),
        (
            "From 1889 to 1895 he was governor of Trinidad, whence he was transferred to Fiji.",
            [("departure", HOLM, None, "Fiji", None)],
        ),
        (
            "He was Minister of Labour, Health and Social Affairs in 1964.",
            [("tenure", HOLM, "Minister of Labour, Health and Social Affairs", None, "1964")],
        ),
        (
            "He published 'A Year on the Volta' (1880) and 'Letters from Levuka' (1900).",
            [
                ("publication", HOLM, "A Year on the Volta", None, "1880"),
                ("publication", HOLM, "Letters from Levuka", None, "1900"),
            ],
        ),
        ("He wrote 'The Long Night' in 1905.", [("publication", HOLM, "The Long Night", None, "1905")]),
        (
            "Karl Berg called out, to which Holm, using the familiar form, responded, 'Lousy work of your police'.",
            [("statement", HOLM, "Lousy work of your police", None, None)],
        ),
    ],
)
def test_national_biographies(prose, text, expected):
    made = prose(text)
    assert made >= set(expected)
    assert not any(claim[1] == "Karl Berg" for claim in made)


def test_apostrophes_open_no_title(prose):
    made = prose("He lived in the Friends' House and worked at the Teachers' College in 1905.")
    assert ("employment", HOLM, "Teachers' College", None, "1905") in made


def test_half_of_a_double_surname_is_the_subject_of_the_page(page):
    made = page(
        "= Ivan Rudenko-Halahan =\n\nIvan Rudenko-Halahan\n- Nationality: unknown\n\n== Life ==\n"
        "He was the son of Hnat Rudenko. In 1937 Rudenko was arrested.\n"
    )
    assert [claim.subject_text for claim in made.claims() if claim.event_type == "arrest"] == ["Ivan Rudenko-Halahan"]
