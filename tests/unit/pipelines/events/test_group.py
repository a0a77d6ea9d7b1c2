"""Which claims are about one event, how they stand to each other, and who witnesses them."""

from dataclasses import replace

import pytest
from unit.pipelines.composed import Archive, row, rows


def one_page():
    archive = Archive()
    archive.page("s1", "Ada Byron")
    return archive


def test_appointment_tenure_and_departure_are_one_tenure():
    archive = one_page()
    archive.claim("s1", "appointment", object_text="Governor", edtf="1901-03-01")
    archive.claim("s1", "tenure", object_text="Governor", edtf="1901/1905")
    archive.claim("s1", "departure", object_text="Governor", edtf="1905-06-30")
    con = archive.resolve()
    assert rows(con, "select event_type, claim_count from events") == [("tenure", 3)]
    assert rows(con, "select part from event_claims order by claim_id") == [("start",), ("whole",), ("end",)]
    assert rows(con, "select count(*) from contradictions") == [(0,)]


@pytest.mark.parametrize(
    ("office", "start", "end", "words"),
    [
        ("Governor of Kiel", "1846-03-18", "../1849-01-28", "served in this capacity until 1849-01-28"),
        ("abbot of Cluny", "1109", "../1122", "abbot of Cluny until 1122"),
        ("dean of the faculty", "1931-10", "../1938-09", "he was its dean up to 1938-09"),
        ("editor of Die Post", "1870", "../1881", "edited it till 1881"),
    ],
)
def test_a_start_and_the_end_told_next_are_one_tenure(office, start, end, words):
    archive = one_page()
    archive.claim("s1", "appointment", object_text=office, edtf=start)
    archive.claim("s1", "tenure", object_text=office, edtf=end, words=end[3:])
    archive.claims[-1] = replace(archive.claims[-1], quote=words, date_qualifier="before")
    assert rows(archive.resolve(), "select claim_count from events") == [(2,)]


def test_two_starts_and_ends_of_one_office_are_two_tenures():
    archive = one_page()
    for event_type, edtf in (
        ("appointment", "1901"),
        ("departure", "1903"),
        ("appointment", "1910"),
        ("departure", "1912"),
    ):
        archive.claim("s1", event_type, object_text="Premier", edtf=edtf)
    con = archive.resolve()
    assert rows(con, "select claim_count from events") == [(2,), (2,)]
    assert rows(con, "select count(*) from contradictions") == [(0,)]


def test_two_stints_of_one_office_are_two_tenures():
    archive = one_page()
    archive.claim("s1", "tenure", object_text="Premier", edtf="1901/1903")
    archive.claim("s1", "tenure", object_text="Premier", edtf="1910/1912")
    assert rows(archive.resolve(), "select count(*) from events") == [(2,)]


def test_a_finer_date_refines_and_another_differs():
    archive = one_page()
    archive.page("s2", "Ada Byron")
    archive.page("s3", "Ada Byron")
    archive.claim("s1", "birth", edtf="1815")
    archive.claim("s2", "birth", edtf="1815-12-10")
    archive.claim("s3", "birth", edtf="1816-01-05")
    con = archive.resolve()
    assert rows(con, "select count(*) from events") == [(1,)]
    found = dict(rows(con, "select c.date_edtf, e.agreement from event_claims e join claims c using (claim_id)"))
    assert found["1816-01-05"] == "differs" or found["1815-12-10"] == "differs"
    assert rows(con, "select status from events") == [("disputed",)]


def test_a_year_beside_its_day_agrees():
    archive = one_page()
    archive.page("s2", "Ada Byron")
    archive.claim("s1", "birth", edtf="1815")
    archive.claim("s2", "birth", edtf="1815-12-10")
    con = archive.resolve()
    assert rows(con, "select status, witness_count from events") == [("corroborated", 2)]
    assert rows(con, "select count(*) from contradictions") == [(0,)]


def test_two_arrests_years_apart_are_two_and_two_tellings_days_apart_are_one():
    archive = one_page()
    archive.page("s2", "Ada Byron")
    archive.claim("s1", "arrest", edtf="1937-06")
    archive.claim("s1", "arrest", edtf="1949-08-13")
    archive.claim("s2", "arrest", edtf="1949-08-15")
    con = archive.resolve()
    assert rows(con, "select claim_count from events order by 1") == [(1,), (2,)]
    assert rows(con, "select explanation, status from contradictions") == [("different_stage", "suggested")]


