"""The bytes of sources, given back by their digests."""

from collections.abc import Collection, Iterable, Iterator

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from warehouse.errors import DamagedLog
from warehouse.log.store import Log


def read_contents(
    log: Log, digests: Iterable[str], *, held_in: Collection[int] | None = None
) -> Iterator[tuple[str, bytes]]:
    """The bytes of each digest, once and one at a time, in the order of the log; memory holds one row group.

    ``held_in`` names the transactions to look in, where they are known: a log of many is not searched from its
    beginning. Raises DamagedLog where the log has no bytes of a digest, or a segment is not what was written.
    """
    wanted = set(digests)
    for segment in log.segments_of("contents", held_in=held_in):
        if not wanted:
            return
        with pq.ParquetFile(log.folder / segment.file) as file:
            for number in range(file.num_row_groups):
                held = file.read_row_group(number, columns=["sha256"]).column(0)
                found = pc.is_in(held, pa.array(list(wanted), pa.string()))
                if not pc.any(found).as_py():
                    continue
                content = file.read_row_group(number, columns=["content"]).column(0).filter(found)
                for digest, value in zip(held.filter(found).to_pylist(), content, strict=True):
                    if digest in wanted:
                        wanted.discard(digest)
                        yield digest, value.as_py()
    if wanted:
        raise DamagedLog(f"{log.folder} holds no bytes with the digest {min(wanted)}: run `regesta verify`.")
