"""One source from bytes to claims: the whole reading as one pure function, for assets, workers and commands."""

from collections.abc import Iterator, Sequence

from pipelines.citations import find_snippets, read_citations
from pipelines.claims.assemble import assemble
from pipelines.claims.award_list import read_award_lists
from pipelines.claims.fields import read_fields
from pipelines.claims.life_dates import find_lead_name, read_lead
from pipelines.claims.name_line import read_name_line
from pipelines.claims.page import Page
from pipelines.claims.prose.paragraphs import cut_page, cut_snippet
from pipelines.claims.prose.read import read_prose
from pipelines.claims.reading import Reading
from pipelines.claims.statement import Span, Statement
from pipelines.claims.tellers import read_tellers
from pipelines.passages import find_gaps, place_gaps, split_passages
from pipelines.sources.document import Document, Received
from pipelines.sources.open import open_source
from warehouse.contract.streams import SourceReading
from warehouse.contract.tables import Passage
from warehouse.errors import UnreadableSource


def read_source(received: Received, fingerprint: str) -> Reading:
    """Everything one source states, with its passages, gaps and citations.

    Never raises because of what a source holds: one that cannot be read comes back with status ``quarantined``, the
    problem in plain words and no rows. A source that was read keeps in ``problem`` what a reader met and does not
    know (an infobox field nobody reads), so that nothing in scope is silently dropped.
    """
    try:
        document = open_source(received)
    except UnreadableSource as error:
        return Reading(_facts(received, fingerprint, None, "quarantined", str(error)))
    try:
        passages = split_passages(document)
        shown = document.as_shown()
        shown_passages = passages if shown is document else split_passages(shown)
        gaps = place_gaps(document, passages, find_gaps(shown, shown_passages))
        citations = read_citations(document)
        statements, signals = read_statements(shown, shown_passages)
        claims, parts = assemble(document, passages, statements)
    except Exception as error:  # a fault of a reader must cost one source, not the run; it is shown, not hidden
        problem = f"{received.path}: a reader failed on it ({type(error).__name__}: {error}): report this text."
        return Reading(_facts(received, fingerprint, document, "quarantined", problem))
    unread = "; ".join(signals) if signals else None
    return Reading(
        _facts(received, fingerprint, document, "normalized", unread), passages, gaps, citations, claims, parts
    )


def read_statements(document: Document, passages: Sequence[Passage]) -> tuple[list[Statement], list[str]]:
    """The statements of every reader, and one signal for each value in scope that no reader knows.

    ``document`` is the one its page shows: readers see words, no marks.
    """
    page = Page(document, passages, document.page.title or document.path, _named_at(document, passages))
    lead = find_lead_name(page)
    statements, signals = read_fields(page)
    statements += read_name_line(page)
    statements += read_lead(page, lead)
    statements += read_award_lists(page)
    paragraphs = cut_page(page)
    snippets = find_snippets(document)
    statements += read_tellers(page, snippets)
    for snippet in snippets:
        paragraphs += [cut_snippet(page, Span(start, end), snippet.number) for start, end in snippet.words]
    statements += read_prose(page, paragraphs, lead, statements)
    return statements, signals


def _named_at(document: Document, passages: Sequence[Passage]) -> Span | None:
    """Where the page's title stands first: on the name line where there is one, else in the title."""
    title = document.page.title
    if not title:
        return None
    by_kind: dict[str, Iterator[Passage]] = {
        kind: (passage for passage in passages if passage.kind == kind) for kind in ("name_line", "title")
    }
    for found in by_kind.values():
        for passage in found:
            at = document.text.find(title, passage.passage_start, passage.passage_end)
            if at != -1:
                return Span(at, at + len(title))
    return None


def _facts(
    received: Received, fingerprint: str, document: Document | None, status: str, problem: str | None
) -> SourceReading:
    page = document.page if document is not None else None
    return SourceReading(
        source_id=received.source_id,
        version=received.version,
        sha256=received.sha256,
        fingerprint=fingerprint,
        status=status,
        problem=problem,
        layout=document.layout if document is not None else None,
        encoding=document.encoding if document is not None else None,
        language=document.language if document is not None else None,
        title=page.title if page is not None else None,
        notice=page.notice if page is not None else None,
        authorship=page.authorship if page is not None else "unstated",
    )
