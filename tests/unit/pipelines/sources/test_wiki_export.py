from pipelines.sources.layouts import find_layout, wiki_export


def kinds(text):
    page = wiki_export.split(text)
    return [(block.kind, text[block.start : block.end].strip()) for block in page.blocks if block.kind != "blank"]


def test_a_page_with_everything():
    text = (
        "= Ida Pfeiffer =\n\nIda Pfeiffer, Ида Пфайффер\n- Born: 14 October 1797: Vienna (Habsburg)\n- Occupation:\n"
        "* Traveller\n* Writer\n- Known for: A Lady's Voyage,\n  in two volumes\n- Office1: Member\n\n"
        "Ida Pfeiffer was an Austrian traveller.\n\n== Travels ==\nShe sailed in 1842.\n=== East ===\n"
        "- 1846: Brazil\n1. Chile\n"
    )
    assert kinds(text) == [
        ("title", "= Ida Pfeiffer ="),
        ("name_line", "Ida Pfeiffer, Ида Пфайффер"),
        ("field", "- Born: 14 October 1797: Vienna (Habsburg)"),
        ("field", "- Occupation:\n* Traveller\n* Writer"),
        ("field", "- Known for: A Lady's Voyage,\n  in two volumes"),
        ("field", "- Office1: Member"),
        ("paragraph", "Ida Pfeiffer was an Austrian traveller."),
        ("heading", "== Travels =="),
        ("paragraph", "She sailed in 1842."),
        ("heading", "=== East ==="),
        ("list_item", "- 1846: Brazil"),
        ("list_item", "1. Chile"),
    ]
    page = wiki_export.split(text)
    assert page.title == "Ida Pfeiffer"
    assert page.blocks[-1].section == ("Travels", "East")


def test_a_page_without_name_line_fields_or_final_line_end():
    text = "= Battle of Lepanto =\r\n\r\nThe battle was fought in 1571.\r\n\r\n== Forces ==\r\nMany."
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", "heading", "paragraph"]


def test_a_lead_right_under_the_fields_is_no_value():
    assert kinds("= X =\n- Rank: General\nHe was born in Riga.\n")[-1] == ("paragraph", "He was born in Riga.")


def test_a_name_line_with_brackets_and_no_fields():
    assert kinds("= X =\n\nX (Икс)\n\nX was a man.\n")[1] == ("name_line", "X (Икс)")


def test_a_skipped_level_and_a_second_title_are_headings():
    page = wiki_export.split("= X =\n\n=== Deep ===\ntext\n= Y =\ntext\n")
    assert [(block.level, block.section) for block in page.blocks if block.kind == "heading"] == [(2, ()), (1, ())]


def test_lines_that_only_begin_like_headings_are_text():
    assert kinds("= X =\n\nIt is a = b.\n=====\n= open\n")[1:] == [("paragraph", "It is a = b.\n=====\n= open")]


def test_it_is_recognised():
    assert find_layout("= X =\n\n- Born: 1900\n").NAME == "wiki_export"
    assert find_layout("== Section first ==\n\ntext\n") is None


def test_numbered_lines_under_references_are_references():
    text = (
        "= X =\n\nX was a man.[2]\n\n== Life ==\n1. Chile\n\n== References ==\n1. First, 1968\n   its second line\n"
        "3. Third\n2. No new one\n\n== See also ==\n4. Other\n"
    )
    blocks = [block for block in wiki_export.split(text).blocks if block.kind in ("reference", "list_item")]
    assert [(block.kind, block.number) for block in blocks] == [
        ("list_item", None), ("reference", 1), ("reference", 3), ("list_item", None),
    ]  # fmt: skip
    assert text[blocks[2].start : blocks[2].end] == "3. Third\n2. No new one\n"
