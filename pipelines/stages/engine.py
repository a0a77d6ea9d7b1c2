"""The reading of many sources by one of two engines, ``local`` or ``spark``: the same rows, in the same order.

``local`` reads in this process where there is little to do and in several where there is much; Spark's part stands in
``spark.py``. Memory holds the batch that is next in order, and of those after it as many as keep the workers busy.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager

import pyarrow as pa

from pipelines.sources.document import Received
from pipelines.stages.processes import open_processes
from pipelines.stages.reading_batch import Engine, Readings, join_readings, read_record_batch, to_record_batches
from warehouse.errors import UnusableEngine

LOCAL = "local"

SMALL_BYTES = 4 * 1024 * 1024
"""Below this starting processes takes longer than they save."""


def count_workers(asked: int) -> int:
    """How many processes read: as many as asked for, or, where that is 0, as this process may use cores."""
    return asked or len(os.sched_getaffinity(0))


def find_master(engine: str) -> str | None:
    """The master of Spark an engine names, None for ``local``; nothing is started.

    ``spark`` is Spark on this machine, ``spark://HOST:PORT`` a standalone cluster, ``spark:MASTER`` whatever else Spark
    knows by such a word. Raises UnusableEngine where it is none of these.
    """
    if engine == LOCAL:
        return None
    name, _, master = engine.partition(":")
    if name != "spark" or engine == "spark:":
        raise UnusableEngine(
            f"The setting engine is “{engine}”: give local, spark (on this machine), spark://HOST:PORT (a standalone "
            "cluster), or spark:MASTER (another master as Spark names it, for instance spark:local[2])."
        )
    return engine if master.startswith("//") else master or "local[*]"


def check_engine(engine: str) -> None:
    """Raises UnusableEngine where an engine is unknown, or what it needs is not installed here."""
    if find_master(engine) is not None:
        from pipelines.stages.spark import check_installed

        check_installed()


def read_batches(
    batches: Iterable[Sequence[Received]], fingerprint: str, *, workers: int, byte_count: int, engine: str = LOCAL
) -> Iterator[Readings]:
    """The readings of each batch, in order; ``byte_count`` is how much there is to read in all.

    Raises BrokenProcessPool where a process dies, UnusableEngine where Spark cannot be started or gives up: what was
    read before is recorded, so that another try goes on there.
    """
    master = find_master(engine)
    if not byte_count or (master is None and (workers == 1 or byte_count < SMALL_BYTES)):
        for batch in batches:
            yield join_readings([read_record_batch(part, fingerprint) for part in to_record_batches(batch)])
        return
    with _open_pool(workers, fingerprint) if master is None else _open_spark(master, fingerprint) as opened:
        yield from _read_ahead(batches, opened)


def _read_ahead(batches: Iterable[Sequence[Received]], engine: Engine) -> Iterator[Readings]:
    """Take batches until, beyond the one that is next in order, two record batches a core are under way."""
    under_way: deque[tuple[int, Callable[[], Readings]]] = deque()
    ahead = 0
    for batch in batches:
        parts = list(to_record_batches(batch))
        ahead += len(parts) if under_way else 0
        under_way.append((len(parts), engine.submit(parts)))
        while len(under_way) > 1 and ahead >= 2 * engine.count_cores():
            yield under_way.popleft()[1]()
            ahead -= under_way[0][0]
    while under_way:
        yield under_way.popleft()[1]()


@contextmanager
def _open_pool(workers: int, fingerprint: str) -> Iterator[Engine]:
    pool = open_processes(workers)

    def submit(parts: Sequence[pa.RecordBatch]) -> Callable[[], Readings]:
        futures = [pool.submit(read_record_batch, part, fingerprint) for part in parts]
        return lambda: join_readings([future.result() for future in futures])

    try:
        yield Engine(submit, lambda: workers)
    finally:
        pool.shutdown(cancel_futures=True)


def _open_spark(master: str, fingerprint: str) -> AbstractContextManager[Engine]:
    from pipelines.stages.spark import open_spark

    return open_spark(master, fingerprint)
