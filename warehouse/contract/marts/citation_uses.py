"""The mart ``citation_uses``."""

from typing import Annotated

from warehouse.contract.types import Means, table


@table("citation_uses", key=("citation_id",), sorted_by=("source_path", "reference_number"))
class CitationUse:
    """One numbered reference of a page, and what it supports."""

    citation_id: Annotated[str, Means("The reference.", refers_to="citations.citation_id")]
    source_path: Annotated[str, Means("The page that cites.")]
    reference_number: Annotated[int, Means("Its number there.")]
    title: Annotated[str | None, Means("Its title.")]
    site: Annotated[str | None, Means("Its site or publisher.")]
    language: Annotated[str | None, Means("Its language (ISO 639-1).")]
    published_edtf: Annotated[str | None, Means("The date it carries (EDTF).")]
    is_empty: Annotated[bool, Means("True where the page gives a number and nothing else.")]
    stated_count: Annotated[int, Means("How many claims stand in its own snippet.")]
    supported_count: Annotated[int, Means("How many claims outside it rest on it.")]
    supports: Annotated[str | None, Means("What those claims state, joined by '; '.")]
