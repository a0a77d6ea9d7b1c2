"""The bytes inside a compressed file, streamed and bounded: what unpacks to far too much is not read to its end."""

import bz2
import gzip
import io
import lzma
import zlib
from typing import BinaryIO, Protocol

import pyarrow as pa

from warehouse.containers.member import BrokenContainer

FREE_BYTES = 256 << 20
MOST_TIMES = 250
"""Beyond the first bytes, a file may unpack to so many times its size: text hardly comes to forty times."""

_DAMAGED = (EOFError, OSError, zlib.error, lzma.LZMAError, pa.ArrowException)


class _Inner(Protocol):
    def read1(self, size: int, /) -> bytes:
        """What one look gives, so that what came before a damage is not lost with it."""


class Unpacked(io.RawIOBase):
    """A stream that raises BrokenContainer where the file is damaged, breaks off, or unpacks to far too much."""

    def __init__(self, inner: _Inner, packed_bytes: int) -> None:
        super().__init__()
        self._inner = inner
        self._most = most_bytes(packed_bytes)
        self._packed_bytes = packed_bytes
        self._read = 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer) -> int:  # type: ignore[no-untyped-def]
        """Fill a buffer with what comes next; returns how much came."""
        try:
            content = self._inner.read1(len(buffer))
        except _DAMAGED as error:
            raise BrokenContainer(
                f"breaks off or is damaged after {self._read:,} unpacked bytes: obtain it again."
            ) from error
        self._read += len(content)
        if self._read > self._most:
            raise BrokenContainer(
                f"unpacks to more than {self._most:,} bytes from {self._packed_bytes:,}: it is not read further."
            )
        buffer[: len(content)] = content
        return len(content)


class _Lent:
    """A file that stays open when who reads it is done: Arrow would close it."""

    closed = False

    def __init__(self, file: BinaryIO) -> None:
        self.read = file.read

    def close(self) -> None:
        """Nothing."""


def most_bytes(packed_bytes: int) -> int:
    """How much a file of this size may unpack to."""
    return FREE_BYTES + MOST_TIMES * packed_bytes


def open_unpacked(file: BinaryIO, name: str, packed_bytes: int) -> io.BufferedReader:
    """A stream over what a file holds, unpacked by what its name ends with."""
    inner: _Inner
    if name.endswith((".gz", ".tgz")):
        inner = gzip.GzipFile(fileobj=file, mode="rb")
    elif name.endswith((".bz2", ".tbz2")):
        inner = bz2.BZ2File(file, "rb")
    elif name.endswith(".zst"):
        inner = pa.CompressedInputStream(pa.PythonFile(_Lent(file), "r"), "zstd")
    else:
        inner = file  # type: ignore[assignment]  # a file opened for reading bytes is buffered
    return io.BufferedReader(Unpacked(inner, packed_bytes), 1 << 18)
