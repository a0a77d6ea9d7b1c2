"""Which claims are about one event, and how they stand to each other."""

from dataclasses import replace

import pytest
from unit.pipelines.composed import one_page, rows


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


def test_two_starts_of_one_term_told_by_two_pages_are_one_tenure_and_differ():
    archive = one_page()
    archive.page("s2", "Ada Byron")
    archive.claim("s1", "appointment", object_text="Governor of Moravia", edtf="1922-12-01")
    archive.claim("s1", "tenure", object_text="Governor of Moravia", edtf="../1929-10", words="1929-10")
    archive.claims[-1] = replace(archive.claims[-1], quote="held it until 1929-10", date_qualifier="before")
    archive.claim("s2", "appointment", object_text="Governor of Moravia", edtf="1923-01")
    archive.claim("s2", "tenure", object_text="Governor of Moravia", edtf="1923/1929")
    con = archive.resolve()
    assert rows(con, "select claim_count from events") == [(4,)]
    assert rows(con, "select kind, evidence from contradictions") == [
        ("date", "The dates of its start lie 31 days apart.")
    ]


def test_two_ends_of_one_term_told_by_two_pages_are_one_tenure():
    archive = one_page()
    archive.page("s2", "Ada Byron")
    archive.claim("s1", "tenure", object_text="Premier", edtf="1929-10-03/1932-04-09")
    archive.claim("s2", "departure", object_text="Premier", edtf="1932-12-01")
    assert rows(archive.resolve(), "select claim_count from events") == [(2,)]


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        # one page tells both starts
        (("s1", "appointment", "1922-12-01"), ("s1", "appointment", "1923-06-01"), ("s2", "departure", "1929")),
        # the office was left between
        (("s1", "departure", "1922-12-01"), ("s2", "tenure", "1923-02/1923-04"), ("s1", "appointment", "1923-06-01")),
        # years apart
        (("s1", "appointment", "1922-12-01"), ("s2", "appointment", "1925-06-01"), ("s2", "departure", "1929")),
    ],
)  # fmt: skip
def test_two_terms_of_one_office_stay_two_whoever_tells_of_them(first, second, third):
    archive = one_page()
    archive.page("s2", "Ada Byron")
    for source, event_type, edtf in (first, second, third):
        archive.claim(source, event_type, object_text="Premier", edtf=edtf)
    con = archive.resolve()
    assert len(rows(con, "select event_id from events")) > 1
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
