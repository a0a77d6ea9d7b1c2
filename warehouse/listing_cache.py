"""What was seen of the seed folder's files when they were last read, so that what lies as it lay is not read again.

It may be deleted at any time: then everything is read again.
"""

import os
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

_FILE = "listing.parquet"


class Seen(NamedTuple):
    """A file as the system described it when it was read, and the digest of its bytes."""

    size: int
    modified_ns: int
    changed_ns: int
    file_number: int
    sha256: str


_SCHEMA = pa.schema(
    [
        ("path", pa.string()),
        ("size", pa.int64()),
        ("modified_ns", pa.int64()),
        ("changed_ns", pa.int64()),
        ("file_number", pa.uint64()),
        ("sha256", pa.string()),
    ]
)


def load_seen(cache: Path | None) -> dict[str, Seen]:
    """What is remembered, by path; nothing where there is no cache or it cannot be read."""
    if cache is None:
        return {}
    try:
        columns = pq.read_table(cache / _FILE, schema=_SCHEMA).to_pydict()
    except (OSError, pa.ArrowException):
        return {}
    paths, *others = columns.values()
    return {path: Seen(*seen) for path, *seen in zip(paths, *others, strict=True)}


def save_seen(cache: Path | None, seen: dict[str, Seen]) -> None:
    """Remember what was seen, in place of what was remembered."""
    if cache is None:
        return
    columns = [list(seen), *([list(column) for column in zip(*seen.values(), strict=True)] or [[]] * 5)]
    arrays = [pa.array(column, field.type) for column, field in zip(columns, _SCHEMA, strict=True)]
    try:
        cache.mkdir(parents=True, exist_ok=True)
        part = cache / f".{_FILE}.{os.getpid()}"
        pq.write_table(pa.table(arrays, _SCHEMA), part)
        part.replace(cache / _FILE)
    except OSError:
        return  # a home that cannot be written is told by whoever must write there
