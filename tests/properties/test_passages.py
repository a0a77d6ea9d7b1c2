"""Laws of passages, gaps and citations on any text, in any layout."""

from hypothesis import given
from hypothesis import strategies as st

from pipelines.citations import find_snippets, read_citations
from pipelines.passages import find_gaps, place_gaps, split_passages
from pipelines.sources.document import Document
from pipelines.sources.layouts import all_layouts
from warehouse.contract.vocabulary import GAP_KINDS, PASSAGE_KINDS

ENDS = st.sampled_from(["\n", "\n", "\n\n", "\r\n", "\r", "\u2028", "\x0b", "\n \n\t\n"])
PIECES = st.sampled_from([
    "= Title =", "== Section ==", "=== Sub ===", "==", "= =", "- Key: value", "- Office2: x", "- Office4: y: z", "* i",
    "1. item", "Fact-checked by Grok 2 weeks ago", "Ada Lovelace", "Early Life", "References", "Notes", "See also",
    "  1. [1]", "  3. [3]", "[2]", "[2] Title - Site", "    Missing: x | Show results with:x", "words.12Close and<|x|>",
    "Sep 23, 2016 · She was born ...", "<|control11|>", "She was a member of the , and was sent to in 1904.",
    "From 1924 to 1932, held posts at the —a", "( – 1950) was ", "As she wrote:", "Она родилась в , а умерла ().",
    "Ada was a mathematician of the 19th century, who lived in London.", "\ufeff", "\x00", "…", "[1][2]", "—", "  ",
    "{{Infobox person", "| birth_date = {{birth date|1905|2|7}}", "|awards={{ubl|[[A]]|b}}", "}}", "{{", "[[", "]]",
    "'''Ada''' ({{circa|1815}})<ref name=a>{{cite web|title=T|quote=She died.}}</ref>", "<ref name=a/>", "</ref>",
    "<!--", "-->", "<nowiki>", "{{sfn|Lovelace|1843}}", "[[File:a.jpg|x [[y]]]]", "* [[a (b)|c]]&nbsp;d",
    "{|", "|}", "<ref>", "[http://a b]", "She was born in 1815.<ref>{{cite book|title=T}}</ref>",
])  # fmt: skip
TEXTS = st.lists(st.tuples(st.one_of(PIECES, st.text(max_size=30)), ENDS), max_size=25).map(
    lambda lines: "".join(words + end for words, end in lines)
)


def documents_of(text):
    for layout in all_layouts():
        yield Document("s", "p", None, 1, "0" * 64, text, "utf-8", layout.NAME, None, layout.split(text))


@given(TEXTS)
def test_blocks_and_passages_tile_the_text(text):
    for document in documents_of(text):
        passages = split_passages(document)
        assert "".join(passage.text for passage in passages) == text
        assert [passage.ordinal for passage in passages] == list(range(len(passages)))
        assert all(passage.passage_start < passage.passage_end for passage in passages)
        assert all(text[passage.passage_start : passage.passage_end] == passage.text for passage in passages)
        assert {passage.kind for passage in passages} <= set(PASSAGE_KINDS)
        assert all((passage.kind == "blank") == (not passage.text.strip()) for passage in passages)


@given(TEXTS)
def test_what_a_page_shows_is_tiled_and_every_stretch_of_it_stands_in_the_archived_text(text):
    for document in documents_of(text):
        shown = document.as_shown()
        passages = split_passages(shown)
        assert "".join(passage.text for passage in passages) == shown.text
        if document.page.shown is None:
            assert shown is document
            continue
        for start in range(len(shown.text)):
            for end in (start + 1, min(start + 7, len(shown.text)), len(shown.text)):
                first, last = document.page.shown.archived_span(start, end)
                assert 0 <= first <= last <= len(text)
        for run in document.page.shown.runs:
            if run.is_copy:
                assert shown.text[run.shown : run.shown + run.end - run.start] == text[run.start : run.end]
        archived = {passage.passage_id: passage for passage in split_passages(document)}
        for gap in place_gaps(document, tuple(archived.values()), find_gaps(shown, passages)):
            passage = archived[gap.passage_id]
            assert passage.passage_start <= gap.gap_start <= gap.gap_end <= passage.passage_end


@given(TEXTS)
def test_gaps_stand_in_their_passages_in_order_and_once(text):
    for document in documents_of(text):
        passages = split_passages(document)
        by_id = {passage.passage_id: passage for passage in passages}
        gaps = find_gaps(document, passages)
        assert [gap.gap_start for gap in gaps] == sorted(gap.gap_start for gap in gaps)
        assert len({gap.gap_id for gap in gaps}) == len(gaps)
        for gap in gaps:
            passage = by_id[gap.passage_id]
            assert passage.passage_start <= gap.gap_start <= gap.gap_end <= passage.passage_end
            assert gap.kind in GAP_KINDS
            assert gap.evidence.strip()


@given(TEXTS)
def test_citations_have_their_number_once_and_no_debris(text):
    for document in documents_of(text):
        citations = read_citations(document)
        assert len({citation.citation_id for citation in citations}) == len(citations)
        debris = [block for block in document.page.blocks if block.kind == "debris"]
        for citation, snippet in zip(citations, find_snippets(document), strict=True):
            assert citation.is_empty == (citation.title is None and citation.snippet is None)
            for start, end in filter(None, (snippet.title, *snippet.words)):
                assert citation.citation_start <= start < end <= citation.citation_end
                assert text[start:end] == text[start:end].strip() != ""
                assert not any(block.start < end and start < block.end for block in debris)


@given(TEXTS)
def test_a_layout_is_sure_between_not_and_quite_and_always_the_same(text):
    for layout in all_layouts():
        sureness = layout.recognise(text)
        assert 0.0 <= sureness <= 1.0
        assert layout.recognise(text) == sureness
