"""Other names of the page's subject: whose birth, marriage and office are whose."""

import pytest

LEAD = "Anne Marsh, Lady Grey (née Holt; 1800 – 1870), known as Nan Moor, was an English novelist."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anne Holt was born in Bath on 4 May 1800.", ("birth", None, "Bath", "1800-05-04")),
        ("Miss Holt married Otto Berg in 1820.", ("marriage", "Otto Berg", None, "1820")),
        ("Lady Grey was appointed head of the school in 1840.", ("appointment", "head of the school", None, "1840")),
        ("Nan Moor joined the Labour Party in 1850.", ("membership", "Labour Party", None, "1850")),
    ],
)  # fmt: skip
def test_a_former_name_or_title_is_the_subject(prose, text, expected):
    kind, what, where, when = expected
    assert (kind, "Anne Marsh", what, where, when) in prose(text, title="Anne Marsh", lead=LEAD)


def test_a_wife_of_another_birth_name_is_not_the_subject(prose):
    lead = "Anton Holm (1800 – 1870) was a painter. He married Eva Berg (née Lund)."
    made = prose("Lund died in 1880.", lead=lead)
    assert not any(subject == "Anton Holm" for _, subject, *_ in made)


def test_a_name_line_gives_other_names_and_no_life_dates(page):
    made = page(
        "= Hanne Dorothea Quast =\n\nQuast, Hanne D. Lebrecht; b. 30 May 1926 Wurzen; d. 14 Nov. 2003 Berlin\n\n"
        "She worked.\n"
    )
    named = {claim.object_text for claim in made.claims(extractor="name_line.")}
    assert "Quast" not in named
    assert not any("1926" in name or "2003" in name for name in named)
