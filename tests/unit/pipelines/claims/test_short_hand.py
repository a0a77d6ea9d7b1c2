"""Entries in letters without full stops, and leads that turn or vary the name before the years of a life."""

LEAD = "PEMBER, Dame Sylvia Margaret, DBE 1979; Professor of Economics, Lund, 1967–91; "
TITLE = "Sylvia Pember"


def whole(page, title, lead):
    made = page(f"= {title} =\n\n{title}\n- Nationality: unknown\n\n{lead}\n")
    return {(c.event_type, c.subject_text, c.object_text, c.place_text, c.date_edtf) for c in made.claims(after=lead)}


def test_birth_parents_and_marriages(page):
    made = whole(
        page, TITLE,
        LEAD + "b Newcastle, 3 July 1926; er d of late Dr Walter Pember and Edith (née Rowe); m 1st, 1951, Alan Rose "
        "(marr. diss. 1969); one s one d; 2nd, 1972, Denis Kerr (d 1998).",
    )  # fmt: skip
    assert ("birth", TITLE, None, "Newcastle", "1926-07-03") in made
    assert {claim[2] for claim in made if claim[0] == "kinship"} == {"Walter Pember", "Edith", None}
    assert {(claim[2], claim[4]) for claim in made if claim[0] == "marriage"} == {
        ("Alan Rose", "1951"),
        ("Denis Kerr", "1972"),
    }
    assert ("death", "Denis Kerr", None, None, "1998") in made


def test_honours_and_bodies(page):
    made = whole(
        page, TITLE, LEAD + "Mem., Prices Commn, 1967–73. Hon. DLitt Sussex, 1986; Hon. Fellow, Ann Coll., 1990."
    )
    assert ("membership", TITLE, "Prices Commn", None, "1967/1973") in made
    assert ("award", TITLE, "Hon. DLitt Sussex", None, "1986") in made
    assert ("award", TITLE, "Hon. Fellow", None, "1990") in made


def test_a_turned_name_with_another_form_before_its_years(page):
    made = whole(
        page, "Fearghal Mac Conmara",
        "Mac Conmara (MacNamara), Fearghal (c. 1585–1652), friar, was born at Dysert, Co. Clare, son of Donal "
        "Mac Conmara and Onóra, daughter of Tadhg O'Grady.",
    )  # fmt: skip
    own = "Fearghal Mac Conmara"
    assert ("birth", own, None, None, "1585~") in made
    assert ("death", own, None, None, "1652") in made
    assert ("kinship", own, "Tadhg O'Grady", None, None) not in made
    assert ("kinship", "Onóra", "Tadhg O'Grady", None, None) in made


def test_a_maiden_name_before_the_years(page):
    made = whole(page, "Jane Dalton", "Dalton, Jane (née Orr) (1771–1843), poet, was born in Belfast.")
    assert {("birth", "Jane Dalton", None, None, "1771"), ("death", "Jane Dalton", None, None, "1843")} <= made
    assert ("attribute", "Jane Dalton", "Orr", None, None) in made


ORGAN = "KRANZ, Karl, organ builder, * 17 Feb. 1738 Halle, † 4 Nov. 1804 Riga. "


def test_numbered_marriages_and_the_children_of_one(page):
    own = "Karl Kranz"
    made = whole(
        page, own,
        ORGAN + "Son of the organ builder Johann Kranz and Maria Thiel. Married 1) 1763 Dorothea Lange († 1771), "
        "2) 1773 Anna Berg. Children from the first marriage: Karl Gottlieb (1765–1830), organ builder; "
        "Dorothea (b. 1768).",
    )  # fmt: skip
    assert {(claim[2], claim[4]) for claim in made if claim[0] == "marriage"} == {
        ("Dorothea Lange", "1763"),
        ("Anna Berg", "1773"),
    }
    kin = {claim[2] for claim in made if claim[0] == "kinship" and claim[1] == own}
    assert kin == {"Johann Kranz", "Maria Thiel", "Karl Gottlieb", "Dorothea"}
    assert ("birth", "Dorothea", None, None, "1768") in made


def test_a_calling_before_a_parents_name(page):
    made = whole(page, "Johan Brandt", "Johan Brandt was a physician. Parents: Merchant Hans Brandt (1770–1832).")
    assert ("death", "Hans Brandt", None, None, "1832") in made


def test_honours_behind_their_years(page):
    made = whole(
        page, TITLE,
        LEAD + "Awards: 1959 Medal of Merit; 1969 Order of Labour in bronze, 1974 in silver; "
        "1976 and 1986 Lund Banner.",
    )  # fmt: skip
    told = {(claim[2], claim[4]) for claim in made if claim[0] == "award"}
    assert told >= {("Medal of Merit", "1959"), ("Order of Labour in bronze", "1969"), ("Order of Labour", "1974")}
    assert told >= {("Lund Banner", "1976"), ("Lund Banner", "1986")}


def test_a_life_behind_other_forms_of_the_name(page):
    made = whole(page, "Gian Ceruti", "Ceruti [Zeruti; 'Lino'], Gian (b Melk, bap. 9 May 1681; d Ulm, 26 Dec 1749).")
    assert ("birth", "Gian Ceruti", None, "Melk", "1681-05-09") in made
    assert ("death", "Gian Ceruti", None, "Ulm", "1749-12-26") in made


def test_relatives_without_a_verb_and_courses_behind_their_years(page):
    made = whole(
        page, "Hanne Quast",
        "Quast, Hanne, b. 30 May 1926 Wurzen. Father a railway worker, mother a home weaver; brother Heinz Roe; "
        "1940–43 apprenticeship as a pharmaceutical assistant in Leipzig; 1949–53 study of law at Leipzig University.",
    )  # fmt: skip
    kin = {claim[2] for claim in made if claim[0] == "kinship"}
    assert kin == {"railway worker", "home weaver", "Heinz Roe"}
    assert {(claim[2], claim[4]) for claim in made if claim[0] == "education"} == {
        ("pharmaceutical assistant", "1940/1943"),
        ("Leipzig University", "1949/1953"),
    }
