"""Lists whose later members have a date of their own, and whose a clause is when others are named."""

import pytest

HOLM = "Anton Holm"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He was director of the Museum from 1901 to 1905 and of the Library from 1905 to 1910.",
            {
                ("tenure", HOLM, "director of the Museum", None, "1901/1905"),
                ("tenure", HOLM, "director", None, "1905/1910"),
            },
        ),
        ("He was arrested in 1931 and again in 1934.", {("arrest", HOLM, None, None, "1934")}),
        (
            "He was gazetted ensign in the county militia in 1856, captain in 1862 and colonel on 5 October 1866.",
            {
                ("promotion", HOLM, "ensign", None, "1856"),
                ("promotion", HOLM, "captain", None, "1862"),
                ("promotion", HOLM, "colonel", None, "1866-10-05"),
            },
        ),
        (
            "In May 1905 he was dismissed and, four months later, arrested.",
            {("departure", HOLM, None, None, "1905-05"), ("arrest", HOLM, None, None, "1905-09")},
        ),
        (
            "He resigned in 1848 and died three years later, on 14 March 1851.",
            {("death", HOLM, None, None, "1851-03-14")},
        ),
        (
            "His brother Karel was interned in Mauthausen, where he perished in 1943.",
            {("death", "Karel", None, "Mauthausen", "1943")},
        ),
        (
            "Karl Lie, whose wife Sophie came from Mulhouse, emigrated to Ohio in 1834.",
            {("residence", "Karl Lie", None, "Ohio", "1834")},
        ),
        (
            "His rival, Prince Lvov, accused him in 1786. Lvov was dismissed in 1787.",
            {("departure", "Lvov", None, None, "1787")},
        ),
        (
            "He was interned on the Isle of Man from June 1940 to February 1941.",
            {("imprisonment", HOLM, None, "Isle of Man", "1940-06/1941-02")},
        ),
    ],
)
def test_lists_and_whose(prose, text, expected):
    assert expected <= prose(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "As governor of Galicia (1774–80), he had the province surveyed.",
            ("tenure", HOLM, "governor of Galicia", None, "1774/1780"),
        ),
        ("He served as its dean in 1627 and 1633.", ("tenure", HOLM, "dean", None, "1633")),
        ("He was a bailie from 1848 to 1851.", ("tenure", HOLM, "bailie", None, "1848/1851")),
        (
            "He began in 1887 to study chemistry in Bonn with August Lund.",
            ("education", HOLM, "chemistry", "Bonn", "1887"),
        ),
        (
            "The third son of the surveyor Giacomo Holm and of Dolores Duarte, he was born in 1900.",
            ("kinship", HOLM, "Dolores Duarte", None, None),
        ),
        (
            "In 1946 he signed up with the Communist Party.",
            ("membership", HOLM, "Communist Party", None, "1946"),
        ),
        (
            "He was promoted to captain in 1888, lieutenant colonel in 1892 and colonel in 1897.",
            ("promotion", HOLM, "lieutenant colonel", None, "1892"),
        ),
        (
            "In 1942 he became shop steward and, two years later, branch secretary of the Miners' Union.",
            ("appointment", HOLM, "branch secretary of the Miners' Union", None, "1944"),
        ),
        (
            "He studied at Riga school, Treffner Gymnasium (1892–1898) and, from 1899 to 1904, at Jena University.",
            ("education", HOLM, "Jena University", None, "1899/1904"),
        ),
        (
            "He studied at the universities of Bonn and Jena from 1880 to 1884.",
            ("education", HOLM, "Jena", None, "1880/1884"),
        ),
        (
            "After being a lecturer (1940–1946) and an associate professor (1946–1952), he became professor.",
            ("tenure", HOLM, "lecturer", None, "1940/1946"),
        ),
        (
            "He did not come home until 1911, in which year he also married Carmen Lund.",
            ("marriage", HOLM, "Carmen Lund", None, "1911"),
        ),
        (
            "In 1950 he received the Lenin Prize, in 1955 the State Prize, and in 1960 the Order of Lenin.",
            ("award", HOLM, "State Prize", None, "1955"),
        ),
        (
            "He was educated at Eton, at Trinity College, Cambridge, and at Heidelberg.",
            ("education", HOLM, "Heidelberg", None, None),
        ),
        (
            "From 1900 he was professor at Jena, from 1905 at Bonn and from 1910 at Berlin.",
            ("tenure", HOLM, "professor", "Jena", "1900/.."),
        ),
        (
            "He earned a Bachelor of Science in engineering from Ohio State University in 1971.",
            ("education", HOLM, "Ohio State University", None, "1971"),
        ),
        (
            "He was married three times: to Ida Lund (1900–1905), Clara Roe (1906–1910) and Eva Falk (from 1912).",
            ("marriage", HOLM, "Clara Roe", None, "1906/1910"),
        ),
        ("His marriage to Clara Roe (1902) was happy.", ("marriage", HOLM, "Clara Roe", None, "1902")),
        ("He learned his letters at the parish school.", ("education", HOLM, "parish school", None, None)),
        (
            "He received the Virtuti Militari in 1944 and the King's Medal in 1948.",
            ("award", HOLM, "Virtuti Militari", None, "1944"),
        ),
        (
            "He held the Order of Bayi, First Class, the Order of Freedom, First Class, and the Order of Liberation.",
            ("award", HOLM, "Order of Liberation", None, None),
        ),
        (
            "He was from 1900 to 1910 professor of law at Jena and from 1910 rector.",
            ("tenure", HOLM, "professor of law", "Jena", "1900/1910"),
        ),
        (
            "Holm, one of the twenty-three children of Karl Holm, a trader, grew up in Oslo.",
            ("kinship", HOLM, "Karl Holm", None, None),
        ),
        (
            "He edited the journal Die Zeit from 1900 to 1905.",
            ("tenure", HOLM, "journal Die Zeit", None, "1900/1905"),
        ),
        (
            "He was rector of the University of Berlin in the academic year 1924/25.",
            ("tenure", HOLM, "rector of the University of Berlin", None, "1924/1925"),
        ),
        (
            "He was chosen to be bishop of Oslo in 1900.",
            ("appointment", HOLM, "bishop of Oslo", None, "1900"),
        ),
        (
            "He was educated privately and at the Royal Academy Schools.",
            ("education", HOLM, "Royal Academy Schools", None, None),
        ),
        (
            "He was educated at home and at Trinity College, Dublin.",
            ("education", HOLM, "Trinity College", "Dublin", None),
        ),
        (
            "He read classics at Balliol College, Oxford.",
            ("education", HOLM, "Balliol College", None, None),
        ),
        ("He married secondly (1893) Clara Bell.", ("marriage", HOLM, "Clara Bell", None, "1893")),
        ("He married Ida Lund (m. 1880), daughter of John Roe.", ("marriage", HOLM, "Ida Lund", None, "1880")),
        ("Holm, mayor of Riga from 1880, resigned.", ("departure", HOLM, None, None, None)),
        (
            "He had two sons by his first wife, Karl and Otto.",
            ("kinship", HOLM, "Otto", None, None),
        ),
    ],
)
def test_a_list_and_its_dates_are_read_to_the_end(prose, text, expected):
    assert expected in prose(text)


