"""Births, families, schools, posts and honours in the many wordings of encyclopedias, each with what it must give."""

import pytest

HOLM = "Anton Holm"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He married firstly Anna Lund (died 1851) and secondly, in 1853, Emily Carr.",
            {("marriage", HOLM, "Anna Lund", None), ("marriage", HOLM, "Emily Carr", "1853")},
        ),
        (
            "He was married twice: in 1901 to Clara Hope, who died in 1910, and in 1912 to Edith Moss.",
            {
                ("marriage", HOLM, "Clara Hope", "1901"),
                ("marriage", HOLM, "Edith Moss", "1912"),
                ("death", "Clara Hope", None, "1910"),
            },
        ),
        (
            "Holm was twice married, in 1640 to Aeltje Symons (d. 1660), who gave him four children, and from 1662 to "
            "Margaretha Brouwer, widow of the burgomaster Jan Semeyns.",
            {
                ("marriage", HOLM, "Aeltje Symons", "1640"),
                ("kinship", HOLM, None, None),
                ("marriage", HOLM, "Margaretha Brouwer", "1662/.."),
                ("kinship", "Margaretha Brouwer", "Jan Semeyns", None),
            },
        ),
        ("Holm's second marriage, in 1853, was to Emily Carr.", {("marriage", HOLM, "Emily Carr", "1853")}),
        ("He married, by licence dated 3 May 1645, Sarah Fenn.", {("marriage", HOLM, "Sarah Fenn", "1645-05-03")}),
        (
            "In 1905 he married a Frenchwoman, Adèle Dumont (1882–1951).",
            {("marriage", HOLM, "Adèle Dumont", "1905"), ("death", "Adèle Dumont", None, "1951")},
        ),
        ("In 1905 he married the daughter of General Krag.", {("marriage", HOLM, "daughter of General Krag", "1905")}),
        ("He married Clara Hope in 1901 and was widowed in 1919.", {("death", "Clara Hope", None, "1919")}),
        (
            "The fourth of nine children of a railway guard and his wife Eliza, Holm left the board school in 1901.",
            {
                ("kinship", HOLM, "railway guard", None),
                ("kinship", HOLM, "Eliza", None),
                ("education", HOLM, "board school", "1901"),
            },
        ),
        (
            "His parents were John Holm, a miller, and Ann Roe.",
            {("kinship", HOLM, "John Holm", None), ("kinship", HOLM, "Ann Roe", None)},
        ),
        (
            "They had two daughters: Marie, born in 1921, and Jeanne, born in 1924.",
            {("birth", "Marie", None, "1921"), ("birth", "Jeanne", None, "1924")},
        ),
        ("He was brought up by an aunt, Ida Roe.", {("kinship", HOLM, "Ida Roe", None)}),
        ("He suffered a stroke and died three days later, on 9 May 1950.", {("death", HOLM, None, "1950-05-09")}),
        ("His widow, Mary Bagot, survived him until 1709.", {("death", "Mary Bagot", None, "../1709")}),
    ],
)
def test_families(prose, text, expected):
    assert expected <= {(kind, who, what, when) for kind, who, what, _, when in prose(text)}


def test_bearing_somebody_children_makes_nobody_a_child(prose):
    claims = prose("Anna Lund bore Peter Holm two children. He married Emily Carr, of Bath, in 1853.")
    assert not any(what == "Peter Holm" for kind, _, what, *_ in claims if kind == "kinship")


