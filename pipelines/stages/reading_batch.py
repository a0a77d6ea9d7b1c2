"""What engines share: the reading of one record batch of sources, tables of what they hold out; what an engine is.

Nothing here knows of processes or clusters, so that where a batch is read cannot change its rows.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from typing import NamedTuple

import pyarrow as pa

from pipelines.claims.read_source import read_source
from pipelines.claims.reading import Reading
from pipelines.sources.document import Received
from pipelines.stages.reading_cache import CACHED
from warehouse.contract.streams import SourceReading
from warehouse.contract.tables import TABLES
from warehouse.contract.types import table_of
from warehouse.log.streams import PARTS_TYPE, STREAMS
from warehouse.translations.to_arrow import to_arrow_table

BATCH_SOURCES = 50
BATCH_BYTES = 512 * 1024
"""What is read at a time: little enough to share work evenly, enough to be worth handing over."""

SOURCES = pa.schema(
    [
        pa.field("source_id", pa.string(), nullable=False),
        pa.field("path", pa.string(), nullable=False),
        pa.field("member", pa.string()),
        pa.field("version", pa.int64(), nullable=False),
        pa.field("sha256", pa.string(), nullable=False),
        pa.field("content", pa.binary(), nullable=False),
    ]
)
"""A source as it is handed to an engine: the columns of ``Received``."""

assert SOURCES.names == [field.name for field in fields(Received)]


class Readings(NamedTuple):
    """What reading some sources gave: their facts (stream ``readings``), the cached tables with their version, and
    claims with their parts nested, as the log's entries hold them.
    """

    facts: pa.Table
    cached: dict[str, pa.Table]
    claims: pa.Table


class Engine(NamedTuple):
    """Whoever reads: ``submit`` hands over record batches of sources at once and gives what waits for their readings;
    ``count_cores`` says how many record batches are read at the same time, which may change.
    """

    submit: Callable[[Sequence[pa.RecordBatch]], Callable[[], Readings]]
    count_cores: Callable[[], int]


def to_record_batches(sources: Sequence[Received]) -> Iterator[pa.RecordBatch]:
    """Sources as record batches (``SOURCES``) of a size worth handing over, in order."""
    kept: list[Received] = []
    size = 0
    for source in sources:
        kept.append(source)
        size += len(source.content)
        if len(kept) >= BATCH_SOURCES or size >= BATCH_BYTES:
            yield _to_record_batch(kept)
            kept, size = [], 0
    if kept:
        yield _to_record_batch(kept)


def read_record_batch(sources: pa.RecordBatch, fingerprint: str) -> Readings:
    """Read a record batch of sources (``SOURCES``), anywhere. Never raises because of what a source holds."""
    readings = [read_source(Received(**source), fingerprint) for source in sources.to_pylist()]
    return Readings(
        to_arrow_table(table_of(SourceReading), [reading.facts for reading in readings]),
        {name: _versioned(name, readings) for name in CACHED},
        _claims_with_parts(readings),
    )


def join_readings(parts: Sequence[Readings]) -> Readings:
    """The readings of several record batches as those of one, in the order given."""
    return Readings(
        pa.concat_tables(part.facts for part in parts),
        {name: pa.concat_tables(part.cached[name] for part in parts) for name in CACHED},
        pa.concat_tables(part.claims for part in parts),
    )


def _to_record_batch(sources: Sequence[Received]) -> pa.RecordBatch:
    columns = [pa.array([getattr(source, field.name) for source in sources], field.type) for field in SOURCES]
    return pa.RecordBatch.from_arrays(columns, schema=SOURCES)


def _versioned(name: str, readings: Sequence[Reading]) -> pa.Table:
    rows = [row for reading in readings for row in getattr(reading, name)]
    versions = [reading.facts.version for reading in readings for _ in getattr(reading, name)]
    return to_arrow_table(TABLES[name], rows).append_column("version", pa.array(versions, pa.int64()))


def _claims_with_parts(readings: Sequence[Reading]) -> pa.Table:
    claims = [claim for reading in readings for claim in reading.claims]
    parts: dict[str, list[dict[str, object]]] = {claim.claim_id: [] for claim in claims}
    names = [field.name for field in PARTS_TYPE.value_type]
    for reading in readings:
        for part in reading.parts:
            parts[part.claim_id].append({name: getattr(part, name) for name in names})
    nested = pa.array([parts[claim.claim_id] for claim in claims], PARTS_TYPE)
    return to_arrow_table(TABLES["claims"], claims).append_column(STREAMS["claims"].field("parts"), nested)
