"""Which claims are about one event, how they stand to each other, and who witnesses them."""

from unit.pipelines.composed import Archive, rows


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
    assert "policy 1" in reason


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
