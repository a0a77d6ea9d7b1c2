"""The members of a .zip or .tar: read where they lie, one at a time; names are judged, never used as paths."""

import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import IO, BinaryIO

from warehouse.containers.member import MAX_MEMBER_BYTES, BrokenContainer, Member, find_bad_name, to_name, too_large
from warehouse.containers.unpacked import most_bytes

_LEFT_OUT = (".", "~$", "__MACOSX")
_MAX_HEADER_BYTES = 1 << 20
_HEADERS = (
    tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK,
)  # fmt: skip
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
_ENCRYPTED = 0x1
_NESTED = "It is a container inside a container: put it beside the other."


def _is_left_out(name: str) -> bool:
    return any(part.startswith(_LEFT_OUT) and part not in (".", "..") for part in PurePosixPath(name).parts)


def read_zip(file: BinaryIO, size: int, is_nested: Callable[[str], bool]) -> Iterator[Member]:
    """The members of a .zip in the order of its directory.

    Raises BrokenContainer where it has no whole directory, or its members lie over one another, as in a bomb.
    """
    try:
        archive = zipfile.ZipFile(file)
    except (*_DAMAGED, zipfile.LargeZipFile) as error:
        raise BrokenContainer("is no whole .zip (it has no directory at its end): obtain it again.") from error
    with archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if sum(entry.compress_size for entry in entries) > size:
            raise BrokenContainer("is a .zip whose members lie over one another: it is not read.")
        left = most_bytes(size)
        for entry in entries:
            if _is_left_out(entry.filename):
                continue
            name = to_name(entry.filename)
            problem = find_bad_name(entry.filename) or (_NESTED if is_nested(name) else None)
            if entry.flag_bits & _ENCRYPTED:
                problem = "It is encrypted: put it here without a password."
            if problem is not None:
                yield Member(name, None, problem)
            elif entry.file_size > MAX_MEMBER_BYTES:
                yield too_large(name, entry.file_size)
            else:
                try:
                    with archive.open(entry) as content:
                        member = _read(content, name)
                except _DAMAGED as error:
                    yield Member(name, None, f"It is damaged ({error}): obtain the container again.")
                    continue
                left -= len(member.content or b"")
                if left < 0:
                    raise BrokenContainer(
                        f"unpacks to more than {most_bytes(size):,} bytes from {size:,}: it is not read further."
                    )
                yield member


def _read(content: IO[bytes], name: str) -> Member:
    found = content.read(MAX_MEMBER_BYTES + 1)
    return too_large(name) if len(found) > MAX_MEMBER_BYTES else Member(name, found)


class _Header(tarfile.TarInfo):
    """A header of bounded length: its names and comments would be read into memory whole."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> "_Header":
        made = super().frombuf(buf, encoding, errors)
        if made.size > _MAX_HEADER_BYTES and made.type in _HEADERS:
            raise BrokenContainer(f"is a .tar with a header of {made.size:,} bytes: it is not read.")
        return made


def read_tar(stream: BinaryIO, is_nested: Callable[[str], bool]) -> Iterator[Member]:
    """The members of a .tar in order. Raises BrokenContainer where it is none, is damaged or breaks off."""
    try:
        with tarfile.open(fileobj=stream, mode="r|", tarinfo=_Header) as archive:
            for entry in archive:
                if entry.isdir() or _is_left_out(entry.name):
                    continue
                name = to_name(entry.name)
                problem = find_bad_name(entry.name) or (_NESTED if is_nested(name) else None)
                if not entry.isreg():
                    problem = "It is a link or a device, no file: put the file itself in its place."
                if problem is not None:
                    yield Member(name, None, problem)
                elif entry.size > MAX_MEMBER_BYTES:
                    yield too_large(name, entry.size)
                else:
                    content = archive.extractfile(entry)
                    assert content is not None
                    yield _read(content, name)
                archive.members = []  # type: ignore[attr-defined]  # else it keeps every header it has met
    except (tarfile.TarError, EOFError, ValueError) as error:
        raise BrokenContainer(f"is no whole .tar ({error}): obtain it again.") from error
