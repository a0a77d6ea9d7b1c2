"""The log's streams: what one entry of each holds. They are kept for ever; published tables are folded from them.

A stream of a transaction is one immutable Parquet segment. Claims are logged as rows of ``claims`` with ``action`` and
``cause`` before them and their parts nested (see ``warehouse/log``), so they are not declared a second time here.
"""

from typing import Annotated

from warehouse.contract.types import Means, table
from warehouse.contract.vocabulary import AUTHORSHIPS, SOURCE_STATUSES

SOURCE_ACTIONS = ("received", "changed", "moved", "described", "withdrawn", "returned")
CLAIM_ACTIONS = ("assert", "restate", "relocate", "retract")


@table("accessions", key=("source_id",))
class Accession:
    """What was recorded of one source: that it came, changed, moved, was described anew, went, or came back."""

    source_id: Annotated[str, Means("The source.")]
    version: Annotated[int, Means("The version that stands after this entry.")]
    action: Annotated[str, Means("What happened to it.", SOURCE_ACTIONS)]
    path: Annotated[str, Means("Where it lies, relative to the seed folder.")]
    member: Annotated[str | None, Means("Its name inside a container, where it lies in one.")]
    sha256: Annotated[str, Means("SHA-256 of its bytes.")]
    byte_count: Annotated[int, Means("How many bytes it has.")]
    media_type: Annotated[str | None, Means("Its media type.")]
    duplicate_of: Annotated[str | None, Means("The source with the same bytes that stands already.")]
    problem: Annotated[str | None, Means("Why its bytes could not be received, in plain words.")]
    authorship: Annotated[str | None, Means("Who wrote it, where sources.yml says so.", AUTHORSHIPS)]
    origin: Annotated[str | None, Means("Where it was obtained, where sources.yml says so.")]
    licence: Annotated[str | None, Means("Under which licence it may be used, where sources.yml says so.")]
    reference_code: Annotated[str | None, Means("Its archival signature, where sources.yml says so.")]


@table("contents", key=("sha256",))
class Content:
    """The bytes of a version, once for each digest."""

    sha256: Annotated[str, Means("SHA-256 of the bytes.")]
    content: Annotated[bytes, Means("The bytes as received.")]


@table("readings", key=("source_id",))
class SourceReading:
    """What reading one version of a source found of the source itself; its claims stand in the same transaction."""

    source_id: Annotated[str, Means("The source.")]
    version: Annotated[int, Means("The version that was read.")]
    sha256: Annotated[str, Means("SHA-256 of the bytes that were read.")]
    fingerprint: Annotated[str, Means("Fingerprint of the code, lexicon and libraries that read it.")]
    status: Annotated[str, Means("What became of it.", SOURCE_STATUSES)]
    problem: Annotated[str | None, Means("Why it could not be read, in plain words.")]
    layout: Annotated[str | None, Means("The layout by which it was read.")]
    encoding: Annotated[str | None, Means("The encoding by which its bytes were decoded.")]
    language: Annotated[str | None, Means("Its main language (ISO 639-1).")]
    title: Annotated[str | None, Means("The page's title.")]
    notice: Annotated[str | None, Means("A notice the page carries about itself.")]
    authorship: Annotated[str, Means("Who wrote it, as far as it says so.", AUTHORSHIPS)]
