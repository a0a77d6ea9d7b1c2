"""What befalls somebody at the hands of police, courts and bodies: searches, seizures, losses of rights, and back."""

import pytest

HOLM = "Anton Holm"
LEAD = "Anton Holm was a politician. He was known to all, and he was liked."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The gendarmes searched his flat in 1843.", {("investigation", HOLM, "flat", None, "1843")}),
        ("In 1932 his house was raided by the militia.", {("investigation", HOLM, "house", None, "1932")}),
        ("His lands were confiscated in 1746.", {("sentence", HOLM, "lands", None, "1746")}),
        ("The junta revoked his passport in 1950.", {("expulsion", HOLM, "passport", None, "1950")}),
        ("The junta stripped him of his citizenship in 1974.", {("expulsion", HOLM, "citizenship", None, "1974")}),
        ("The guild restored his membership in 1956.", {("reinstatement", HOLM, "membership", None, "1956")}),
        ("The Academy struck his name from the rolls in 1938.", {("expulsion", HOLM, "rolls", None, "1938")}),
        ("He was censured by the Diet on 5 May 1892.", {("sentence", HOLM, "censured", None, "1892-05-05")}),
        ("The assize imposed a fine on him in 1911.", {("sentence", HOLM, "fine", None, "1911")}),
        ("The tribunal gave him ten years in a labour camp.", {("sentence", HOLM, "ten years", None, None)}),
        ("He was given eight years in Karlag.", {("sentence", HOLM, "eight years", "Karlag", None)}),
        (
            "He was taken from his home by the militia on 3 May 1942.",
            {("arrest", HOLM, None, None, "1942-05-03")},
        ),
        ("Gendarmes dragged him from his bed in 1967.", {("arrest", HOLM, "bed", None, "1967")}),
        ("He spent eleven months in the tower of Otranto.", {("imprisonment", HOLM, "tower of Otranto", None, None)}),
        ("He was held for nineteen months at Lunda.", {("imprisonment", HOLM, None, "Lunda", None)}),
        ("He benefited from the amnesty of 1905.", {("release", HOLM, None, None, "1905")}),
        ("He was given two years in Paris.", set()),
        ("He was taken from his home at four by his uncle.", set()),
        ("His uncle took him from his home in 1910.", set()),
        ("His house was sold in 1935.", set()),
    ],
)
def test_searches_seizures_and_losses_of_rights(prose, text, expected):
    assert prose(text, lead=LEAD) == expected


