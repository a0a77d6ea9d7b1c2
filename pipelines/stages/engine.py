"""The reading of many sources: in this process where there is little to do, in several where there is much.

The rows are the same either way, and come in the same order. Memory holds two batches, whatever the number of sources.
"""

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
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

CHUNK_SOURCES = 50
CHUNK_BYTES = 512 * 1024
"""What one process reads at a time: little enough to share work evenly, enough to be worth handing over."""

SMALL_BYTES = 4 * 1024 * 1024
"""Below this starting processes takes longer than they save."""


class Readings(NamedTuple):
    """What reading some sources gave: their facts (stream ``readings``), the cached tables with their version, and
    claims with their parts nested, as the log's entries hold them.
    """

    facts: pa.Table
    cached: dict[str, pa.Table]
    claims: pa.Table


def count_workers(asked: int) -> int:
    """How many processes read: as many as asked for, or, where that is 0, as this process may use cores."""
    return asked or len(os.sched_getaffinity(0))


def read_chunk(sources: Sequence[Received], fingerprint: str) -> Readings:
    """Read some sources, in any process. Never raises because of what a source holds."""
    readings = [read_source(source, fingerprint) for source in sources]
    return Readings(
        to_arrow_table(table_of(SourceReading), [reading.facts for reading in readings]),
        {name: _versioned(name, readings) for name in CACHED},
        _claims_with_parts(readings),
    )


def read_batches(
    batches: Iterable[Sequence[Received]], fingerprint: str, *, workers: int, byte_count: int
) -> Iterator[Readings]:
    """The readings of each batch, in order; ``byte_count`` is how much there is to read in all.

    Raises BrokenProcessPool where a process dies: what was read before is recorded, so that another try goes on there.
    """
    if workers == 1 or byte_count < SMALL_BYTES:
        for batch in batches:
            yield read_chunk(batch, fingerprint)
        return
    under_way: deque[list[Future[Readings]]] = deque()
    # a new interpreter each: what this one holds open (databases, locks) must not be shared
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        for batch in batches:
            under_way.append([pool.submit(read_chunk, chunk, fingerprint) for chunk in _chunks(batch)])
            if len(under_way) > 1:
                yield _join(under_way.popleft())
        while under_way:
            yield _join(under_way.popleft())


def _chunks(batch: Sequence[Received]) -> Iterator[list[Received]]:
    chunk: list[Received] = []
    size = 0
    for source in batch:
        chunk.append(source)
        size += len(source.content)
        if len(chunk) >= CHUNK_SOURCES or size >= CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _join(chunks: Sequence[Future[Readings]]) -> Readings:
    parts = [chunk.result() for chunk in chunks]
    return Readings(
        pa.concat_tables(part.facts for part in parts),
        {name: pa.concat_tables(part.cached[name] for part in parts) for name in CACHED},
        pa.concat_tables(part.claims for part in parts),
    )


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
