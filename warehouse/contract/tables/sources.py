"""The table ``sources``."""

from typing import Annotated

from warehouse.contract.types import Means, table
from warehouse.contract.vocabulary import AUTHORSHIPS, SOURCE_STATUSES


@table("sources", key=("source_id",))
class Source:
    """One source: a document as received, in its latest version."""

    source_id: Annotated[
        str, Means("The source's id, minted at first accession and kept when the file moves or changes.")
    ]
    path: Annotated[str, Means("Where it lies, relative to the seed folder.")]
    member: Annotated[str | None, Means("Its name inside a container, where it lies in one.")]
    version: Annotated[int, Means("The number of this version, from 1.")]
    sha256: Annotated[str, Means("SHA-256 of the bytes as received.")]
    byte_count: Annotated[int, Means("How many bytes it has.")]
    media_type: Annotated[str | None, Means("Its media type.")]
    layout: Annotated[str | None, Means("The layout by which it was read.")]
    encoding: Annotated[str | None, Means("The encoding by which its bytes were decoded.")]
    language: Annotated[str | None, Means("Its main language (ISO 639-1).")]
    title: Annotated[str | None, Means("The page's title.")]
    subject_id: Annotated[str | None, Means("The person a biography is about.", refers_to="entities.entity_id")]
    authorship: Annotated[str, Means("Who wrote it, as far as it says so.", AUTHORSHIPS)]
    origin: Annotated[str | None, Means("Where it was obtained.")]
    licence: Annotated[str | None, Means("Under which licence it may be used.")]
    reference_code: Annotated[str | None, Means("Its archival signature.")]
    notice: Annotated[str | None, Means("A notice the page carries about itself, as written.")]
    status: Annotated[str, Means("What became of it.", SOURCE_STATUSES)]
    problem: Annotated[
        str | None, Means("Why it is quarantined, what it duplicates, or what its reading left over, in plain words.")
    ]
    first_tx: Annotated[int, Means("The transaction that accessioned it.", refers_to="transactions.tx")]
    last_tx: Annotated[int, Means("The transaction that last changed it.", refers_to="transactions.tx")]