def test_a_wide_date_between_two_arrests_joins_neither():
    archive = one_page()
    archive.claim("s1", "arrest", edtf="1937-06-01")
    archive.claim("s1", "arrest", edtf="1939-01-04")
    archive.claim("s1", "arrest", edtf="193X")
    assert rows(archive.resolve(), "select claim_count from events") == [(1,), (1,), (1,)]


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


def test_what_no_machine_wrote_is_preferred_and_the_reason_says_so():
    archive = Archive()
    archive.page("s1", "Ada Byron", authorship="machine")
    archive.page("s2", "Ada Byron", authorship="human")
    archive.claim("s1", "birth", edtf="1815-12-11")
    human = archive.claim("s2", "birth", edtf="1815-12-10")
    con = archive.resolve()
    ((preferred, reason),) = rows(con, "select preferred_claim_id, preference_reason from events")
    assert preferred == human
    assert "machine" in reason
    assert "policy 2" in reason


@pytest.mark.parametrize("event_type, words", [("birth", {}), ("appointment", {"object_text": "mayor of Porto"})])
def test_of_a_year_and_a_day_in_it_the_day_is_preferred_though_more_give_the_year(event_type, words):
    archive = Archive()
    for page in ("s1", "s2", "s3"):
        archive.page(page, "Ada Byron")
        archive.claim(page, event_type, edtf="1921", **words)
    archive.page("s4", "Ada Byron")
    day = archive.claim("s4", event_type, edtf="1921-06-04", **words)
    ((preferred, reason),) = rows(archive.resolve(), "select preferred_claim_id, preference_reason from events")
    assert preferred == day
    assert "a wider one that holds it" in reason


def test_of_two_days_in_a_year_the_one_that_most_give_is_preferred_to_the_other_and_to_the_year():
    archive = Archive()
    for page, edtf in (
        ("s1", "1921"),
        ("s2", "1921"),
        ("s3", "1921-06-14"),
        ("s4", "1921-06-04"),
        ("s5", "1921-06-04"),
    ):
        archive.page(page, "Ada Byron")
        archive.claim(page, "birth", edtf=edtf)
    con = archive.resolve()
    assert rows(con, "select date_edtf from events") == [("1921-06-04",)]


def test_what_begins_on_a_day_and_lasts_is_as_precise_as_that_day():
    archive = Archive()
    archive.page("s1", "Ada Byron")
    archive.page("s2", "Ada Byron")
    archive.claim("s1", "appointment", object_text="mayor of Porto", edtf="1921/..")
    archive.claim("s2", "appointment", object_text="mayor of Porto", edtf="1921-06-04/..")
    assert rows(archive.resolve(), "select date_edtf from events") == [("1921-06-04/..",)]


def test_every_claim_belongs_to_exactly_one_event_and_ids_stay():
    archive = one_page()
    for number in range(40):
        archive.claim(
            "s1",
            ("award", "battle", "action", "residence")[number % 4],
            object_text=f"thing {number % 7}",
            edtf=str(1840 + number) if number % 3 else None,
            place_text="London" if number % 5 else None,
        )
    con = archive.resolve()
    assert rows(con, "select count(*), count(distinct claim_id) from event_claims") == [(40, 40)]
    before = rows(con, "select event_id from events order by 1")
    archive.page("s0", "Somebody Else")
    archive.claim("s0", "birth", edtf="1900")
    after = rows(archive.resolve(), "select event_id from events order by 1")
    assert set(before) < set(after)


def test_what_each_page_tells_once_is_one_happening_and_what_one_page_tells_twice_is_two():
    archive = one_page()
    archive.page("s2", "Ada Byron")
    archive.claim("s1", "award", object_text="Order of Merit", edtf="1840")
    archive.claim("s2", "award", object_text="Order of Merit", edtf="1841")
    assert rows(archive.resolve(), "select claim_count, status from events") == [(2, "disputed")]
    archive.claim("s1", "award", object_text="Order of Merit", edtf="1841")
    assert rows(archive.resolve(), "select claim_count from events order by 1") == [(1,), (2,)]


def test_an_arrest_told_as_another_is_another():
    archive = one_page()
    archive.claim("s1", "arrest", edtf="1840-03-01")
    archive.claim("s1", "arrest", edtf="1840-03-20")
    archive.claims[-1] = replace(archive.claims[-1], quote="she was arrested again on 20 March 1840")
    assert rows(archive.resolve(), "select claim_count from events") == [(1,), (1,)]


