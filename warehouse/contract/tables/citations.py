"""The table ``citations``."""

from typing import Annotated

from warehouse.contract.types import Means, table


@table("citations", key=("citation_id",), sorted_by=("source_id", "reference_number"))
class Citation:
    """One numbered reference of a page."""

    citation_id: Annotated[str, Means("The citation's id: the source's id and the reference number.")]
    source_id: Annotated[str, Means("The page that cites.", refers_to="sources.source_id")]
    reference_number: Annotated[int, Means("The [n] of the page's list.")]
    title: Annotated[str | None, Means("The title as the page gives it.")]
    snippet: Annotated[str | None, Means("The words quoted from the cited page, without debris.")]
    site: Annotated[str | None, Means("The site or publisher named in the title.")]
    language: Annotated[str | None, Means("The reference's language (ISO 639-1).")]
    published_edtf: Annotated[str | None, Means("The date it carries (EDTF).")]
    is_empty: Annotated[bool, Means("True where the page gives a number and nothing else.")]
    is_truncated: Annotated[bool, Means("True where title or snippet breaks off.")]
    citation_start: Annotated[int, Means("Where the entry begins, in code points of the text.")]
    citation_end: Annotated[int, Means("Where it ends (exclusive).")]
