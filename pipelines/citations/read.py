"""Reference passages become citations. A claims reader takes the spans from here, so that it never reads debris."""

import re
from collections.abc import Sequence
from itertools import groupby

from pipelines.dates import read_dates
from pipelines.lexicon import load_lexicon
from pipelines.sources.document import Block, Document, Snippet
from pipelines.sources.language import find_language_within
from warehouse.contract.tables import Citation

_LEXICON = load_lexicon("citations")
_NUMBER = re.compile(r"\s*(?:\d{1,4}[.)]\s*)?\[\d{1,4}\][^\S\n\r]*|\s*\d{1,4}\.[^\S\n\r]+")
_FORMAT = re.compile(rf"[\[(](?:{'|'.join(_LEXICON['formats'])})[\])]\s*", re.IGNORECASE)
_LINE = re.compile(r"[^\S\n\r]*(\S[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*)")
_PUBLISHED = re.compile(r"(?P<date>[^\n·]{4,24}?)\s+·\s+")
_AGO = re.compile(_LEXICON["ago"])
_TAIL = re.compile(r"\s[-–—|]\s+(?=\S[^|]*$)")
_DASH = re.compile(r"\s[-–—]\s")
_DOMAIN = re.compile(r"(?:^|\s)(?:www\.)?((?:[\w-]+\.)+[a-z]{2,10})$")
_NO_SITE = re.compile(_LEXICON["no_site"], re.IGNORECASE)
_SITE_WORDS = 6
_BREAKS_OFF = re.compile(r"^(?:\.\.\.|…)|(?:\.\.\.|…)$")
_NEVER_LAST = frozenset(load_lexicon("gaps")["never_last"])

Span = tuple[int, int]
"""Half-open offsets of code points in the text."""


def _trim(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return (start, end) if start < end else None


def _read_entry(text: str, number: int, blocks: Sequence[Block]) -> Snippet:
    first = blocks[0]
    pieces = [(block.start, block.end) for block in blocks if block.kind == "reference"]
    found = _NUMBER.match(text, first.start, first.end)
    begin = found.end() if found else first.start
    title = published = None
    words: list[Span] = []
    for start, end in pieces:
        rest = _trim(text, max(start, begin), end)
        if rest and title is None and not words:
            line = _LINE.match(text, *rest)
            marker = _FORMAT.match(text, *rest)
            line_end = line.end() if line else rest[1]
            title = _trim(text, marker.end() if marker else rest[0], line_end)
            rest = _trim(text, line_end, rest[1])
        if rest and not words:
            dated = _PUBLISHED.match(text, *rest)
            if dated and (_AGO.fullmatch(dated["date"]) or read_dates(dated["date"])):
                published = dated.span("date")
                rest = _trim(text, dated.end(), rest[1])
        if rest:
            words.append(rest)
    return Snippet(number, first.start, blocks[-1].end, title, tuple(words), published)


def find_snippets(document: Document) -> tuple[Snippet, ...]:
    """The title and snippet of every numbered reference, as spans of the text, in the order of the page."""
    if document.page.references is not None:
        return document.page.references
    entries = [block for block in document.page.blocks if block.number is not None]
    return tuple(
        _read_entry(document.text, number, list(blocks))
        for number, blocks in groupby(entries, key=lambda block: block.number)
        if number is not None
    )


def _find_site(title: str) -> str | None:
    """The site at the tail of a title: behind its last dash or bar, or a bare domain; None where it may be title."""
    tails = list(_TAIL.finditer(title))
    if not tails:
        domain = _DOMAIN.search(title)
        return domain[1] if domain and " " in title else None
    site = _DASH.split(title[tails[-1].end() :])[-1].strip(" |")
    domain = _DOMAIN.fullmatch(site)
    if domain:
        return domain[1]
    if not site or len(site.split()) > _SITE_WORDS or _NO_SITE.search(site) or not site[0].isalnum():
        return None
    return site


def _breaks_off(words: str) -> bool:
    return _BREAKS_OFF.search(words) is not None or words.rsplit(maxsplit=1)[-1].lower() in _NEVER_LAST


def read_citations(document: Document) -> tuple[Citation, ...]:
    """Every numbered reference of a document; an empty one has its number and nothing else."""
    return tuple(_to_citation(document, entry) for entry in find_snippets(document))


def _to_citation(document: Document, entry: Snippet) -> Citation:
    text = document.text
    title = text[slice(*entry.title)] if entry.title else None
    snippet = " ".join(text[slice(*span)] for span in entry.words) or None
    dates = read_dates(text[slice(*entry.published)]) if entry.published else []
    return Citation(
        citation_id=f"{document.source_id}.r{entry.number}",
        source_id=document.source_id,
        reference_number=entry.number,
        title=title,
        snippet=snippet,
        site=text[slice(*entry.site)] if entry.site else _find_site(title) if title else None,
        language=find_language_within(f"{title or ''} {snippet or ''}", document.language),
        published_edtf=dates[0].edtf if dates else None,
        is_empty=title is None and snippet is None,
        is_truncated=any(_breaks_off(part) for part in (title, snippet) if part),
        citation_start=entry.start,
        citation_end=entry.end,
    )
