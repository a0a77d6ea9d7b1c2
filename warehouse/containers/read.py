"""Which files are containers, by what their names end with, and the members of one."""

from collections.abc import Iterator
from typing import BinaryIO

from warehouse.containers.archives import read_tar, read_zip
from warehouse.containers.json_lines import read_json_lines
from warehouse.containers.mediawiki import read_pages
from warehouse.containers.member import Member
from warehouse.containers.settings import ContainerSettings
from warehouse.containers.unpacked import open_unpacked

_PACKED = ("", ".gz", ".bz2", ".zst")
_TAR = (*(f".tar{packed}" for packed in _PACKED), ".tgz", ".tbz2")
_LINES = tuple(f".jsonl{packed}" for packed in _PACKED)
_DUMPS = tuple(f".xml{packed}" for packed in _PACKED)


def is_container(name: str) -> bool:
    """Whether a file of this name holds members."""
    return name.lower().endswith((".zip", *_TAR, *_LINES, *_DUMPS))


def read_members(file: BinaryIO, name: str, size: int, settings: ContainerSettings) -> Iterator[Member]:
    """The members of a container that are sources, in its order; memory holds one of them at a time.

    ``file`` stands open at its beginning and has ``size`` bytes. Raises BrokenContainer where it cannot be read on;
    what came before stands.
    """
    kind = name.lower()
    return (member for member in _read(file, kind, size, settings) if settings.takes(member))


def _read(file: BinaryIO, kind: str, size: int, settings: ContainerSettings) -> Iterator[Member]:
    if kind.endswith(".zip"):
        return read_zip(file, size, is_container)
    stream = open_unpacked(file, kind, size)
    if kind.endswith(_TAR):
        return read_tar(stream, is_container)
    if kind.endswith(_LINES):
        return read_json_lines(stream, settings)
    return read_pages(stream)