def test_a_bare_noun_after_a_list_of_callings_is_no_calling(prose):
    made = prose("He was a Dutch painter of group portraits, perspectives and still lifes.")
    assert not any(claim[2] == "perspectives" for claim in made)


def test_who_falls_at_a_place_dies_there(prose):
    assert ("death", "Otto Lund", "fell", "Damietta", "1218-08") in prose("Otto Lund fell at Damietta in August 1218.")


def test_an_occasion_gives_its_date_to_what_happened_there(prose):
    made = prose("At the First Congress of Writers, held in August 1934, he was elected to the board of the union.")
    assert ("membership", HOLM, "board of the union", None, "1934-08") in made


def test_a_cup_presented_to_somebody_is_an_award(prose):
    made = prose("The Society presented him with a silver cup in 1852.")
    assert ("award", HOLM, "silver cup", None, "1852") in made


@pytest.mark.parametrize(
    ("text", "awards"),
    [
        (
            "He gained the Air Cross in 1943, a bar in 1944 and the Service Order in 1945.",
            {("Air Cross", "1943"), ("bar", "1944"), ("Service Order", "1945")},
        ),
        (
            "He received honorary degrees from Oxford (1911), Harvard (1921) and Uppsala (1927).",
            {("honorary degrees", "1911"), ("honorary degrees", "1921"), ("honorary degrees", "1927")},
        ),
        (
            "A knighthood followed in 1931, and a peerage in 1944.",
            {("knighthood", "1931"), ("peerage", "1944")},
        ),
        ("Peru decorated him in 1935.", {("decorated", "1935")}),
        ("He was granted the title of professor in 1919.", {("title of professor", "1919")}),
        ("He was a Laureate of the State Prize (1967).", {("Laureate of the State Prize", "1967")}),
        ("He was an Officer of the Order of the Crown.", {("Officer of the Order of the Crown", None)}),
        ("He received the Order of Lenin in 1944 and lived in Kiev in 1950.", {("Order of Lenin", "1944")}),
    ],
)
def test_awards_that_share_a_verb(prose, text, awards):
    assert {(claim[2], claim[4]) for claim in prose(text) if claim[0] == "award"} == awards


