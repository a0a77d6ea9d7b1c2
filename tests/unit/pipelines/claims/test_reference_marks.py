"""The ``[n]`` of a text without markup: the reference a claim carries, where the page has one of that number."""

LIFE = (
    "= Anton Holm =\n\nAnton Holm\n- Nationality: unknown\n\nAnton Holm was a painter.[1]\n\n== Life ==\n{text}\n\n"
    "== References ==\n1. Dictionary of Painters, 1968\n2. Register of Graz\n3. The Times, 30 June 1893\n"
)


def carried(page, text):
    made = page(LIFE.format(text=text))
    return {
        (claim.event_type, claim.reference_number, tuple(made.parts(claim, "attribute", "reference")))
        for claim in made.claims(after="== Life ==")
        if claim.quote_start < made.text.index("== References ==")
    }


def test_a_mark_behind_its_sentence_or_clause(page):
    assert carried(page, "Holm was born in Graz in 1850.[2] He married Ida Roe in 1880[3] and died in 1893.[1][3]") == {
        ("birth", 2, ("[2]",)),
        ("marriage", 3, ("[3]",)),
        ("death", 1, ("[1]", "[3]")),
    }


def test_a_mark_of_the_next_sentence_is_not_its_own(page):
    assert ("birth", None, ()) in carried(page, "Holm was born in Graz in 1850. He married Ida Roe in 1880.[3]")


def test_a_number_no_reference_has_is_no_mark(page):
    assert carried(page, "Holm died in Graz in 1893.[7]") == {("death", None, ())}