@pytest.mark.parametrize(
    ("text", "charges"),
    [
        ("He was suspended in 1983 after a positive test for ephedrine.", set()),
        ("He was sent down for a semester in 1901.", set()),
        ("He was suspended in 1901 for bad conduct.", {"bad conduct"}),
    ],
)
def test_only_what_stands_behind_a_punishment_is_its_ground(prose, text, charges):
    assert {held for event, _, held, *_ in prose(text, lead=LEAD) if event == "accusation"} == charges


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The weekly Horizonte alleged in 1977 that he had hidden guns for the rebels.",
            {("accusation", HOLM, "hidden guns for the rebels", None, "1977")},
        ),
        (
            "The charge that he had poisoned the queen was forged.",
            {("accusation", HOLM, "poisoned the queen", None, None)},
        ),
        ("He denied having signed any undertaking.", {("statement", HOLM, "signed any undertaking", None, None)}),
        ("He was accused in the Diet by the deputy Ruiz of simony.", {("accusation", HOLM, "simony", "Diet", None)}),
        ("He was accused by Otto of Bergen in 1201.", {("accusation", HOLM, None, None, "1201")}),
        ("Neighbours alleged that the mill had a ghost.", set()),
    ],
)
def test_what_is_alleged_is_a_charge_and_what_is_denied_a_statement(prose, text, expected):
    assert {each for each in prose(text, lead=LEAD) if each[0] not in ("attribute", "tenure")} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1956 he was among the 156 people arrested.", {("arrest", HOLM, "1956")}),
        ("In 1942 he was one of the officers executed.", {("execution", HOLM, "1942")}),
        ("Among those tried in 1880 were Holm and Otto Lie.", {("trial", HOLM, "1880"), ("trial", "Otto Lie", "1880")}),
        ("Among the prisoners freed in 1956 was Holm.", {("release", HOLM, "1956")}),
        ("Among the books burnt in 1933 was a novel.", set()),
    ],
)
def test_one_of_many_shares_what_befell_them(prose, text, expected):
    assert {(event, who, edtf) for event, who, _, _, edtf in prose(text, lead=LEAD)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pupils of his were Jan Veen (from 1625) and Dirk Osse.",
            {("Jan Veen", "1625/.."), ("Dirk Osse", None)},
        ),
        (
            "Among his pupils were Emma Dahl's niece Rosa Kienzl and Nils Lund.",
            {("Rosa Kienzl", None), ("Nils Lund", None)},
        ),
        (
            "He taught at Bergen until 1848, Rosa Kienzl and Nils Lund being among his pupils.",
            {("Rosa Kienzl", None), ("Nils Lund", None)},
        ),
        ("His pupils included two of the sons of King Charles.", set()),
        ("Karl Lund became his coach in 1984.", {("Karl Lund", "1984")}),
        ("His quarrel with Karl Lund, which began in 1894, was long.", {("Karl Lund", "1894")}),
        ("His dispute with Karl Lund (1888–91) was long.", {("Karl Lund", "1888/1891")}),
        ("His dispute with Karl Lund (1821–1891) was long.", {("Karl Lund", None)}),
        ("In 1848 he went into partnership with Karl Lund.", {("Karl Lund", "1848")}),
        ("In 1848 he went into partnership with a bank.", set()),
    ],
)
def test_whom_somebody_taught_met_and_quarrelled_with(prose, text, expected):
    made = {
        (held, edtf) for event, who, held, _, edtf in prose(text, lead=LEAD) if event == "association" and who == HOLM
    }
    assert made == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The tribunal sentenced him to death on 22 September 1937 in a session lasting fifteen minutes.",
            {("sentence", HOLM, "death", None, "1937-09-22")},
        ),
        ("He was confined to the district of Lamu for five years.", {("exile", HOLM, "district of Lamu", None, None)}),
        ("He was confined to bed for five years.", set()),
        ("In 1905 he defended strikers at Kiev.", set()),
        ("He was a candidate for the party in 1924.", set()),
        ("He gained his freedom in 1820.", {("release", HOLM, None, None, "1820")}),
        (
            'He denounced the tax as "a robbery of the poor" in 1933.',
            {("statement", HOLM, "a robbery of the poor", None, "1933")},
        ),
        (
            'Critics called his etchings "the most silent works of an age".',
            {("statement", "Critics", "the most silent works of an age", None, None)},
        ),
        (
            "He joined the Karst National Congress in 1920.",
            {("membership", HOLM, "Karst National Congress", None, "1920")},
        ),
        ("In 1939 he found a stone in a field.", set()),
        ("Rumours spread by the Bergen newspapers in 1908.", set()),
    ],
)
def test_look_alikes_are_told_apart(prose, text, expected):
    assert prose(text, lead=LEAD) == expected


def test_a_freedom_is_whose_the_pronoun_says(prose):
    made = prose(
        "She was held until May 1898, when the Russian consul, Nikolai Petrov, obtained her release.",
        title="Anna Holm", lead="Anna Holm was a painter. She was known, and she was liked.",
    )  # fmt: skip
    assert ("release", "Anna Holm", None, None, "1898-05") in made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was arrested in 1905 and 1908.", {("arrest", None, "1905"), ("arrest", None, "1908")}),
        ("He toured Norway in 1956 and again in 1959.", {("action", "Norway", "1956"), ("action", "Norway", "1959")}),
        ("He was tried in 1905 and in 1908 became mayor.", {("trial", None, "1905"), ("appointment", "mayor", "1908")}),
        ("In 1950 he sold his patents to a mill.", {("action", "patents", "1950")}),
        ("In 1950 he lost his way in the forest.", set()),
        ("He gave $50,000 to the asylum in 1882.", {("action", "50,000", "1882")}),
        ("In March 1911 he led the strike of dockers.", {("action", "strike of dockers", "1911-03")}),
        ("He signed the Treaty of Lund in 1925 together with Karl Berg.", {("decision", "Treaty of Lund", "1925")}),
        ("He declined the chair at Bergen in 1889.", {("action", "chair", "1889")}),
    ],
)
def test_deeds_and_what_happened_twice(prose, text, expected):
    assert {(event, held, edtf) for event, _, held, _, edtf in prose(text, lead=LEAD)} == expected


