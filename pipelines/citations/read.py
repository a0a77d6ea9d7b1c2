"""Reference passages become citations. A claims reader takes the spans from here, so that it never reads debris."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from pipelines.dates import read_dates
from pipelines.sources.document import Block, Document
from pipelines.sources.language import find_language
from warehouse.contract.tables import Citation

_NUMBER = re.compile(r"\s*(?:\d{1,4}[.)]\s*)?\[\d{1,4}\][^\S\n]*")
_MARKER = re.compile(r"[\[(]PDF[\])]\s*")
_PUBLISHED = re.compile(r"(?P<date>[^\n·]{4,24}?)\s+·\s+")
_SITE = re.compile(r"(?:\s-\s|\s\|\s)(?P<site>[^|]+)$")
_SITE_WORDS = 6
_TRUNCATED = re.compile(r"^(?:\.\.\.|…)|(?:\.\.\.|…)\s*$")


@dataclass(frozen=True, slots=True)
class Snippet:
    """Where the title and the snippet of one reference stand in the text; null where there is none.

    ``published`` is where the date stands that the search put before the snippet; it is no part of it.
    """

    number: int
    start: int
    end: int
    title: tuple[int, int] | None
    words: tuple[int, int] | None
    published: tuple[int, int] | None


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return (start, end) if start < end else None


def _read_entry(text: str, number: int, blocks: Sequence[Block]) -> Snippet:
    first = blocks[0]
    found = _NUMBER.match(text, first.start, first.end)
    start = found.end() if found else first.start
    lead = _trim(text, start, first.end)
    end = blocks[-1].end
    if lead is None:
        return Snippet(number, first.start, end, None, None, None)
    marker = _MARKER.match(text, lead[0], lead[1])
    at = marker.end() if marker else lead[0]
    line_end = text.find("\n", at, lead[1])
    title = _trim(text, at, lead[1] if line_end < 0 else line_end)
    words = None if line_end < 0 else _trim(text, line_end, lead[1])
    published = None
    dated = _PUBLISHED.match(text, *words) if words else None
    if words and dated and read_dates(dated["date"]):
        published = dated.span("date")
        words = _trim(text, dated.end(), words[1])
    return Snippet(number, first.start, end, title, words, published)


def find_snippets(document: Document) -> tuple[Snippet, ...]:
    """The title and snippet of every numbered reference, as spans of the text, in the order of the page."""
    entries = [block for block in document.page.blocks if block.number is not None]
    made = []
    for number, group in groupby(entries, key=lambda block: block.number):
        blocks = [block for block in group if block.kind == "reference"]
        if blocks and number is not None:
            made.append(_read_entry(document.text, number, blocks))
    return tuple(made)


def _find_site(title: str) -> str | None:
    found = _SITE.search(title)
    if not found:
        return None
    site = found["site"].strip(" |")
    parts = re.split(r"\s-\s", site)
    site = parts[-1].strip()
    if not site or len(site.split()) > _SITE_WORDS or re.search(r"[,:;]|\d{4}|\.\.\.|…$", site):
        return None
    return site


def read_citations(document: Document) -> tuple[Citation, ...]:
    """Every numbered reference of a document; an empty one has its number and nothing else."""
    return tuple(_to_citation(document, entry) for entry in find_snippets(document))


def _to_citation(document: Document, entry: Snippet) -> Citation:
    text = document.text

    def words(span: tuple[int, int] | None) -> str | None:
        return text[span[0] : span[1]] if span else None

    title, snippet, published = words(entry.title), words(entry.words), words(entry.published)
    dates = read_dates(published) if published else []
    return Citation(
        citation_id=f"{document.source_id}.r{entry.number}",
        source_id=document.source_id,
        reference_number=entry.number,
        title=title,
        snippet=snippet,
        site=_find_site(title) if title else None,
        language=find_language(f"{title or ''} {snippet or ''}"),
        published_edtf=dates[0].edtf if dates else None,
        is_empty=title is None and snippet is None,
        is_truncated=any(_TRUNCATED.search(part) is not None for part in (title, snippet) if part),
        citation_start=entry.start,
        citation_end=entry.end,
    )
