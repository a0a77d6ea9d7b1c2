"""Who is called a historian in the title of a reference is a person of his own."""

from pipelines.claims.read_source import read_source
from pipelines.sources.document import Received
from tests.readings.contradictions.cases import Page
from tests.readings.contradictions.found import read_page
from tests.unit.pipelines.composed import Archive, rows

PAGE = """Fact-checked by Grok 2 weeks ago

Pyotr Drozdov

Pyotr Ivanovich Drozdov (3 May 1889 – 19 November 1961) was a Soviet admiral.

Early Life

Drozdov was born in Tver. He commanded the Ladoga Flotilla from 1941 to 1943.

References

  1. [1]
    As a historian, Pyotr Drozdov rewrote the story of the fleet
    Jun 4, 2014 · The lecture was held in Tver ...
  2. [2]
    Дроздов: прорыв историка Лебедянского - Журнал
    Mar 21, 2024 · Адмирал Дроздов родился в Твери ...
  3. [3]
    The admiral's house, by the journalist Anna von Hale
    Mar 21, 2024 · Drozdov commanded the flotilla ...
  4. [4]
    What the historian found
    Mar 21, 2024 · Nothing was left ...
"""


def _read():
    reading = read_source(Received("s1", "s1.txt", None, 1, "0" * 64, PAGE.encode()), "f")
    return [one for one in reading.claims if one.extractor == "references.teller"]


def test_the_words_of_a_title_name_a_historian_a_journalist_and_nobody():
    assert [(one.subject_text, one.object_text, one.reference_number) for one in _read()] == [
        ("historian Pyotr Drozdov", "historian", 1),
        ("Лебедянского", "историка", 2),
        ("Anna von Hale", "journalist", 3),
    ]
    for claim in _read():
        assert PAGE[claim.quote_start : claim.quote_end] == claim.quote


def test_the_historian_who_bears_the_subjects_name_is_another():
    archive = Archive()
    read_page(archive, Page("life.txt", PAGE))
    con = archive.resolve()
    found = dict(
        rows(con, "select extractor, subject_id from claims_resolved where event_type in ('birth', 'attribute') "
             "and coalesce(reference_number, 1) = 1")
    )  # fmt: skip
    ((subject,),) = rows(con, "select subject_id from sources_resolved")
    assert found["references.teller"] != subject
    assert subject in found.values()
    assert rows(con, "select kind from entities where label = 'Anna von Hale'") == [("person",)]