def test_a_relative_known_by_name_keeps_it(prose):
    claims = prose("Holm married Clara Hope in 1901. His wife died in 1919. Mrs Holm was buried in Bergen.")
    assert ("death", "Clara Hope", None, None, "1919") in claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He holds a BA from McGill University (1971) and an MBA from INSEAD (1975).",
            {("BA", "1971"), ("MBA", "1975")},
        ),
        (
            "In 1930 he graduated from the Bergen Gymnasium and in 1936 from the Oslo Institute of Mining.",
            {("Bergen Gymnasium", "1930"), ("Oslo Institute of Mining", "1936")},
        ),
        ("From 1936 to 1939 he was a student at the Bergen Academy.", {("Bergen Academy", "1936/1939")}),
        ("He was at Westminster School from 1757.", {("Westminster School", "1757/..")}),
        ("He won a county scholarship to Girton College in 1938.", {("Girton College", "1938")}),
        ("He was sent at fifteen to a convent school in Munich.", {("convent school", None)}),
        ("In 1952 he became a doctor of chemical sciences.", {("doctor of chemical sciences", "1952")}),
        ("He passed the matriculation examination in 1906.", {("matriculation examination", "1906")}),
    ],
)
def test_schools_and_degrees(prose, text, expected):
    assert expected <= {(what, when) for kind, _, what, _, when in prose(text) if kind == "education"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He served as Minister of Trade from 1921 to 1924 and finally as Vice President until his death in 1931.",
            {("tenure", "Minister of Trade", "1921/1924"), ("tenure", "Vice President", "../1931")},
        ),
        (
            "He was promoted in 1908 to the post of first lord of the Admiralty.",
            {("appointment", "first lord of the Admiralty", "1908")},
        ),
        (
            "From 1766 to 1775 he taught at Salzburg, and from 1775 to 1785 he was professor of physics at Graz.",
            {("tenure", "professor of physics", "1775/1785")},
        ),
        (
            "He was commanding general of the II Corps from 1893 to 1899.",
            {("tenure", "commanding general of the II Corps", "1893/1899")},
        ),
        (
            "He left the Bank of Norway in 1929 to become professor of history at Bergen.",
            {("appointment", "professor of history", None)},
        ),
        ("He joined the Technion in 1958 as an associate professor.", {("appointment", "associate professor", "1958")}),
        (
            "In 1644 he was presented by the earl of Manchester to the rectory of Great Yeldham.",
            {("appointment", "rectory of Great Yeldham", "1644")},
        ),
        ("The Admiralty took him on as lieutenant in 1645.", {("appointment", "lieutenant", "1645")}),
        (
            "He was appointed docent at Lund in 1785 and demonstrator in 1790.",
            {("appointment", "docent", "1785"), ("appointment", "demonstrator", "1790")},
        ),
        (
            "He was offered the Palit chair at Calcutta, which he occupied from 1922 to 1934.",
            {("tenure", "Palit chair", "1922/1934")},
        ),
        (
            "At Bergen he was a senior lecturer in botany and, from 1982, head of department.",
            {("tenure", "head of department", "1982/..")},
        ),
        (
            "He was twice prime minister (1894–95 and 1902–05).",
            {("tenure", "prime minister", "1894/1895"), ("tenure", "prime minister", "1902/1905")},
        ),
        ("His tenure as director (1901–1910) saw the hall built.", {("tenure", "director", "1901/1910")}),
        ("He was lord lieutenant of the county from 1881.", {("tenure", "lord lieutenant of the county", "1881/..")}),
        (
            "He was a postdoctoral fellow at Rice University (1995–1997).",
            {("tenure", "postdoctoral fellow at Rice University", "1995/1997")},
        ),
    ],
)
def test_posts(prose, text, expected):
    assert expected <= {(kind, what, when) for kind, _, what, _, when in prose(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The airport at Bergen was named after him in 1995.", {("airport at Bergen", "1995")}),
        ("A street in Bergen bears his name.", {("street in Bergen", None)}),
        ("King Haakon awarded him the medal Ingenio et Arti in 1918.", {("medal Ingenio et Arti", "1918")}),
        ("He received both classes of the Iron Cross.", {("classes of the Iron Cross", None)}),
        ("He won Olympic gold in 1920 and silver in 1924.", {("Olympic gold", "1920"), ("silver", "1924")}),
        ("His first novel, Les Passeurs, won the Prix Renaudot in 1949.", {("Prix Renaudot", "1949")}),
        ("A Guggenheim Fellowship took him to New York in 1939.", {("Guggenheim Fellowship", "1939")}),
        ("He was laureate of the Stalin Prize (1948, 1951).", {("laureate of the Stalin Prize", "1951")}),
    ],
)
def test_honours(prose, text, expected):
    claims = {claim for claim in prose(text) if claim[0] == "award"}
    assert expected <= {(what, when) for _, _, what, _, when in claims}
    assert {who for _, who, *_ in claims} == {HOLM}


