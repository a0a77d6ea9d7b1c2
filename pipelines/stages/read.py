"""From the log's bytes to claims in the log: batch by batch, so that a run that dies goes on where it was."""

from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.claims.fingerprint import reading_fingerprint
from pipelines.sources.document import Received
from pipelines.stages.engine import count_workers, read_batches
from pipelines.stages.reading_batch import Readings
from pipelines.stages.reading_cache import CACHED, ReadingCache
from pipelines.stages.run import Run
from pipelines.stages.tables import read_sql
from pipelines.stages.working import open_working
from warehouse.contract.tables import TABLES
from warehouse.errors import UnusableSeeds
from warehouse.log import Log, attach_log, diff_claims, open_log, read_contents, read_stream
from warehouse.log.streams import STREAMS
from warehouse.publish import write_draft, write_table

_BATCH_BYTES = 16 * 1024 * 1024


class _Pending(NamedTuple):
    """A version to read: what it is, how large, which transaction holds its bytes, and why it is read (null: only its
    passages were forgotten).
    """

    source_id: str
    path: str
    member: str | None
    version: int
    sha256: str
    byte_count: int
    content_tx: int
    cause: str | None


_PENDING = pa.schema(
    [
        ("source_id", pa.string()),
        ("path", pa.string()),
        ("member", pa.string()),
        ("version", pa.int64()),
        ("sha256", pa.string()),
        ("byte_count", pa.int64()),
        ("content_tx", pa.int64()),
        ("cause", pa.string()),
    ]
)


def read_sources(run: Run) -> dict[str, int]:
    """Read every version this code has not read, log the differences, and stage passages, gaps, citations and claims.

    Of a run of only some sources, those are read, read before or not. Returns how many rows each staged table has.
    Raises UnusableSeeds where such a run names none.
    """
    run.reporter.begin("Reading")
    log = open_log(run.log_folder)
    cache = ReadingCache(run.cache, reading_fingerprint())
    with open_working(run) as con:
        attach_log(con, log)
        cache.attach(con)
        pending = _find_pending(con, run.only)
        if run.only and not pending.num_rows:
            raise UnusableSeeds(
                f"No source of the log is named by {', '.join(run.only)}: give a path, a pattern of paths, or a "
                "collection (the first folder of a path)."
            )
        forgotten = _find_forgotten(con, reading_fingerprint())
        known = pc.is_in(forgotten.column("source_id"), pending.column("source_id"))
        _read_all(run, con, log, cache, pa.concat_tables([pending, forgotten.filter(pc.invert(known))]))
        _retract_unread(run, con, log)
        cache.forget_others()
        return _stage(run, con, log, cache)


def is_all_read(con: duckdb.DuckDBPyConnection) -> bool:
    """Whether this code has read every version that stands. Needs an attached log."""
    return not _find_pending(con, ()).num_rows


def _find_pending(con: duckdb.DuckDBPyConnection, only: tuple[str, ...]) -> pa.Table:
    found = con.sql(read_sql("pending"), params={"fingerprint": reading_fingerprint(), "only": list(only)})
    return found.to_arrow_table().cast(_PENDING)


def _find_forgotten(con: duckdb.DuckDBPyConnection, fingerprint: str | None) -> pa.Table:
    found = con.sql(read_sql("uncached"), params={"fingerprint": fingerprint})
    return found.to_arrow_table().cast(_PENDING)


def stage_recorded(run: Run) -> dict[str, int]:
    """Stage passages, gaps, citations and claims of what the log has recorded as read; nothing is appended.

    Claims are those recorded; passages, gaps and citations follow from the bytes in the log. Returns rows by table.
    """
    run.reporter.begin("Reading")
    log = open_log(run.log_folder)
    cache = ReadingCache(run.cache, reading_fingerprint())
    with open_working(run) as con:
        attach_log(con, log)
        cache.attach(con)
        _read_all(run, con, log, cache, _find_forgotten(con, None))
        return _stage(run, con, log, cache)


def _stage(run: Run, con: duckdb.DuckDBPyConnection, log: Log, cache: ReadingCache) -> dict[str, int]:
    attach_log(con, log)
    cache.attach(con)
    staged = {name: f"({read_sql('standing').replace('$table', name)})" for name in CACHED}
    counts = {name: write_table(con, TABLES[name], relation, run.staging) for name, relation in staged.items()}
    for name in ("claims", "claim_parts"):  # written anew with the ids of those they name
        counts[name] = write_draft(con, TABLES[name], f"current_{name}", run.staging)
    return counts