def test_degrees_of_a_list_of_honours(prose):
    made = prose("Her honors include the Freedom Medal (1974) and honorary degrees from Lund (1976) and Graz (1982).")
    assert {(claim[2], claim[4]) for claim in made} == {
        ("Freedom Medal", "1974"),
        ("honorary degrees", "1976"),
        ("honorary degrees", "1982"),
    }


def test_one_office_over_several_places(prose):
    made = prose("He was appointed governor of Aleppo in 1858, of Baghdad in 1861 and of Basra in 1868.")
    assert {claim[4] for claim in made if claim[0] == "appointment"} == {"1858", "1861", "1868"}


def test_a_scholarship_somebody_had(prose):
    assert ("award", "Anton Holm", "Barbour scholarship", None, None) in prose(
        "On a Barbour scholarship he went to Ulm."
    )


def test_a_first_sentence_that_describes(page):
    lead = (
        "Karl Roe (born 1846—died 1913), chemist whose studies of dyes made money and who was awarded the "
        "Davy Prize in 1909."
    )
    made = page(f"= Karl Roe =\n\nKarl Roe\n- Nationality: unknown\n\n{lead}\n")
    assert [(c.subject_text, c.object_text, c.date_edtf) for c in made.claims() if c.event_type == "award"] == [
        ("Karl Roe", "Davy Prize", "1909")
    ]


def test_the_prize_of_a_book_told_of_before(prose):
    made = prose("Her novel appeared in 1978. It won the Camilo Prize in 1979.")
    assert ("award", "Anton Holm", "Camilo Prize", None, "1979") in made


def test_marriages_listed_between_semicolons(prose):
    claims = prose(
        "He was married three times: in 1774 to Anna Kall (1753–1779), daughter of Johan Kall; in 1781 to Ida Lund; "
        "and in 1792 to Clara Moltke, who outlived him."
    )
    assert {claim[2:] for claim in claims if claim[0] == "marriage"} == {
        ("Anna Kall", None, "1774"),
        ("Ida Lund", None, "1781"),
        ("Clara Moltke", None, "1792"),
    }


def test_an_adopted_child_is_named(prose):
    assert ("kinship", "Anton Holm", "Karl Hart", None, None) in prose(
        "They had one adopted son, the cellist Karl Hart."
    )


def test_the_bride_stands_behind_the_place_in_an_aside(prose):
    claims = prose("He married, on 3 June 1863, at Graz, Emily Lund (d. 1899), second daughter of Karl Roe.")
    assert ("marriage", "Anton Holm", "Emily Lund", "Graz", "1863-06-03") in claims
    assert ("death", "Anton Holm", None, "Graz, Austria", "1863-06-03") in prose(
        "He died, on 3 June 1863, at Graz, Austria."
    )


def test_titles_with_and_and_grades_with_ribbons_are_whole(prose):
    claims = prose("His books include The Hill (1880), A Manual of Canals (1882) and Border Camps and Forts (1902).")
    assert {claim[2] for claim in claims if claim[0] == "publication"} == {
        "The Hill",
        "A Manual of Canals",
        "Border Camps and Forts",
    }
    claims = prose("He received the Medal with Purple Ribbon in 1996 and worked with Karl Lund.")
    assert ("award", "Anton Holm", "Medal with Purple Ribbon", None, "1996") in claims