def test_a_citizen_is_no_award(prose):
    assert not any(kind == "award" for kind, *_ in prose("He became a Mexican citizen in 1942."))


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("At Bergen, where Admiral Obdam perished, and was named vice-admiral in 1665.", "death", HOLM),
        ("He was married to Ivan Gubin (1890–1941), killed near Vyazma.", "death", HOLM),
        ("Clement, born Marco Aldobrandi, was elected bishop of Spoleto in 1233.", "birth", "Clement"),
    ],
)
def test_what_is_said_of_somebody_else(prose, text, kind, who):
    assert not any(claim[0] == kind and claim[1] == who for claim in prose(text))


def test_a_sentence_ends_before_the_number_of_its_reference(prose):
    claims = prose("He taught at Bergen.[4] In 1884 he married Clara Hope.")
    assert ("marriage", HOLM, "Clara Hope", None, "1884") in claims


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Had he lived, he would have been appointed professor at Leeds in 1902.", "appointment"),
        ("In 1880 he was offered the chair of physics at Jena but refused it.", "appointment"),
        ("His wife's first husband, Karl Vane, had died in 1870.", "kinship"),
    ],
)
def test_what_never_was(prose, text, kind):
    assert kind not in {claim[0] for claim in prose(text)}


def test_places_beside_their_schools(prose):
    claims = prose("He studied at the Academy of Fine Arts in Munich and the École des Beaux-Arts in Paris.")
    assert {(what, where) for kind, _, what, where, _ in claims if kind == "education"} == {
        ("Academy of Fine Arts", "Munich"),
        ("École des Beaux-Arts", "Paris"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He was mayor of Leeds in 1880, 1884 and 1891.",
            {("mayor of Leeds", "1880"), ("mayor of Leeds", "1884"), ("mayor of Leeds", "1891")},
        ),
        ("He took over the chair of chemistry at Graz in 1912.", {("chair of chemistry", "1912")}),
        ("He sat as a Liberal member from 1880 to 1885.", {("Liberal member", "1880/1885")}),
        ("In 1901 came his appointment as director of the museum.", {("director of the museum", "1901")}),
    ],
)
def test_posts_in_several_years_and_by_other_verbs(page, text, expected):
    claims = page(
        f"= Anton Holm =\n\nAnton Holm\n- Occupation: Painter\n\nAnton Holm was a painter.\n\n{text}\n"
    ).claims()
    held = {(c.object_text, c.date_edtf) for c in claims if c.event_type in ("tenure", "appointment")}
    assert held == expected


def test_the_years_of_an_office_do_not_date_what_somebody_was(page):
    text = "= Anton Holm =\n\nAnton Holm was a Danish economist and governor of the National Bank (1950–1958).\n"
    told = {(c.object_text, c.date_edtf) for c in page(text).claims()}
    assert {("Danish economist", None), ("governor of the National Bank", "1950/1958")} <= told


