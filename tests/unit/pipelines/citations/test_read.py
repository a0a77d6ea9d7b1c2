import pytest

from pipelines.citations import find_snippets, read_citations
from pipelines.sources.document import Received
from pipelines.sources.open import open_source

HEAD = "Ada Lovelace\n\nAda Lovelace was an English mathematician.\n\nReferences\n\n"


def document_of(entries):
    return open_source(Received("s1", "p.txt", None, 1, "0" * 64, (HEAD + entries).encode()))


def citation_of(*lines):
    entry = "".join(f"    {line}\n" for line in lines)
    return read_citations(document_of(f"  1. [1]\n{entry}"))[0]


def test_a_reference_with_everything():
    citation = citation_of(
        "[PDF] Ada Lovelace: a life - Wilson Center", "Sep 23, 2016 · She was born in London ...Missing: poet"
    )
    assert citation.citation_id == "s1.r1"
    assert citation.title == "Ada Lovelace: a life - Wilson Center"
    assert citation.snippet == "She was born in London ..."
    assert (citation.site, citation.language, citation.published_edtf) == ("Wilson Center", "en", "2016-09-23")
    assert (citation.is_empty, citation.is_truncated) == (False, True)


def test_debris_of_a_russian_search():
    citation = citation_of(
        "Лавлейс | Энциклопедия", "12 мая 2011 г. · Дочь поэта ...Не найдено: годы | Запрос должен включать:годы"
    )
    assert (citation.snippet, citation.published_edtf, citation.is_truncated) == ("Дочь поэта ...", "2011-05-12", True)


def test_an_empty_reference_and_one_with_a_title_only():
    empty, titled = read_citations(document_of("  1. [1]\n  2. [2]\n    Лавлейс, Ада\n"))
    assert (empty.is_empty, empty.title, empty.snippet, empty.language) == (True, None, None, None)
    assert (titled.is_empty, titled.title, titled.snippet, titled.language) == (False, "Лавлейс, Ада", None, "ru")


def test_spans_give_the_words_without_debris():
    document = document_of("  7. [7]\n    Title<|separator|>\n    It ended.12Close And so on.<|control11|>\n")
    (snippet,) = find_snippets(document)
    assert document.text[slice(*snippet.title)] == "Title"
    assert [document.text[slice(*span)] for span in snippet.words] == ["It ended.", "And so on."]
    assert document.text[snippet.start : snippet.end] == document.text[len(HEAD) :]
    assert read_citations(document)[0].snippet == "It ended. And so on."


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("Leningrad Affair | Stalin's Purge & Soviet Repression - Britannica", "Britannica"),
        ("The cult of the individual - part 4 | | The Guardian", "The Guardian"),
        ("Alexey Kuznetsov | Military Wiki - Fandom", "Fandom"),
        ("1948 - The Leningrad Affair - GlobalSecurity.org", "GlobalSecurity.org"),
        ("Currents Today, 2021 www.ml-today.com", "ml-today.com"),
        ("Эвакуация из Ленинграда - Журнал ЗВЕЗДА", "Журнал ЗВЕЗДА"),
        ("1950), Soviet Union - Kuznetsov, Aleksei", None),
        ("The End of the Blockade – January 27, 1944", None),
        ("КУЗНЕЦОВ Алексей - Раздел: Биографии", None),
        ("The war and its end - what came of it in the long run of years", None),
        ("The cult of the individual - part 4", None),
        ("Affair and patronage politics, 1949-1950", None),
        ("Britannica", None),
        ("britannica.com", None),
    ],
)
def test_the_site_is_told_from_the_tail_of_a_title(title, site):
    assert citation_of(title).site == site


@pytest.mark.parametrize(
    ("line", "snippet", "published"),
    [
        ("Sep 23, 2016 · She was born.", "She was born.", "2016-09-23"),
        ("3 days ago · She was born.", "She was born.", None),
        ("Orden Znameni · Orden voiny.", "Orden Znameni · Orden voiny.", None),
        ("She was born · in London.", "She was born · in London.", None),
    ],
)
def test_a_leading_date_is_no_part_of_the_snippet(line, snippet, published):
    citation = citation_of("Ada", line)
    assert (citation.snippet, citation.published_edtf) == (snippet, published)


@pytest.mark.parametrize(
    ("lines", "is_truncated"),
    [
        (("A Life ...", "It is long."), True),
        (("A Life", "... it is long."), True),
        (("A Life of", "It is long."), True),
        (("A Life", "It is … long."), False),
        (("A Life",), False),
    ],
)
def test_what_breaks_off_is_told(lines, is_truncated):
    assert citation_of(*lines).is_truncated is is_truncated


def test_a_page_without_references_has_no_citations():
    assert read_citations(open_source(Received("s1", "p", None, 1, "0" * 64, b"= X =\n\nX was a man.[1]\n"))) == ()
