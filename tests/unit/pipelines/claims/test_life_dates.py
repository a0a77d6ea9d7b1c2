import pytest


def read(page, lead):
    return page(f"= Ann Holm =\n\nAnn Holm\n- Occupation: Painter\n\n{lead}\n").claims(extractor="lead.")


@pytest.mark.parametrize(
    ("lead", "birth", "death"),
    [
        ("Ann Holm (7 February 1905 – 1 October 1950) was a painter.", ("1905-02-07", None), ("1950-10-01", None)),
        (
            "Ann Holm (1898, Kiev – 18 September 1989, Moscow) was a painter.",
            ("1898", "Kiev"),
            ("1989-09-18", "Moscow"),
        ),
        ("Ann Holm ( – 1 October 1950) was a painter.", None, ("1950-10-01", None)),
        ("Ann Holm (born 3 May 1960) is a painter.", ("1960-05-03", None), None),
        ("Ann Holm (b. 1812) was a painter.", ("1812", None), None),
        ("Ann Holm (died 1945) was a painter.", None, ("1945", None)),
        ("Ann Holm (fl. 1420) was a painter.", None, None),
        ("Ann Holm (1812–1870) was a painter.", ("1812", None), ("1870", None)),
        ("Ann Holm (1812–70) was a painter.", ("1812", None), ("1870", None)),
        ("Ann Holm (1812-70) was a painter.", ("1812", None), ("1870", None)),
        (
            "Ann Holm (born Ann Berg; 3 May 1801 in Ulm; d. 4 June 1870, Vienna) was a painter.",
            ("1801-05-03", "Ulm"),
            ("1870-06-04", "Vienna"),
        ),
        ("Ann Holm CBE FRS (1812–1870) was a painter.", ("1812", None), ("1870", None)),
        ("Ann Holm (12 May 1789–04) was a painter.", ("1789-05-12", None), ("1804", None)),
        ("Ann Holm (c. 742 – 28 January 814) was a queen.", ("0742~", None), ("0814-01-28", None)),
        ("Ann Holm (1035/36–1098) was an abbess.", ("1035/1036", None), ("1098", None)),
        ("Ann Holm (before 849 – after 899) was an abbess.", ("../0849", None), ("0899/..", None)),
        ("Ann Holm (63 BC – AD 14) was an empress.", ("-0062", None), ("0014", None)),
        ("Ann Holm, RA (c. 1778 – 9 May 1849) was a painter.", ("1778~", None), ("1849-05-09", None)),
        (
            "Ann Holm, called La Bella (1535, Ferrara – 1599, Rome), was a painter.",
            ("1535", "Ferrara"),
            ("1599", "Rome"),
        ),
    ],
)
def test_the_bracket_after_the_name_gives_birth_and_death(page, lead, birth, death):
    claims = read(page, lead)
    told = {c.event_type: (c.date_edtf, c.place_text) for c in claims if c.event_type in ("birth", "death")}
    assert (told.get("birth"), told.get("death")) == (birth, death)


def test_the_full_name_and_its_variants_are_names(page):
    claims = read(page, "Ann Maria Holm (née Berg; Russian: Анна Хольм; 1 May 1900 – 2 May 1950) was a painter.")
    names = {c.object_text for c in claims if c.subtype == "name"}
    assert names == {"Ann Maria Holm", "Berg", "Анна Хольм"}


def test_an_entry_of_a_dictionary_is_about_its_heading(page):
    claims = page("BERG, Anna (b. Riga 3 May 1901; d. Oslo 1980). Geographer. Professor at Riga, 1925-40.\n").claims()
    lives = {
        (c.event_type, c.subject_text, c.date_edtf, c.place_text) for c in claims if c.extractor.startswith("lead.")
    }
    assert lives == {("birth", "BERG, Anna", "1901-05-03", "Riga"), ("death", "BERG, Anna", "1980", "Oslo")}


def test_titles_are_no_part_of_the_name(page):
    claims = read(page, "Major-General Sir Ann Maria Holm (1900–1950) was a soldier.")
    assert [c.object_text for c in claims if c.subtype == "name"] == ["Ann Maria Holm"]