def test_a_deed_of_two_is_each_ones(prose):
    made = prose("In 1861 Holm and Jakob Stamm bought a small mill.", lead=LEAD)
    assert {who for event, who, *_ in made if event == "action"} == {HOLM, "Jakob Stamm"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Holm in 1949 arrested on charges of .", {("arrest", HOLM, None, None, "1949")}),
        ("Holm in 1937 expelled from the party.", {("expulsion", HOLM, "party", None, "1937")}),
        ("Holm rehabilitated on 30 April 1954.", {("rehabilitation", HOLM, None, None, "1954-04-30")}),
        ("The jury sentenced Holm on 3 May 1950 to be shot.", {("sentence", HOLM, "be shot", None, "1950-05-03")}),
        ("He shot at the king in 1905.", set()),
        ("Hunters shot in the woods.", set()),
    ],
)
def test_a_passive_whose_auxiliary_was_lost(prose, text, expected):
    assert prose(text, lead=LEAD) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The militia deported his wife and daughter.", {("exile", "wife"), ("exile", "daughter")}),
        ("Both his parents were exiled in 1949.", {("exile", "parents")}),
        (
            "His wife and younger son were interned in 1942.",
            {("imprisonment", "wife"), ("imprisonment", "younger son")},
        ),
        ("He and his wife were arrested in 1937.", {("arrest", HOLM), ("arrest", "wife")}),
        ("The militia arrested him and his wife in 1943.", {("arrest", HOLM), ("arrest", "wife")}),
        ("Soldiers shot his brothers in 1937.", {("execution", "brothers")}),
        ("He shot his brothers in 1937.", {("action", HOLM)}),
    ],
)
def test_what_befalls_relatives_nobody_names(prose, text, expected):
    assert {(event, who) for event, who, *_ in prose(text, lead=LEAD) if event != "kinship"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He pleaded guilty to fraud in 1998.", {("confession", "fraud")}),
        ("He pleaded not guilty.", set()),
        ("He was indicted on twelve counts of fraud.", {("accusation", "fraud")}),
        ("He was attainted in 1539.", {("sentence", "attainted")}),
        ("He was thrown into Newgate in 1553.", {("imprisonment", "Newgate")}),
    ],
)
def test_pleas_counts_and_old_penalties(prose, text, expected):
    assert {(event, held) for event, _, held, *_ in prose(text, lead=LEAD)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The charter was confirmed by Pope Pius IX in 1859.", {("decision", "Pius IX", "charter", "1859")}),
        ("The society turned down his application in 1896.", {("decision", "society", "application", "1896")}),
        ("He was forbidden to publish in 1948.", {("decision", HOLM, "to publish", "1948")}),
        ("He apologised for the article in 1951.", {("statement", HOLM, "article", "1951")}),
        ("He warned against the treaty in 1938.", {("statement", HOLM, "treaty", "1938")}),
        ("A statue of Holm was unveiled in 1994.", {("happening", "statue of Holm", None, "1994")}),
        ("A fire destroyed the mill in 1827.", {("happening", "fire", None, "1827")}),
        ("A retrospective was held at Oslo in 1989.", {("happening", "retrospective", None, "1989")}),
        ("The Academy refused him admission in 1910.", set()),
        ("He declared himself a republican in 1848.", set()),
        ("The prisoners were held in 1905 at Oslo.", {("imprisonment", "prisoners", None, "1905")}),
    ],
)
def test_what_is_decided_said_and_happens(prose, text, expected):
    assert {(event, who, held, edtf) for event, who, held, _, edtf in prose(text, lead=LEAD)} == expected


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("He was fined 50,000 crowns in 1937.", (50000.0, "crowns")),
        ("He was fined £20 for an article in 1911.", (20.0, "£")),
        ("He was ransomed for 6,000 marks in 1268.", (6000.0, "marks")),
        ("He led a procession of 300 women in 1930.", (300.0, None)),
        ("He gave $50,000 to the asylum in 1882.", (50000.0, "$")),
        ("He won the 100 metres in 1964.", (None, None)),
        ("He was sentenced to eight years in 1941.", (None, None)),
    ],
)
def test_fines_ransoms_and_numbers_are_figures(page, text, figure):
    made = page(f"= Anton Holm =\n\nAnton Holm\n- Nationality: unknown\n\n{LEAD}\n\n== Life ==\n{text}\n")
    (claim,) = made.claims(after=text)
    assert (claim.figure_value, claim.figure_unit) == figure


