"""From the log's bytes to claims in the log: batch by batch, so that a run that dies goes on where it was."""

from collections.abc import Iterator
from typing import NamedTuple

import duckdb
import pyarrow as pa

from pipelines.claims.fingerprint import reading_fingerprint
from pipelines.claims.read_source import read_source
from pipelines.claims.reading import Reading
from pipelines.sources.document import Received
from pipelines.stages.reading_cache import CACHED, ReadingCache
from pipelines.stages.run import Run
from pipelines.stages.tables import read_sql
from warehouse.contract.streams import SourceReading
from warehouse.contract.tables import TABLES
from warehouse.contract.types import table_of
from warehouse.errors import UnusableSeeds
from warehouse.log import Log, attach_log, diff_claims, open_log, read_contents
from warehouse.log.streams import PARTS_TYPE, STREAMS
from warehouse.publish import write_table
from warehouse.translations.to_arrow import to_arrow_table

_BATCH_BYTES = 16 * 1024 * 1024


class _Pending(NamedTuple):
    """A version to read: what it is, how large, and why it is read (null: only its passages were forgotten)."""

    source_id: str
    path: str
    member: str | None
    version: int
    sha256: str
    byte_count: int
    cause: str | None


def read_sources(run: Run) -> dict[str, int]:
    """Read every version this code has not read, log the differences, and stage passages, gaps, citations and claims.

    Of a run of only some sources, those are read, read before or not. Returns how many rows each staged table has.
    Raises UnusableSeeds where such a run names none.
    """
    run.reporter.begin("Reading")
    log = open_log(run.log_folder)
    cache = ReadingCache(run.cache, reading_fingerprint())
    with duckdb.connect() as con:
        attach_log(con, log)
        cache.attach(con)
        pending = _find_pending(con, run.only)
        if run.only and not pending:
            raise UnusableSeeds(
                f"No source of the log is named by {', '.join(run.only)}: give a path, a pattern of paths, or a "
                "collection (the first folder of a path)."
            )
        pending += [
            _Pending(*row)
            for row in con.execute(read_sql("uncached"), {"fingerprint": reading_fingerprint()}).fetchall()
        ]
        done = 0
        for batch in _batches(pending, run.batch_sources):
            _read_batch(run, con, log, cache, batch)
            done += len(batch)
            run.reporter.advance(done, len(pending))
        _retract_unread(run, con, log)
        cache.forget_others()
        return _stage(run, con, log, cache)


def is_all_read(con: duckdb.DuckDBPyConnection) -> bool:
    """Whether this code has read every version that stands. Needs an attached log."""
    return not _find_pending(con, ())


def _find_pending(con: duckdb.DuckDBPyConnection, only: tuple[str, ...]) -> list[_Pending]:
    rows = con.execute(read_sql("pending"), {"fingerprint": reading_fingerprint(), "only": list(only)}).fetchall()
    return [_Pending(*row) for row in rows]


def stage_recorded(run: Run) -> dict[str, int]:
    """Stage passages, gaps, citations and claims of what the log has recorded as read; nothing is appended.

    Claims are those recorded; passages, gaps and citations follow from the bytes in the log. Returns rows by table.
    """
    run.reporter.begin("Reading")
    log = open_log(run.log_folder)
    cache = ReadingCache(run.cache, reading_fingerprint())
    with duckdb.connect() as con:
        attach_log(con, log)
        cache.attach(con)
        forgotten = con.execute(read_sql("uncached"), {"fingerprint": None}).fetchall()
        for batch in _batches([_Pending(*row) for row in forgotten], run.batch_sources):
            _read_batch(run, con, log, cache, batch)
        return _stage(run, con, log, cache)


def _stage(run: Run, con: duckdb.DuckDBPyConnection, log: Log, cache: ReadingCache) -> dict[str, int]:
    attach_log(con, log)
    cache.attach(con)
    staged = {name: f"({read_sql('standing').replace('$table', name)})" for name in CACHED}
    staged |= {"claims": "current_claims", "claim_parts": "current_claim_parts"}
    return {name: write_table(con, TABLES[name], relation, run.staging) for name, relation in staged.items()}


