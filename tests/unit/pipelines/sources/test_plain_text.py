import pytest

from pipelines.sources.layouts import find_layout, plain_text
from pipelines.sources.layouts.plain_text import recognise, split

PROSE = "She taught at Riga from 1925 to 1940 and wrote two books on rivers."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Anna Berg\n\n{PROSE}\n", "Anna Berg"),
        (f"# Anna Berg\n\n{PROSE}\n\n## Works\n\nHer first book was printed in 1927.\n", "Anna Berg"),
        (f"Anna Berg (geographer)\n{PROSE}\n", "Anna Berg (geographer)"),
        ("Anna Berg (1901–1980) was a geographer of Riga.\n", "Anna Berg"),
        ("Anna van der Berg was born in Riga in 1901 and died there.\n", "Anna van der Berg"),
        ('Anna "Nan" Berg (born 1901) is a geographer of Riga.', 'Anna "Nan" Berg'),
        ("BERG, Anna (b. Riga 3 May 1901; d. Oslo 1980). Geographer. Professor at Riga, 1925-40.\n", "BERG, Anna"),
        ("Berg, Anna Maria; born in Riga, 1901; professor at Riga 1925-40; died 1980.\n", "Berg, Anna Maria"),
        ("Ahmed ibn Yusuf al-Harrani (c. 835 – 912) was an astronomer of the court.\n", "Ahmed ibn Yusuf al-Harrani"),
        ("Анна Берг (1901—1980) — советский географ, доктор наук, жила в Риге.\n", "Анна Берг"),
    ],
)
def test_the_text_says_whom_it_is_about(text, title):
    assert find_layout(text) is plain_text
    page = split(text)
    assert page.title == title
    assert "".join(text[block.start : block.end] for block in page.blocks) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "id,name\n1,somebody\n2,somebody else\n",
        "a,b\n1,2\n",
        '{"name": "Anna Berg", "born": 1901, "text": "She was a geographer of Riga."}\n',
        "12 13 14\n15 16 17. 18 19 20 21 22\n",
        "the weather was fine in Riga, and nothing is known of whom it was told.\n",
        "def berg(anna):\n    return anna.riga if anna else None\n",
        "Anna Berg\n",
    ],
)
def test_a_text_about_nobody_is_left_to_others(text):
    assert recognise(text) == 0.0


def test_headings_and_paragraphs_are_told_apart():
    page = split(
        f"Anna Berg\n\n{PROSE}\n\nEarly life\n\nShe was born in 1901.\nHer father was a pilot.\n\n### Family\n\nNone.\n"
    )
    assert [(block.kind, block.section) for block in page.blocks if block.kind != "blank"] == [
        ("title", ()),
        ("paragraph", ()),
        ("heading", ()),
        ("paragraph", ("Early life",)),
        ("heading", ("Early life",)),
        ("paragraph", ("Early life", "Family")),
    ]