def _batches(pending: pa.Table, most: int) -> Iterator[list[_Pending]]:
    """What is pending in batches of bounded number and size; of a million only those at hand are Python's."""
    batch: list[_Pending] = []
    size = 0
    rows = (row for piece in pending.to_batches(max_chunksize=most) for row in piece.to_pylist())
    for source in (_Pending(**row) for row in rows):
        batch.append(source)
        size += source.byte_count
        if len(batch) >= most or size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _read_all(run: Run, con: duckdb.DuckDBPyConnection, log: Log, cache: ReadingCache, pending: pa.Table) -> None:
    """Read what is pending, batch by batch, keep it in the cache, and log what is new of it.

    What a batch costs does not depend on how much was read before: where that is told is found once.
    """
    con.execute("create or replace temp table known_before as from cached_known")
    con.execute("create or replace temp table told_in as select distinct source_id, tx from log_claims")
    under_way: deque[list[_Pending]] = deque()

    def receive() -> Iterator[list[Received]]:
        for batch in _batches(pending, run.batch_sources):
            under_way.append(batch)
            yield _receive(log, batch)

    readings = read_batches(
        receive(),
        reading_fingerprint(),
        engine=run.engine,
        workers=count_workers(run.workers),
        byte_count=pc.sum(pending.column("byte_count")).as_py() or 0,
    )
    done = 0
    for made in readings:
        batch = under_way.popleft()
        _keep(con, cache, batch, made)
        causes = {source.source_id: source.cause for source in batch if source.cause is not None}
        if causes:
            _log_readings(run, con, log, made, causes)
        done += len(batch)
        run.reporter.advance(done, pending.num_rows)


def _receive(log: Log, batch: Sequence[_Pending]) -> list[Received]:
    held_in = {source.content_tx for source in batch}
    contents = dict(read_contents(log, [source.sha256 for source in batch], held_in=held_in))
    return [
        Received(source.source_id, source.path, source.member, source.version, source.sha256, contents[source.sha256])
        for source in batch
    ]


def _keep(con: duckdb.DuckDBPyConnection, cache: ReadingCache, batch: Sequence[_Pending], made: Readings) -> None:
    """Cache what is not in the cache yet: of a source that only moved it is."""
    con.register("read_facts", made.facts)
    new = con.sql("select source_id, version from read_facts anti join known_before using (source_id, version)")
    known = new.to_arrow_table()
    con.unregister("read_facts")
    if not known.num_rows:
        return
    rows = made.cached
    if known.num_rows < made.facts.num_rows:
        rows = {
            name: table.filter(pc.is_in(table.column("source_id"), known.column("source_id")))
            for name, table in rows.items()
        }
    cache.write(_name_batch(batch), known, rows)


def _name_batch(batch: Sequence[_Pending]) -> str:
    return f"{batch[0].source_id}-{batch[0].version}-{len(batch)}-{batch[-1].source_id}"


def _log_readings(run: Run, con: duckdb.DuckDBPyConnection, log: Log, made: Readings, causes: dict[str, str]) -> None:
    wanted = pa.array(list(causes), pa.string())
    claims, facts = (table.filter(pc.is_in(table.column("source_id"), wanted)) for table in (made.claims, made.facts))
    con.register("fresh_claims", claims)
    con.register("read_now", pa.table({"source_id": list(causes), "cause": list(causes.values())}))
    held_in = con.sql("select distinct tx from told_in semi join read_now using (source_id)").fetchall()
    read_stream(con, log, "claims", held_in={tx for (tx,) in held_in}).create_view("told", replace=True)
    con.execute(f"create or replace temp view standing_claims as {read_sql('standing_of')}")
    entries = diff_claims(con, "fresh_claims", "standing_claims", "read_now").to_arrow_table()
    told = sorted(set(causes.values()))
    log.append(
        parent=log.head,
        recorded_at=run.clock(),
        kind="normalization",
        cause=f"Read {len(causes)} source{'s' if len(causes) > 1 else ''}: {', '.join(told)}.",
        agent=run.agent,
        run_id=run.run_id,
        segments={
            "readings": facts,
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