def test_each_of_two_prizes_has_all_its_years(page):
    text = "= Anton Holm =\n\nAnton Holm won the Fyn Prize in 1905 and 1909, and the Graz Medal in 1912.\n"
    won = [(c.object_text, c.date_edtf) for c in page(text).claims() if c.event_type == "award"]
    assert won == [("Fyn Prize", "1905"), ("Fyn Prize", "1909"), ("Graz Medal", "1912")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He served two terms as mayor, 1901–1905 and 1909–1913.", [("mayor", "1901/1905"), ("mayor", "1909/1913")]),
        (
            "He was director from 1901 to 1905 and from 1909 to 1913.",
            [("director", "1901/1905"), ("director", "1909/1913")],
        ),
        (
            "He was director from 1901 to 1905 and from 1909 to 1913 president of the bank.",
            [("director", "1901/1905"), ("president of the bank", "1909/1913")],
        ),
        ("He remained director until 1920.", [("director", "../1920")]),
    ],
)
def test_terms_of_one_office_are_each_told_once(page, text, expected):
    lead = "= Anton Holm =\n\nAnton Holm\n- Occupation: Painter\n\nAnton Holm was a painter.\n\n"
    claims = page(f"{lead}{text}\n").claims()
    assert [(c.object_text, c.date_edtf) for c in claims if c.event_type == "tenure"] == expected


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("He was born and brought up in Leith.", ("birth", HOLM, None, "Leith", None)),
        ("He was born in what is now Slovakia in 1867.", ("birth", HOLM, None, "Slovakia", "1867")),
        ("He was dead by March 1422.", ("death", HOLM, None, None, "../1422-03")),
        ("She gave birth to a son in March 1804.", ("kinship", HOLM, None, None, None)),
    ],
)
def test_births_and_deaths_told_otherwise(prose, text, claim):
    assert claim in prose(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The family moved to Oslo in 1934.", ("residence", HOLM, None, "Oslo", "1934")),
        ("In 1934 his family emigrated to Canada.", ("residence", HOLM, None, "Canada", "1934")),
        ("He trained as a teacher at Marsh College.", ("education", HOLM, "Marsh College", None, None)),
        ("He trained as a nurse.", ("education", HOLM, "nurse", None, None)),
        ("He received the Marsh Prize twice, in 1950 and 1957.", ("award", HOLM, "Marsh Prize", None, "1957")),
        ("He won the Marsh Prize three times.", ("award", HOLM, "Marsh Prize", None, None)),
        ("He published his first novel, The Marsh, in 1920.", ("publication", HOLM, "The Marsh", None, "1920")),
        ("He published a collection of poems, Songs of the Dale, in 1920.",
         ("publication", HOLM, "Songs of the Dale", None, "1920")),
        ("He wrote a history of Riga, the first of its kind, in 1920.",
         ("publication", HOLM, "history of Riga", None, "1920")),
        ("He met Clara Bell in 1849. They married in 1850.", ("marriage", HOLM, "They", None, "1850")),
        ("He met Otto Berg in 1900. They moved to Paris in 1905.", ("residence", "Otto Berg", None, "Paris", "1905")),
    ],
)  # fmt: skip
def test_families_callings_prizes_and_titles(prose, text, expected):
    assert expected in prose(text)


def test_how_often_is_a_figure_of_the_award(page):
    made = page(
        "= Anton Holm =\n\nAnton Holm\n- Nationality: unknown\n\nAnton Holm was a poet.\n\n== Life ==\n"
        "He was twice awarded the Marsh Prize. He won the Dale Medal twice, in 1950 and 1957.\n"
    )
    awards = [claim for claim in made.claims(after="== Life ==") if claim.event_type == "award"]
    assert [(claim.object_text, claim.date_edtf, claim.figure_value) for claim in awards] == [
        ("Marsh Prize", None, 2.0), ("Dale Medal", "1950", None), ("Dale Medal", "1957", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He made his way to Lusaka in 1964.", [("move", "Lusaka", "1964")]),
        ("In 1976 he slipped over the border into Chad.", [("move", "Chad", "1976")]),
        ("He left Oslo for Madrid in 1901.", [("move", "Madrid", "1901")]),
        ("He took refuge in Basel in 1934.", [("stay", "Basel", "1934")]),
        ("He left for the front in 1915.", []),
        ("He left Oslo for a post in industry in 1921.", []),
        ("He refused to leave for Sochi.", []),
        ("He made his way into politics in 1950.", []),
    ],
)
def test_moves_and_refuges(page, text, expected):
    claims = page(
        f"= Anton Holm =\n\nAnton Holm\n- Occupation: Painter\n\nAnton Holm was a painter.\n\n{text}\n"
    ).claims()
    assert [(c.subtype, c.place_text, c.date_edtf) for c in claims if c.event_type == "residence"] == expected


@pytest.mark.parametrize(
    ("text", "movers"),
    [
        ("In 1931 he and his wife emigrated to Chile.", ["Anton Holm", "wife"]),
        ("He and his brother Karl emigrated to Chile in 1931.", ["Anton Holm", "Karl"]),
        ("He died in 1931 and his wife emigrated to Chile.", ["wife"]),
    ],
)
def test_a_list_that_opens_with_a_pronoun_tells_of_whom_it_means(page, text, movers):
    claims = page(
        f"= Anton Holm =\n\nAnton Holm\n- Occupation: Painter\n\nAnton Holm was a painter.\n\n{text}\n"
    ).claims()
    assert [c.subject_text for c in claims if c.event_type == "residence"] == movers