@pytest.mark.parametrize(
    ("text", "role", "doer"),
    [
        ("The Supreme Court quashed his conviction in 1988.", "court", "Supreme Court"),
        ("The party rehabilitated him in 1956.", "by", "party"),
        ("The boxing federation fined him in 1911.", "by", "boxing federation"),
        ("He was accused by the deputy Ruiz of simony.", "accuser", "deputy Ruiz"),
        ("An informant alleged that he had sold arms.", "accuser", "informant"),
    ],
)
def test_courts_are_told_apart_from_bodies(page, text, role, doer):
    made = page(f"= Anton Holm =\n\nAnton Holm\n- Nationality: unknown\n\n{LEAD}\n\n== Life ==\n{text}\n")
    claim = next(each for each in made.claims(after=text) if each.subject_text == HOLM)
    assert made.parts(claim, "participant", role) == [doer]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The police suspected him of harbouring rebels.", {("accusation", HOLM, "harbouring rebels", None)}),
        ("The beg held him prisoner until 1898.", {("imprisonment", HOLM, "prisoner", "../1898")}),
        ("The queen confined him in the fortress of Lund.", {("imprisonment", HOLM, "fortress of Lund", None)}),
        ("The charges were dropped in 1892.", {("acquittal", HOLM, None, "1892")}),
        ("He withdrew his confession in court.", {("confession", HOLM, "confession", None)}),
        ("He withdrew his deposit in court.", set()),
        ("He sent the governor, Karl Lund, to Bergen.", set()),
        ("He was painted by a former pupil, Giulio Fanti.", {("association", HOLM, "Giulio Fanti", None)}),
        ("Otto Berg and a friend, Karl Lund, left.", set()),
        ("He was accompanied by his interpreter, Yusuf Beg.", {("association", HOLM, "Yusuf Beg", None)}),
        ("He made friends with Alda do Santo.", {("association", HOLM, "Alda do Santo", None)}),
    ],
)
def test_what_others_did_to_somebody_and_who_they_were(prose, text, expected):
    assert {(event, who, held, edtf) for event, who, held, _, edtf in prose(text, lead=LEAD)} == expected


