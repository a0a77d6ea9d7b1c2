import pytest

from pipelines.sources.layouts import encyclopedia_page, find_layout

LEAD = "Ada Lovelace (10 December 1815 – 27 November 1852) was an English mathematician.[1]"


def page_of(*paragraphs, line_end="\n"):
    return (line_end * 2).join(paragraphs) + line_end


def kinds(text):
    page = encyclopedia_page.split(text)
    return [
        (block.kind, block.level or block.number, text[block.start : block.end].strip())
        for block in page.blocks
        if block.kind != "blank"
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_headings_of_two_levels_are_told_by_what_follows(line_end):
    text = page_of(
        "Fact-checked by Grok 2 weeks ago", "Ada Lovelace", LEAD, "Early Life", "She was born in London.",
        "Work", "The Engine", "It was never built.", "Notes on the Engine", "They were printed in 1843.",
        line_end=line_end,
    )  # fmt: skip
    page = encyclopedia_page.split(text)
    assert (page.title, page.notice, page.authorship) == (
        "Ada Lovelace",
        "Fact-checked by Grok 2 weeks ago",
        "machine",
    )
    assert [(level, words) for kind, level, words in kinds(text) if kind == "heading"] == [
        (1, "Early Life"),
        (1, "Work"),
        (2, "The Engine"),
        (2, "Notes on the Engine"),
    ]
    assert page.blocks[-1].section == ("Work", "Notes on the Engine")


def test_short_paragraphs_and_lists_are_no_headings():
    text = page_of(
        "Ada Lovelace", LEAD, "She rested.", "Her mother was strict", "“Thou hast done well”", "- a list", "Works",
        "Sketch (1842)", "Notes (1843)", "Letters (1844)", "Poems (1845)",
    )  # fmt: skip
    assert [kind for kind, _, _ in kinds(text)][2:] == [
        "paragraph", "paragraph", "paragraph", "list_item", "heading", *["list_item"] * 4,
    ]  # fmt: skip


def test_a_heading_right_above_a_long_paragraph_and_lines_of_one_paragraph():
    long = "She was taught by a friend of the family, who thought highly of her. " * 3
    text = f"Ada Lovelace\n\n{LEAD}\n\nEducation\n{long}\nand so it went on\nto the end.\n"
    assert [kind for kind, _, _ in kinds(text)] == ["title", "paragraph", "heading", "paragraph"]


def test_references_carry_their_number_and_debris_is_set_apart():
    text = page_of("Ada Lovelace", LEAD, "References") + (
        "\n  1. [1]\n    Missing: A Life - Britannica\n"
        "    May 3, 2016 · She was born ...Missing: x | Show results with:x\n"
        "  2. [2]\n  4. [4]\n    A Title<|separator|>\n    It ended.12Close And so.Footnote A month on.<|control11|>\n"
    )
    assert kinds(text)[3:] == [
        ("reference", 1, "1. [1]\n    Missing: A Life - Britannica\n    May 3, 2016 · She was born ..."),
        ("debris", 1, "Missing: x | Show results with:x"),
        ("reference", 2, "2. [2]"),
        ("reference", 4, "4. [4]\n    A Title"),
        ("debris", 4, "<|separator|>"),
        ("reference", 4, "It ended."),
        ("debris", 4, "12Close"),
        ("reference", 4, "And so."),
        ("debris", 4, "Footnote"),
        ("reference", 4, "A month on."),
        ("debris", 4, "<|control11|>"),
    ]


def test_other_numberings_of_references():
    for entries in (
        "[1] One\n[3] Three\n",
        "1. One\n3. Three\n",
        "1. [1] One\n3. [3] Three\n",
        "[1]\nOne\n[3]\nThree\n",
    ):
        text = page_of("Ada Lovelace", LEAD, "REFERENCES:", entries)
        assert [number for kind, number, _ in kinds(text) if kind == "reference"] == [1, 3], entries


def test_a_number_used_already_gives_no_second_reference_of_that_number():
    text = page_of("Ada Lovelace", LEAD, "Notes", "[1] a\n[2] b", "References", "[1] c\n[2] d", "See also", "Her work.")
    assert [(kind, number) for kind, number, _ in kinds(text)][2:] == [
        ("heading", 1), ("reference", 1), ("reference", 2), ("heading", 1), ("reference", None), ("reference", None),
        ("heading", 1), ("paragraph", None),
    ]  # fmt: skip


def test_notice_below_the_title_and_a_title_that_begins_like_a_notice():
    below = encyclopedia_page.split(page_of("Ada Lovelace", "Last updated: 3 May 2021", LEAD))
    assert (below.title, below.notice) == ("Ada Lovelace", "Last updated: 3 May 2021")
    alone = encyclopedia_page.split(page_of("Published Works of Ada Lovelace", LEAD))
    assert (alone.title, alone.notice) == ("Published Works of Ada Lovelace", None)


@pytest.mark.parametrize(
    ("notice", "authorship"),
    [
        ("Written by Jane Roe", "human"),
        ("Written by ChatGPT", "machine"),
        ("Last updated 3 May 2021", "unstated"),
    ],
)
def test_a_notice_tells_who_wrote(notice, authorship):
    assert encyclopedia_page.split(page_of(notice, "Ada Lovelace", LEAD)).authorship == authorship


@pytest.mark.parametrize(
    "text",
    [
        page_of("Ada Lovelace", LEAD),
        page_of(
            "Battle of Lepanto", "The battle, fought in 1571, was won by the League.", "Forces", "There were many."
        ),
        page_of("Last updated today", "A Stub", "Little is known of this person."),
        page_of("Ada Lovelace", "Ada, a word and more, " * 5000),
    ],
)
def test_pages_of_this_layout_are_recognised(text):
    assert find_layout(text).NAME == "encyclopedia_page"


@pytest.mark.parametrize(
    "text",
    [
        "name,born,died\nAda,1815,1852\n",
        "Name,Born,Died\nAda,1815,1852\nCharles,1791,1871\n",
        '{"title": "Ada Lovelace", "text": "She was a mathematician."}',
        "<!DOCTYPE html>\n<html><body><p>Ada Lovelace was a mathematician.</p></body></html>",
        "Dear Sir,\n\nI have received your letter of the 4th and thank you for it.\n",
        "lorem ipsum dolor sit amet",
        "Roses are red\nViolets are blue\nSugar is sweet\nAnd so are you\n",
        "%PDF-1.4 junk",
    ],
)
def test_other_texts_have_no_known_layout(text):
    assert find_layout(text) is None
