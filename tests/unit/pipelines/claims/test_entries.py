"""Entries of reference works in short hand, each with what must be read from it."""

import pytest


def told(page, text, title="Anders Berg"):
    made = page(f"= {title} =\n\n{text}\n")
    return {(c.event_type, c.subject_text, c.object_text, c.date_edtf) for c in made.reading.claims}


BERG = "Anders Berg"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "BERG, Anders, Kt 1935; b. Riga, 3 May 1881; Lecturer in History, Univ. of Leeds, 1908-14; Lt.-Col., 1917.",
            {
                ("award", BERG, "Kt", "1935"),
                ("birth", BERG, None, "1881-05-03"),
                ("tenure", BERG, "Lecturer", "1908/1914"),
                ("promotion", BERG, "Lt.-Col.", "1917"),
            },
        ),
        (
            "BERG, Anders; b. 1881; 2nd s. of Rev. Thomas Berg, D.L., and Frances, d. of Very Rev. Dean Knox.",
            {
                ("kinship", BERG, "Thomas Berg", None),
                ("kinship", BERG, "Frances", None),
                ("kinship", "Frances", "Dean Knox", None),
            },
        ),
        (
            "BERG, Anders. S. of William, of Otley. Matric. 1682; B.A. 1685. Ord. deacon 1688; priest, 1690. "
            "V. of Wath, 1693-9; Preb. of York, 1703-20. Father of Hugh (1717).",
            {
                ("kinship", BERG, "William", None),
                ("education", BERG, "B.A.", "1685"),
                ("appointment", BERG, "deacon", "1688"),
                ("appointment", BERG, "priest", "1690"),
                ("tenure", BERG, "V. of Wath", "1693/1699"),
                ("tenure", BERG, "Preb. of York", "1703/1720"),
                ("kinship", BERG, "Hugh", None),
            },
        ),
        (
            "BERG, Anders, a Senator from Maine; born in Bath, Maine, May 3, 1826; prosecuting attorney 1851-1853; "
            "appointed collector of customs at Portland and served from 1869 to 1874, when he resigned.",
            {
                ("birth", BERG, None, "1826-05-03"),
                ("tenure", BERG, "prosecuting attorney", "1851/1853"),
                ("tenure", BERG, "collector of customs", "1869/1874"),
                ("departure", BERG, None, "1874"),
            },
        ),
        (
            "BERG, Anders, physicist; b. Akron, July 4, 1880; A.B., Oberlin, 1902, A.M., 1904; m. Alice Brown, "
            "of Toledo, June 12, 1909; children—George Howard, Mary Alice. "
            "Mem. Nat. Research Council, 1919-22. Died 1944.",
            {
                ("attribute", BERG, "physicist", None),
                ("education", BERG, "A.B.", "1902"),
                ("education", BERG, "A.M.", "1904"),
                ("marriage", BERG, "Alice Brown", "1909-06-12"),
                ("kinship", BERG, "George Howard", None),
                ("membership", BERG, "Nat. Research Council", "1919/1922"),
                ("death", BERG, None, "1944"),
            },
        ),
        (
            "Berg, Anders, jurist, * 30.11.1817 Garding, † 1.11.1903 Kiel. Father: Jens Berg (1783–1851), pastor. "
            "Married Leipzig 1854 Marie Reimer. Member of the Diet 1863–66 and 1873–79, of the Reichstag 1881–84.",
            {
                ("birth", BERG, None, "1817-11-30"),
                ("death", BERG, None, "1903-11-01"),
                ("kinship", BERG, "Jens Berg", None),
                ("attribute", "Jens Berg", "pastor", None),
                ("marriage", BERG, "Marie Reimer", "1854"),
                ("membership", BERG, "Diet", "1873/1879"),
                ("membership", BERG, "Reichstag", "1881/1884"),
            },
        ),
        (
            "BERG, Anders; b. 1866. Served Hazara Expedition, 1888 (medal with clasp); South African War, 1899-1902 "
            "(despatches, D.S.O.). Late Royal Irish Fusiliers.",
            {
                ("battle", BERG, "South African War", "1899/1902"),
                ("award", BERG, "D.S.O.", None),
            },
        ),
        (
            "BERG, Anders (brother of Lemuel Berg and grandson of Ezra Thorne), farmer; born in Bath in 1826.",
            {("kinship", BERG, "Lemuel Berg", None), ("kinship", BERG, "Ezra Thorne", None)},
        ),
    ],
)
def test_entries(page, text, expected):
    assert expected <= told(page, text)


def test_a_full_stop_behind_an_abbreviation_ends_a_sentence_only_before_an_opening(page):
    made = told(page, "Anders Berg taught at Leeds Univ. He died in 1950. In 1901 he was made Prof. of History.")
    assert ("death", BERG, None, "1950") in made
    assert ("appointment", BERG, "Prof. of History", "1901") in made


@pytest.mark.parametrize(
    "text",
    [
        "The Col. of the pass lies high. The gen. idea was liked.",
        "He kept a gym. Smith liked it.",
    ],
)
def test_what_looks_like_an_entry_and_is_none(page, text):
    assert not {
        each
        for each in told(page, f"Anders Berg was a painter. {text}")
        if each[3] or each[0] in ("tenure", "education")
    }
