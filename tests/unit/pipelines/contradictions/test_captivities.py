"""A captivity told by its length, beside the arrest it began with and the release it ended with."""

from dataclasses import replace

import pytest
from unit.pipelines.composed import one_page, rows

SAID = "select kind, strength, evidence from contradictions where kind = 'duration'"


def held(arrest, length, words, release, *, again=None):
    """A page that tells of an arrest, a captivity by its length, and a release."""
    archive = one_page()
    archive.claim("s1", "arrest", edtf=arrest)
    archive.claim("s1", "imprisonment", object_text="the fortress", duration=length)
    archive.claims[-1] = replace(archive.claims[-1], quote=words)
    if again is not None:
        archive.claim("s1", "arrest", edtf=again)
    archive.claim("s1", "release", edtf=release)
    return archive


@pytest.mark.parametrize(
    ("arrest", "length", "words", "release", "told"),
    [
        ("1794-03", "P6Y", "spent six years in the fortress", "1797-03", "at most 3 years and 30 days"),
        ("1568-02-10", "P20Y", "was held for over twenty years", "1581", "at most 13 years and 324 days"),
        ("1849-12-23", "P1Y", "was a prisoner for one year", "1854-02-15", "at least 4 years and 54 days"),
        ("1936", "P2Y", "was two years in the camp", "1946", "at least 9 years"),
        ("1916-05-01", "P18M", "spent eighteen months in gaol", "1916-12-22", "at most 235 days"),
    ],
)
def test_a_length_the_dates_do_not_leave_room_for(arrest, length, words, release, told):
    ((kind, strength, evidence),) = rows(held(arrest, length, words, release).resolve(), SAID)
    assert (kind, strength) == ("duration", "impossible")
    assert told in evidence


@pytest.mark.parametrize(
    ("arrest", "length", "words", "release"),
    [
        ("1794-03", "P3Y", "spent three years in the fortress", "1797-03"),
        ("1568", "P20Y", "was held for nearly twenty years", "1588"),
        ("1849-12-23", "P4Y", "was a prisoner for over four years", "1854-02-15"),
        ("1936", "P10Y", "was ten years in the camp", "1946"),
    ],
)
def test_a_length_the_dates_leave_room_for(arrest, length, words, release):
    assert rows(held(arrest, length, words, release).resolve(), SAID) == []


def test_who_was_arrested_again_meanwhile_was_free():
    archive = held("1905", "P1Y", "was a prisoner for one year", "1917", again="1912")
    assert rows(archive.resolve(), SAID) == []


def test_a_release_to_bear_witness_was_before_the_death_of_whom_it_was_against():
    archive = one_page()
    archive.page("s2", "Otto Lie")
    archive.claim("s1", "arrest", edtf="1780-06-01")
    archive.claim("s1", "imprisonment", object_text="the fortress", duration="P9Y")
    archive.claim("s1", "release")
    archive.claim("s1", "testimony", object_text="Otto Lie", modality="planned")
    archive.claim("s1", "association", object_text="Otto Lie")
    archive.claim("s2", "death", edtf="1785-03-04")
    ((_, _, evidence),) = rows(archive.resolve(), SAID)
    assert evidence == (
        "From the arrest (1780-06-01) to the release, which was before the death of Otto Lie (1785-03-04), there are "
        "at most 4 years and 276 days; the words say 9 years."
    )