def _batches(pending: list[_Pending], most: int) -> Iterator[list[_Pending]]:
    batch: list[_Pending] = []
    size = 0
    for source in pending:
        batch.append(source)
        size += source.byte_count
        if len(batch) >= most or size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _read_batch(run: Run, con: duckdb.DuckDBPyConnection, log: Log, cache: ReadingCache, batch: list[_Pending]) -> None:
    contents = dict(read_contents(log, [source.sha256 for source in batch]))
    readings = [
        read_source(
            Received(
                source.source_id, source.path, source.member, source.version, source.sha256, contents[source.sha256]
            ),
            reading_fingerprint(),
        )
        for source in batch
    ]
    uncached = _find_uncached(con, readings)
    if uncached:
        cache.write(_name_batch(batch), _known(uncached), {name: _versioned(name, uncached) for name in CACHED})
    causes = {source.source_id: source.cause for source in batch if source.cause is not None}
    if causes:
        _log_readings(run, con, log, [reading for reading in readings if reading.facts.source_id in causes], causes)


def _find_uncached(con: duckdb.DuckDBPyConnection, readings: list[Reading]) -> list[Reading]:
    """The readings whose version is not in the cache yet: of a source that only moved it is."""
    known = set(con.execute("select source_id, version from cached_known").fetchall())
    return [reading for reading in readings if (reading.facts.source_id, reading.facts.version) not in known]


def _name_batch(batch: list[_Pending]) -> str:
    return f"{batch[0].source_id}-{batch[0].version}-{len(batch)}-{batch[-1].source_id}"


def _known(readings: list[Reading]) -> pa.Table:
    return pa.table(
        {
            "source_id": pa.array([reading.facts.source_id for reading in readings], pa.string()),
            "version": pa.array([reading.facts.version for reading in readings], pa.int64()),
        }
    )


def _versioned(name: str, readings: list[Reading]) -> pa.Table:
    rows = [row for reading in readings for row in getattr(reading, name)]
    versions = [reading.facts.version for reading in readings for _ in getattr(reading, name)]
    return to_arrow_table(TABLES[name], rows).append_column("version", pa.array(versions, pa.int64()))


def _claims_with_parts(readings: list[Reading]) -> pa.Table:
    """Claims with their parts nested, as the log's entries hold them."""
    claims = [claim for reading in readings for claim in reading.claims]
    parts: dict[str, list[dict[str, object]]] = {claim.claim_id: [] for claim in claims}
    names = [field.name for field in PARTS_TYPE.value_type]
    for reading in readings:
        for part in reading.parts:
            parts[part.claim_id].append({name: getattr(part, name) for name in names})
    nested = pa.array([parts[claim.claim_id] for claim in claims], PARTS_TYPE)
    return to_arrow_table(TABLES["claims"], claims).append_column(STREAMS["claims"].field("parts"), nested)


def _log_readings(
    run: Run, con: duckdb.DuckDBPyConnection, log: Log, readings: list[Reading], causes: dict[str, str]
) -> None:
    con.register("fresh_claims", _claims_with_parts(readings))
    con.register("read_now", pa.table({"source_id": list(causes), "cause": list(causes.values())}))
    entries = diff_claims(con, "fresh_claims", "current_claim_entries", "read_now").to_arrow_table()
    told = sorted(set(causes.values()))
    log.append(
        parent=log.head,
        recorded_at=run.clock(),
        kind="normalization",
        cause=f"Read {len(readings)} source{'s' if len(readings) > 1 else ''}: {', '.join(told)}.",
        agent=run.agent,
        run_id=run.run_id,
        segments={
            "readings": to_arrow_table(table_of(SourceReading), [reading.facts for reading in readings]),
            "claims": entries,
        },
    )
    con.unregister("fresh_claims")
    con.unregister("read_now")


def _retract_unread(run: Run, con: duckdb.DuckDBPyConnection, log: Log) -> None:
    """Retract the claims of sources that are withdrawn, doubled or no longer readable as received."""
    attach_log(con, log)
    con.execute(f"create or replace temp table left_now as {read_sql('left')}")
    if not con.execute("select count(*) from left_now").fetchall()[0][0]:
        return
    nothing = STREAMS["claims"].empty_table()
    con.register("fresh_claims", nothing)
    entries = diff_claims(con, "fresh_claims", "current_claim_entries", "left_now").to_arrow_table()
    log.append(
        parent=log.head,
        recorded_at=run.clock(),
        kind="deaccession",
        cause="Retracted the claims of sources that no longer stand.",
        agent=run.agent,
        run_id=run.run_id,
        segments={"claims": entries},
    )
    con.unregister("fresh_claims")