def test_a_name_behind_an_office_is_whom_it_befell(prose):
    made = prose("He expelled the Genoese consul, Percivalle Doria, in 1308.", lead=LEAD)
    assert ("expulsion", "Percivalle Doria", None, None, "1308") in made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was conscripted for forced labour in 1944.", {("imprisonment", "forced labour", "1944")}),
        ("He was handed over to the gendarmes in 1943.", {("arrest", "gendarmes", "1943")}),
        ("The regime placed him under house arrest in 1962.", {("arrest", "house arrest", "1962")}),
        ("He received the death penalty in 1950.", {("sentence", "death penalty", "1950")}),
        ("His execution was carried out on 5 May 1950.", {("execution", None, "1950-05-05")}),
        ("The sentence was carried out on 5 May 1950.", {("execution", None, "1950-05-05")}),
        ("He was sent down from Oxford in 1911.", {("expulsion", "Oxford", "1911")}),
        ("He was stripped of his medal in 2001.", {("expulsion", "medal", "2001")}),
        ("He spent three years in Italian and German camps.", {("imprisonment", "German camps", None)}),
    ],
)
def test_ways_into_custody_and_to_the_end(prose, text, expected):
    assert {(event, held, edtf) for event, _, held, _, edtf in prose(text, lead=LEAD)} == expected


@pytest.mark.parametrize(
    "text",
    [
        "He was released from his contract in 1950.",
        "He was kept in Rome by illness until 1850.",
        "He was confined to the island by storms.",
        "He was charged with the reform of the army.",
        "He was tried as a goalkeeper in 1950.",
        "He was shot by the photographer Nadar in 1860.",
        "He was captured by the beauty of Rome.",
        "He was excluded from the exhibition.",
        "He was questioned by reporters in 1950.",
        "He denied himself every comfort.",
        "He led a quiet life in 1850.",
        "He defended the title in 1950.",
        "He lost his wife in 1850.",
        "His health was restored in 1950.",
    ],
)
def test_words_of_arrest_and_charge_said_of_something_else(prose, text):
    assert prose(text, lead=LEAD) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He gathered 411 signatures in Dunedin.", {("action", "411 signatures", 411.0)}),
        ("He collected more than 11,000 specimens.", {("action", "11,000 specimens", 11000.0)}),
        ("He ransomed the garrison for 6,000 dinars.", {("action", "garrison", None)}),
        ("He oversaw the reconstruction of the harbour.", {("action", "reconstruction of the harbour", None)}),
        ("He weighed 90 kilos.", set()),
        ("He had 20 pupils.", set()),
        ("He ran 50 miles.", set()),
    ],
)
def test_deeds_without_a_date_are_told_for_their_number(page, text, expected):
    made = page(f"= Anton Holm =\n\nAnton Holm\n- Nationality: unknown\n\n{LEAD}\n\n== Life ==\n{text}\n")
    assert {(c.event_type, c.object_text, c.figure_value) for c in made.claims(after=text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He refused to ride for Germany.", {("action", "to ride for Germany", None)}),
        ("He declined to stand in 2004.", {("action", "to stand", "2004")}),
        ("He refused to confess.", {("confession", None, None)}),
        ("He refused to eat.", set()),
        ("He denied any wrongdoing.", {("statement", "denied any wrongdoing", None)}),
        ("He regained his estates in 1660.", {("reinstatement", "estates", "1660")}),
        ("He recovered his health in 1660.", set()),
    ],
)
def test_refusals_denials_and_what_was_recovered(prose, text, expected):
    assert {(event, held, edtf) for event, _, held, _, edtf in prose(text, lead=LEAD)} == expected


def test_what_is_held_or_denied_is_no_prison_and_no_statement(prose):
    claims = prose(
        "He was ordained elder in 1852 and held pastorates at Worcester. He was denied the title of professor."
    )
    assert not [claim for claim in claims if claim[0] in ("imprisonment", "statement")]
    assert ("appointment", HOLM, "elder", None, "1852") in claims
    claims = prose("He was arrested in 1937 and held in the Marsh prison. In 1920 he denied the charges.")
    assert {"imprisonment", "statement"} <= {claim[0] for claim in claims}


def test_a_prize_is_not_shared_with_a_symphony(page):
    made = page(
        "= Anton Holm =\n\nAnton Holm was a composer.\n\nIn 1902 he won the Marsh Prize with his Symphony in D minor."
    )
    award = next(claim for claim in made.claims() if claim.event_type == "award")
    assert (award.object_text, award.place_text) == ("Marsh Prize", None)
    assert made.parts(award, "participant", "together_with") == []
