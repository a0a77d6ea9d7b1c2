"""The bytes of sources, given back by their digests."""

from collections.abc import Iterable, Iterator

import pyarrow.parquet as pq

from warehouse.errors import DamagedLog
from warehouse.log.store import Log


def read_contents(log: Log, digests: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The bytes of each digest, once and one at a time, in the order of the log; memory holds one row group.

    Raises DamagedLog where the log has no bytes of a digest, or a segment is not what was written.
    """
    wanted = set(digests)
    for segment in log.segments_of("contents"):
        if not wanted:
            return
        with pq.ParquetFile(log.folder / segment.file) as file:
            for number in range(file.num_row_groups):
                held = file.read_row_group(number, columns=["sha256"]).column(0).to_pylist()
                if wanted.isdisjoint(held):
                    continue
                content = file.read_row_group(number, columns=["content"]).column(0)
                for digest, value in zip(held, content, strict=True):
                    if digest in wanted:
                        wanted.discard(digest)
                        yield digest, value.as_py()
    if wanted:
        raise DamagedLog(f"{log.folder} holds no bytes with the digest {min(wanted)}: run `regesta verify`.")
