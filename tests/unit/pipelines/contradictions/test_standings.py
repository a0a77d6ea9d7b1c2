"""An office told as held when something else happened, beside the end of its term."""

from dataclasses import replace

import pytest
from unit.pipelines.composed import one_page, rows

SAID = "select kind, strength, evidence from contradictions where evidence like 'It is told as held%'"


def held(office, term, told_as, words, happened):
    """A page that tells of an office's term, and of the office beside something that happened."""
    archive = one_page()
    archive.page("s2", "Ada Byron")
    archive.claim("s1", "tenure", object_text=office, edtf=term)
    archive.claim("s2", "tenure", object_text=told_as)
    archive.claims[-1] = replace(archive.claims[-1], quote=words, quote_start=10, quote_end=60)
    archive.claim("s2", "marriage", object_text="Otto Lie", edtf=happened, words=happened)
    archive.claims[-1] = replace(archive.claims[-1], quote_start=70, quote_end=90)
    return archive


@pytest.mark.parametrize(
    ("office", "term", "told_as", "words", "happened", "days"),
    [
        ("mayor of Aarhus", "1911/1915", "mayor of Aarhus", "then mayor of Aarhus", "1921", "5 years and 1 day"),
        ("abbess of Niort", "1149/1155", "abbess of Niort", "still abbess of Niort", "1160", "4 years and 1 day"),
        (
            "director of the mint in Riga", "1782-05-01/1790-03-31", "director of the mint",
            "at that time director of the mint", "1790-05-30", "60 days",
        ),
        ("consul in Odessa", "1846/1849", "consul in Odessa", "then consul in Odessa", "1850-08-15", "227 days"),
    ],
)  # fmt: skip
def test_an_office_told_as_held_after_its_end(office, term, told_as, words, happened, days):
    ((kind, strength, evidence),) = rows(held(office, term, told_as, words, happened).resolve(), SAID)
    assert (kind, strength) == ("date", "tension")
    assert evidence == f"It is told as held on {happened}, {days} after its end."


@pytest.mark.parametrize(
    ("office", "term", "told_as", "words", "happened"),
    [
        ("mayor of Aarhus", "1911/1915", "mayor of Aarhus", "Byron, then mayor of Aarhus", "1913"),
        ("mayor of Aarhus", "1911/1915", "mayor of Ribe", "Byron, then mayor of Ribe", "1921"),
        ("mayor of Aarhus", "1911/1915", "mayor of Aarhus", "Byron, mayor of Aarhus", "1921"),
        ("secretary of the Guild", "1911/1915", "secretary", "Byron, then secretary", "1921"),
    ],
)
def test_an_office_that_may_have_been_held_then(office, term, told_as, words, happened):
    assert rows(held(office, term, told_as, words, happened).resolve(), SAID) == []


def test_an_office_taken_up_again_is_held():
    archive = held("mayor of Aarhus", "1911/1915", "mayor of Aarhus", "Byron, then mayor of Aarhus", "1921")
    archive.claim("s1", "appointment", object_text="mayor of Aarhus", edtf="1919")
    assert rows(archive.resolve(), SAID) == []
