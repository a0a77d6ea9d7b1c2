"""The log's streams: what one entry of each holds. They are kept for ever; published tables are folded from them.

A stream of a transaction is one immutable Parquet segment. Claims are logged as rows of ``claims`` with ``action`` and
``cause`` before them and their parts nested (see ``warehouse/log``), so they are not declared a second time here.
"""

from typing import Annotated

from warehouse.contract.types import Means, table
from warehouse.contract.vocabulary import AUTHORSHIPS, RULING_KINDS, SEVERITIES, SOURCE_STATUSES

SOURCE_ACTIONS = ("received", "changed", "moved", "described", "withdrawn", "returned")
CLAIM_ACTIONS = ("assert", "restate", "relocate", "retract")
CLAIM_CAUSES = ("new source", "new version", "newer reading", "moved", "duplicate", "withdrawn", "returned")
RULING_ACTIONS = ("made", "withdrawn")
QUARANTINE_ACTIONS = ("set_aside", "released")


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


@table("rulings", key=("ruling_id",))
class RulingEntry:
    """What was recorded of one ruling: that it was made, or that it no longer stands in the rulings folder."""

    ruling_id: Annotated[str, Means("The ruling's id.")]
    action: Annotated[str, Means("What happened to it.", RULING_ACTIONS)]
    kind: Annotated[str, Means("What it rules.", RULING_KINDS)]
    target: Annotated[str, Means("What it is about: source and words.")]
    column_name: Annotated[str | None, Means("The column it corrects.")]
    value: Annotated[str | None, Means("The value it sets.")]
    author: Annotated[str, Means("Who ruled.")]
    reason: Annotated[str, Means("Why, in the author's words.")]
    path: Annotated[str, Means("The file it stands in, relative to the rulings folder.")]


@table("quarantine", key=("table_name", "row_key", "expectation"))
class QuarantineEntry:
    """What was recorded of one row that broke a law of its own: that it was set aside, or that it stands again."""

    action: Annotated[str, Means("What happened to it.", QUARANTINE_ACTIONS)]
    table_name: Annotated[str, Means("The table it belongs to.")]
    row_key: Annotated[str, Means("Its key there.")]
    expectation: Annotated[str, Means("The law it broke.")]
    reason: Annotated[str, Means("How it broke it, in words.")]


@table("quality_results", key=("check_id",))
class QualityEntry:
    """The result of one check in the validation (or fixity check) the transaction records."""

    check_id: Annotated[str, Means("The check: suite and expectation.")]
    suite: Annotated[str, Means("The suite it belongs to.")]
    expectation: Annotated[str, Means("What is expected, as a sentence.")]
    table_name: Annotated[str, Means("The table it judges.")]
    severity: Annotated[str, Means("Whether a failure holds an edition back.", SEVERITIES)]
    success: Annotated[bool, Means("True where it held.")]
    observed: Annotated[str | None, Means("What was seen.")]
    failing_count: Annotated[int, Means("How many rows failed.")]


PLACE_COLUMNS = (
    "source_path", "source_version", "source_sha256", "section_path", "passage_id", "quote_start", "quote_end",
    "part_start", "part_end",
)  # fmt: skip
"""The columns of claims and their parts that say where a statement stands. When only they change, it is relocated."""

ENTRY_STREAMS = (Accession, Content, SourceReading, RulingEntry, QuarantineEntry, QualityEntry)
"""The row class of every stream whose entries are flat; the stream ``claims`` is derived from the table."""
