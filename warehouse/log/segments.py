"""Segments: entries of one stream written to immutable Parquet files, digested while written, and synced."""

import hashlib
import io
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.errors import ContractBroken
from warehouse.log.record import Segment
from warehouse.log.streams import STREAMS
from warehouse.log.upcasts import STREAM_VERSIONS

ROW_GROUP_ROWS = 65_536
ROW_GROUP_BYTES = 16 << 20
"""A row group is closed once it has so many rows or bytes: what a reader holds in memory at a time."""
SEGMENT_BYTES = 256 << 20
"""A file is closed once so many bytes (uncompressed) went into it: what is copied, checked or lost as one."""
_PLAIN_ROWS = 64
_DICTIONARY_ROWS = 16_384
_BUFFER = 1 << 20
_MOST_UNSYNCED = 16
_SOUGHT = ["tx", "source_id", "claim_id"]
"""The columns by which entries are sought: of others, least and greatest values help nobody."""

Entries: TypeAlias = pa.Table | pa.RecordBatch | Iterable[pa.RecordBatch]


def to_batches(entries: Entries) -> Iterable[pa.RecordBatch]:
    """Entries in any of their forms as record batches."""
    if isinstance(entries, pa.Table):
        return entries.to_batches(max_chunksize=ROW_GROUP_ROWS)  # type: ignore[no-any-return]
    if isinstance(entries, pa.RecordBatch):
        return [entries]
    return entries


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class _DigestingFile(io.RawIOBase):
    """A new file, written once: counts and digests what goes into it."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.digest = hashlib.sha256()
        self.byte_count = 0
        self._handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o444)

    def writable(self) -> bool:
        return True

    def write(self, content: bytes) -> int:  # type: ignore[override]
        written = os.write(self._handle, content)
        self.digest.update(memoryview(content)[:written])
        self.byte_count += written
        return written

    def tell(self) -> int:
        return self.byte_count

    def fileno(self) -> int:
        return self._handle

    def close(self) -> None:
        if not self.closed:
            super().close()
            os.close(self._handle)


def _fit(batch: pa.RecordBatch, stream: str, tx: int) -> pa.RecordBatch:
    """The batch in the stream's columns, order and types, with the transaction's number before them."""
    schema = STREAMS[stream]
    missing = [name for name in schema.names[1:] if name not in batch.schema.names]
    if missing:
        raise ContractBroken(f"Entries of stream {stream} lack the columns {', '.join(missing)}.")
    arrays = [pa.repeat(pa.scalar(tx, pa.int64()), batch.num_rows)]
    for field in list(schema)[1:]:
        array = batch.column(field.name)
        if array.null_count and not field.nullable:
            raise ContractBroken(f"An entry of stream {stream} has no {field.name}, which may not be null.")
        try:
            arrays.append(array if array.type == field.type else array.cast(field.type))
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
            raise ContractBroken(f"Stream {stream}, column {field.name} takes {field.type}: {error}") from error
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def _row_groups(batches: Iterable[pa.RecordBatch], stream: str, tx: int) -> Iterator[pa.Table]:
    held: list[pa.RecordBatch] = []
    rows = size = 0
    for batch in batches:
        if not batch.num_rows:
            continue
        held.append(_fit(batch, stream, tx))
        rows += batch.num_rows
        size += batch.nbytes
        if rows >= ROW_GROUP_ROWS or size >= ROW_GROUP_BYTES:
            yield pa.Table.from_batches(held)
            held, rows, size = [], 0, 0
    if held:
        yield pa.Table.from_batches(held)


def _options(stream: str, rows: int) -> dict[str, Any]:
    """How a file whose first row group has so many rows is written."""
    options: dict[str, Any] = {"compression": "zstd", "store_schema": False}
    if stream == "contents":  # whole documents: a dictionary or least and greatest values of them help nobody
        return options | {"use_dictionary": False, "write_statistics": ["tx", "sha256"]}
    if rows < _PLAIN_ROWS:  # a compressor and a dictionary for each column cost more than so few rows are long
        return options | {"compression": "none", "use_dictionary": False, "write_statistics": False}
    return options | {"use_dictionary": rows >= _DICTIONARY_ROWS, "write_statistics": _SOUGHT}


class SegmentWriter:
    """Writes the segments of one transaction into a folder of its own (``folder``, relative to the log's)."""

    def __init__(self, log: Path, folder: str, tx: int) -> None:
        self._log = log
        self._folder = folder
        self._tx = tx
        self._counts: dict[str, int] = {}
        self._unsynced: list[int] = []

    def write(self, stream: str, entries: Iterable[pa.RecordBatch]) -> Iterator[Segment]:
        """Write entries to as many files as they need; yields each file once it is written. ``sync`` makes it durable.

        Raises ContractBroken where entries do not fit the stream, OSError where the disk does not take them.
        """
        groups = _row_groups(entries, stream, self._tx)
        group = next(groups, None)
        while group is not None:
            number = self._counts[stream] = self._counts.get(stream, 0) + 1
            name = f"{self._folder}/{stream}-{number:04d}.parquet"
            if len(self._unsynced) >= _MOST_UNSYNCED:
                self.sync()
            with (
                _DigestingFile(self._log / name) as file,
                io.BufferedWriter(file, _BUFFER) as buffer,  # type: ignore[type-var]
            ):
                rows = size = 0
                with pq.ParquetWriter(buffer, STREAMS[stream], **_options(stream, group.num_rows)) as writer:
                    while group is not None and size < SEGMENT_BYTES:
                        writer.write_table(group, row_group_size=group.num_rows)
                        rows += group.num_rows
                        size += group.nbytes
                        group = next(groups, None)
                buffer.flush()
                self._unsynced.append(os.dup(file.fileno()))
                yield Segment(stream, STREAM_VERSIONS[stream], name, rows, file.byte_count, file.digest.hexdigest())

    def sync(self) -> None:
        """Make every file written so far durable. Raises OSError where the disk did not take it."""
        try:
            for handle in self._unsynced:
                os.fsync(handle)
        finally:
            self.close()

    def close(self) -> None:
        """Let go of the files."""
        while self._unsynced:
            os.close(self._unsynced.pop())