def test_terms_that_meet_in_a_year_are_two():
    archive = one_page()
    archive.claim("s1", "tenure", object_text="Premier", edtf="1901/1903")
    archive.claim("s1", "tenure", object_text="Premier", edtf="1903/1906")
    con = archive.resolve()
    assert rows(con, "select count(*) from events") == [(2,)]
    assert rows(con, "select count(*) from contradictions") == [(0,)]


def test_an_office_in_fewer_words_is_the_one_it_can_mean():
    archive = one_page()
    archive.claim("s1", "tenure", object_text="Second Secretary of the Bath Committee", edtf="1841/1845")
    archive.claim("s1", "tenure", object_text="Second Secretary", edtf="1842/1844")
    assert rows(archive.resolve(), "select claim_count from events") == [(2,)]
    archive.claim("s1", "tenure", object_text="Second Secretary of the Wells Committee", edtf="1841/1846")
    assert rows(archive.resolve(), "select claim_count from events") == [(1,), (1,), (1,)]


@pytest.mark.parametrize(
    ("bare", "term", "office", "start"),
    [
        ("teacher", "1860/1868", "teacher at the Latin school in Lund", "1868"),
        ("curate", "1711/1714", "curate of the parish of Saint Giles", "1714"),
        ("engineer", "1901/1910", "engineer of the port of Riga", "1910"),
        ("inspector", "1950/1953", "inspector of the state railways", "1953"),
    ],
)
def test_a_bare_name_and_the_office_one_is_appointed_to_then_are_two(bare, term, office, start):
    archive = one_page()
    archive.claim("s1", "tenure", object_text=bare, edtf=term)
    archive.claim("s1", "appointment", object_text=office, edtf=start)
    assert rows(archive.resolve(), "select count(*) from events where event_type = 'tenure'") == [(2,)]


@pytest.mark.parametrize(
    ("office", "term", "other", "told"),
    [
        ("director of the mint of Tula", "1832/1837", "директор монетного двора в Туле", "1832/1834"),
        ("rector of the university of Kazan", "1803/1810", "ректор Казанского университета", "1803/1807"),
        ("inspector of the schools of Minsk", "1920/1928", "инспектор минских школ", "1921/1926"),
        ("professor at the academy of Kiev", "1790/1799", "профессор академии в Киеве", "1790/1795"),
    ],
)
def test_an_undated_office_hides_none_told_in_another_script(office, term, other, told):
    archive = one_page()
    archive.claim("s1", "tenure", object_text=office, edtf=term)
    archive.claim("s1", "tenure", object_text=office.split()[0] + " of another house")
    archive.claim("s1", "tenure", object_text=other, edtf=told)
    assert rows(archive.resolve(), "select claim_count from events where event_type = 'tenure' order by 1") == [
        (1,),
        (2,),
    ]


def test_the_same_rank_in_another_script_and_without_words_is_one_promotion():
    archive = one_page()
    archive.claim("s1", "promotion", object_text="Lieutenant General", edtf="1943")
    archive.claim("s1", "promotion", object_text="lieutenant-general", edtf="1943")
    archive.claim("s1", "promotion", object_text="генерал-лейтенант", edtf="1943")
    archive.claim("s1", "promotion", edtf="1943")
    assert rows(archive.resolve(), "select claim_count from events") == [(4,)]


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


BOUNDS = """select date_earliest <= coalesce(date_start_latest, date_earliest)
    and coalesce(date_end_earliest, date_latest) <= date_latest
    and date_start_latest <= coalesce(date_latest, date_start_latest)
    and coalesce(date_end_earliest, date_earliest) >= date_earliest
    from events where date_earliest is not null"""


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        (("1939", "1939-08-20", "1944", "1944-02-10"), ("1942", "1942-10-15")),
        (("1876-09-08", "1876-09-08"), ("1875-12-18", "1878-05-31")),
        (("1870", "1873-01-24"), ("1872-03-14",)),
        (("1908",), ("1908-12-03",)),
        (("1908",), ("1908-06",)),
    ],
)
def test_a_tenure_never_ends_before_it_begins(starts, ends):
    archive = one_page()
    for place in range(max(len(starts), len(ends))):
        source = f"t{place}"
        archive.page(source, "Ada Byron")
        for event_type, told in (("appointment", starts), ("departure", ends)):
            for edtf in told[place : place + 1]:
                archive.claim(source, event_type, object_text="President of the Bank", edtf=edtf)
    con = archive.resolve()
    assert rows(con, "select count(*) > 0 from events where event_type = 'tenure'") == [(True,)]
    assert all(holds is not False for (holds,) in rows(con, BOUNDS)), rows(con, "from events")
