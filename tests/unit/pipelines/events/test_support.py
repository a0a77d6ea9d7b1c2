"""Who witnesses what: copies, quoted works, and the references of a page that back its prose."""

from dataclasses import replace

from unit.pipelines.composed import one_page, row, rows


def test_rumour_plan_and_denial_do_not_corroborate():
    archive = one_page()
    archive.page("s2", "Ada Byron")
    archive.claim("s1", "execution", edtf="1850-10-01")
    archive.claim("s2", "execution", edtf="1850-10-01", modality="rumoured")
    con = archive.resolve()
    assert rows(con, "select witness_count, status, modality from events") == [(1, "single", "asserted")]


def test_a_work_quoted_by_two_pages_is_one_witness():
    archive = one_page()
    archive.page("s2", "Ada Byron")
    for page in ("s1", "s2"):
        archive.reference(page, 1, "A Life of Ada")
        archive.claim(page, "birth", edtf="1815-12-10", ref=1)
    con = archive.resolve()
    assert rows(con, "select claim_count, source_count, witness_count from events") == [(2, 2, 1)]
    assert rows(con, "select basis from witnesses") == [("shared_reference",)]


def test_prose_and_the_reference_that_tells_the_same_are_tied():
    archive = one_page()
    archive.reference("s1", 7, "A Life of Ada")
    prose = archive.claim("s1", "birth", edtf="1815-12-10")
    quoted = archive.claim("s1", "birth", edtf="1815-12-10", ref=7)
    con = archive.resolve()
    assert sorted(rows(con, "select claim_id, method, reference_number from claim_support")) == [
        (prose, "matched", 7), (quoted, "stated_in", 7),
    ]  # fmt: skip


def test_prose_that_says_what_its_reference_says_is_no_second_witness():
    archive = one_page()
    archive.page("s2", "Ada Byron")
    archive.reference("s1", 7, "A Life of Ada")
    archive.claim("s1", "birth", edtf="1815-12-10")
    archive.claim("s1", "birth", edtf="1815-12-10", ref=7)
    assert rows(archive.resolve(), "select claim_count, witness_count from events") == [(2, 1)]
    archive.claim("s2", "birth", edtf="1815-12-10")
    assert rows(archive.resolve(), "select claim_count, witness_count from events") == [(3, 2)]


def test_pages_that_copy_each_other_are_one_witness():
    archive = one_page()
    archive.page("s2", "Ada Byron")
    archive.page("s3", "Ada Byron")
    words = "was born on a cold morning in the old house by the river"
    for page in ("s1", "s2"):
        archive.claim(page, "birth", edtf="1815-12-10")
        archive.claims[-1] = replace(archive.claims[-1], quote=f"She {words} on 10 December 1815")
    archive.claim("s3", "birth", edtf="1815-12-10")
    con = archive.resolve()
    assert rows(con, "select source_count, witness_count from events") == [(3, 2)]
    assert rows(con, "select count(*) from witnesses where basis = 'copied_words'") == [(1,)]


def test_a_reference_backs_prose_across_scripts_by_day_and_names():
    archive = one_page()
    archive.citations.append(
        row("citations", citation_id="s1.r3", source_id="s1", reference_number=3, title="Воспоминания",
            snippet="7 июля 1941 г. он писал Борису Ковалеву")
    )  # fmt: skip
    by_day = archive.claim("s1", "correspondence", object_text="a letter to Boris Kovalev", edtf="1941-07-07")
    archive.claim("s1", "correspondence", object_text="a letter to John Hale", edtf="1941-09-09")
    ((claim_id, number, evidence),) = rows(
        archive.resolve(), "select claim_id, reference_number, evidence from claim_support"
    )
    assert (claim_id, number) == (by_day, 3)
    assert "the day 1941-07-07" in evidence and "names" in evidence


def test_words_of_one_meaning_are_compared_across_languages_and_told_with_both_forms():
    archive = one_page()
    archive.citations.append(
        row("citations", citation_id="s1.r4", source_id="s1", reference_number=4, title="Наркомат рыбы",
            snippet="Была вторым секретарём райкома партии, член ВКП(б) с 1921 г.")
    )  # fmt: skip
    office = archive.claim("s1", "tenure", object_text="Second Secretary of the District Party Committee")
    joined = archive.claim("s1", "membership", object_text="Communist Party", edtf="1921")
    archive.claim("s1", "tenure", object_text="chair of the County Council")
    archive.claim("s1", "membership", object_text="Communist Party", edtf="1934")
    found = dict(rows(archive.resolve(), "select claim_id, evidence from claim_support"))
    assert set(found) == {office, joined}
    assert "Second (вторым)" in found[office] and "District (райкома)" in found[office]
    assert "the year 1921" in found[joined] and "Communist (ВКП)" in found[joined]


def test_a_reference_that_does_not_name_whom_it_is_told_of_backs_nothing():
    archive = one_page()
    archive.citations.append(
        row("citations", citation_id="s1.r4", source_id="s1", reference_number=4, title="Byron, Ada",
            snippet="She died on 27 November 1852.")
    )  # fmt: skip
    archive.claim("s1", "sentence", who="Boris Kovalev", object_text="exile", edtf="1852-11-27")
    assert rows(archive.resolve(), "select * from claim_support") == []


def test_what_the_page_marks_is_not_searched_for():
    archive = one_page()
    archive.citations += [
        row("citations", citation_id=f"s1.r{number}", source_id="s1", reference_number=number, title="A Life",
            snippet="Elected to the Lisbon Botanical Society in 1840")
        for number in (3, 4)
    ]  # fmt: skip
    marked = archive.claim("s1", "membership", object_text="Lisbon Botanical Society", edtf="1840")
    archive.claims[-1] = replace(archive.claims[-1], reference_number=4)
    assert rows(archive.resolve(), "select claim_id, reference_number, method from claim_support") == [
        (marked, 4, "inline_marker")
    ]


def test_a_reference_that_says_otherwise_backs_nothing():
    archive = one_page()
    archive.reference("s1", 7, "A Life of Ada")
    archive.claim("s1", "birth", edtf="1815-12-10")
    archive.claim("s1", "birth", edtf="1815-12-22", ref=7)
    assert rows(archive.resolve(), "select method from claim_support") == [("stated_in",)]
