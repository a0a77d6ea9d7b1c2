"""Which claim of an event is shown, and why."""

import pytest
from unit.pipelines.composed import Archive, one_page, rows


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
    archive = one_page()
    archive.page("s2", "Ada Byron")
    archive.claim("s1", "appointment", object_text="mayor of Porto", edtf="1921/..")
    archive.claim("s2", "appointment", object_text="mayor of Porto", edtf="1921-06-04/..")
    assert rows(archive.resolve(), "select date_edtf from events") == [("1921-06-04/..",)]
