"""The seed folder, listed and read without trust: every file is named, none is followed out, none can block.

Only here are source files opened. What cannot be received is named with its problem; the rest goes on.
"""

import errno
import hashlib
import os
import stat
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from warehouse.containers import ContainerSettings, is_container
from warehouse.containers.lists import Container
from warehouse.contract.streams import Content
from warehouse.contract.types import table_of
from warehouse.descriptions import read_descriptions
from warehouse.errors import UnusableSeeds
from warehouse.listing_cache import Seen, load_seen, save_seen
from warehouse.log.accession import LISTED_MEMBERS, Arrival
from warehouse.translations.to_arrow import to_arrow_schema

DESCRIPTIONS = "sources.yml"
"""What is known of the sources; itself no source."""

RULINGS = "rulings"
"""Curators' rulings; no sources."""

MAX_BYTES = 1 << 30
"""A file beyond this is named and left where it is: a value of a Parquet file cannot hold more than twice as much."""

BATCH_BYTES = 16 << 20
"""Bytes of sources held in memory at a time, unless one source alone is larger."""

_CHUNK = 1 << 20
_NO_BYTES = hashlib.sha256(b"").hexdigest()
_MEDIA_TYPES = {".txt": "text/plain", ".md": "text/markdown", ".wiki": "text/x-wiki", ".xml": "application/xml"}
_LEFTOVERS = ("~", "#", ".tmp", ".part", ".swp", ".crdownload")
_LEFTOVER_BEGINNINGS = (".", "~$")
_RESTING_NS = 2_000_000_000
"""A file changed within two seconds before it was looked at may change again unseen: its digest is not remembered."""

_IN_MOTION = "It changed while it was being read: it is received once it is at rest."
_ODD_NAME = "Its name is not valid UTF-8: rename the file."
_NOTHING: Mapping[str, str | None] = {}


@dataclass(frozen=True, slots=True)
class Listing:
    """A seed folder as it lay: its files in order of their paths, whether all of it could be listed, and where.

    ``notes`` are sentences for people about what was odd but lost nothing.
    """

    folder: Path
    arrivals: tuple[Arrival, ...]
    is_complete: bool
    notes: tuple[str, ...] = ()
    odd_names: Mapping[str, Path] = field(default_factory=dict)
    """The files whose names are not valid text, by the path they are recorded under."""
    containers: tuple[Container, ...] = ()
    """The files that hold members, in order of their paths; they are no sources themselves."""
    members: pa.Table = field(default_factory=LISTED_MEMBERS.empty_table)
    """What those hold (``LISTED_MEMBERS``), once they were opened."""

    @property
    def digest(self) -> str:
        """One digest over every path, content and description: the same where nothing has changed."""
        made = hashlib.sha256()
        for arrival in self.arrivals:
            made.update(repr((arrival.path, arrival.sha256, arrival.problem, sorted(arrival.facts.items()))).encode())
        for held in self.containers:
            made.update(repr((held.path, held.sha256, held.settings.key, held.facts)).encode())
        return made.hexdigest()

    def open_container(self, container: Container) -> BinaryIO:
        """A container, open at its beginning. Raises OSError where it cannot be opened."""
        return os.fdopen(_open(self.file_of(container.path)), "rb")

    def file_of(self, path: str) -> Path:
        """Where a listed file lies."""
        return self.odd_names.get(path, self.folder / path)


class _Found(NamedTuple):
    """A file met in the folder: its path as recorded, where it lies, what is wrong with it, whether it can be read.

    ``stats`` tells how the system describes it; of a link, which is described by what it leads to, nothing.
    """

    path: str
    file: str
    problem: str | None = None
    has_bytes: bool = True
    is_folder: bool = False
    stats: os.stat_result | None = None


def list_seeds(folder: Path, cache: Path | None, *, now_ns: int, reads_all: bool = False) -> Listing:
    """List a seed folder and digest its files; those that lie as they lay (size, times, number) are not read again.

    ``cache`` is where their digests are remembered, None for nowhere; ``now_ns`` the time of the look; ``reads_all``
    trusts no digest that is remembered. Raises UnusableSeeds where the folder is missing, holds the home, or its
    ``sources.yml`` cannot be understood.
    """
    if not folder.is_dir():
        raise UnusableSeeds(f"There is no seed folder {folder}: make it, or give another with --seeds.")
    if cache is not None and cache.resolve().is_relative_to(folder.resolve()):
        raise UnusableSeeds(f"The home {cache.parent} lies inside the seed folder {folder}: give another with --home.")
    descriptions = read_descriptions(folder / DESCRIPTIONS)
    facts = descriptions.facts
    known = {} if reads_all else load_seen(cache)
    remembered: dict[str, Seen] = {}
    arrivals: list[Arrival] = []
    containers: list[Container] = []
    odd_names: dict[str, Path] = {}
    is_complete = True
    for found in _walk(str(folder), str(folder), ""):
        if found.problem is _ODD_NAME:
            while found.path in odd_names:
                found = found._replace(path=found.path + "'")
            odd_names[found.path] = Path(found.file)
        is_complete &= not found.is_folder
        arrival, seen = _digest_file(found, known.get(found.path), now_ns)
        if arrival.problem == _IN_MOTION:  # once more: most writers are done by now
            arrival, seen = _digest_file(found, None, now_ns)
        told = facts.get(found.path, _NOTHING)
        if arrival.problem is None and is_container(found.path):
            settings = descriptions.containers.get(found.path, ContainerSettings())
            containers.append(
                Container(found.path, arrival.sha256, arrival.byte_count, settings, tuple(sorted(told.items())))
            )
        else:
            arrivals.append(replace(arrival, facts=told) if told else arrival)
        if seen is not None:
            remembered[found.path] = seen
    if remembered != known:
        save_seen(cache, remembered)
    arrivals.sort(key=lambda arrival: arrival.path)
    containers.sort(key=lambda container: container.path)
    described = facts.keys() | descriptions.containers.keys()
    there = {arrival.path for arrival in arrivals} | {container.path for container in containers}
    unknown = sorted(described - there)
    notes = tuple(f"{DESCRIPTIONS} describes {path}, which is not in {folder}." for path in unknown)
    return Listing(folder, tuple(arrivals), is_complete, notes, odd_names, tuple(containers))


def _is_left_out(name: str, is_top: bool) -> bool:
    return (
        name.startswith(_LEFTOVER_BEGINNINGS)
        or name.endswith(_LEFTOVERS)
        or (is_top and name in (DESCRIPTIONS, RULINGS))
    )


def _walk(folder: str, top: str, path: str) -> Iterator[_Found]:
    """The files of a folder, in order; ``path`` is the folder's own with a slash behind, empty at the top."""
    try:
        with os.scandir(folder) as listed:
            entries = sorted(listed, key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        problem = f"The folder cannot be listed: {error.strerror}. Give read access."
        yield _Found(path.rstrip("/") or ".", folder, problem, False, is_folder=True)
        return
    for entry in entries:
        if _is_left_out(entry.name, folder == top):
            continue
        # bytes of a name that are no valid UTF-8 are recorded as \xNN
        name = entry.name if entry.name.isascii() else os.fsencode(entry.name).decode("utf-8", "backslashreplace")
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, top, f"{path}{name}/")
        else:
            yield _look_at(entry, path + name, top)


def _look_at(entry: os.DirEntry[str], path: str, top: str) -> _Found:
    if entry.is_symlink():
        target = Path(os.path.realpath(entry.path))
        if not target.is_relative_to(os.path.realpath(top)):
            problem = "It is a link out of the seed folder, which is not followed: put the file itself here."
            return _Found(path, entry.path, problem, False)
        if not target.is_file():
            return _Found(path, entry.path, "It is a link that leads to no file: put the file itself here.", False)
        stats = None
    elif not entry.is_file(follow_symlinks=False):
        problem = f"It is {_kind_of(entry)}, no file: put a file in its place or take it away."
        return _Found(path, entry.path, problem, False)
    else:
        try:
            stats = entry.stat(follow_symlinks=False)
        except OSError:
            stats = None  # gone meanwhile: to open it tells
    return _Found(path, entry.path, None if entry.path.endswith(path) else _ODD_NAME, stats=stats)


def _kind_of(entry: os.DirEntry[str]) -> str:
    try:
        mode = entry.stat(follow_symlinks=False).st_mode
    except OSError:
        return "gone"
    if stat.S_ISFIFO(mode):
        return "a pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"


def _open(file: str | Path) -> int:
    # Not blocking: should the file have become a pipe since it was listed, the open returns and the check below tells.
    # Not following: a link was resolved and judged before; should another stand there now, it is refused.
    real = os.path.realpath(file) if Path(file).is_symlink() else file
    handle = os.open(real, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "It is no regular file")
    return handle


def _to_seen(stats: os.stat_result, sha256: str) -> Seen:
    return Seen(stats.st_size, stats.st_mtime_ns, stats.st_ctime_ns, stats.st_ino, sha256)


def _digest_file(found: _Found, known: Seen | None, now_ns: int) -> tuple[Arrival, Seen | None]:
    """One found file as an arrival, and what to remember of it, if anything."""
    _, dot, ending = found.path.rpartition(".")
    media_type = _MEDIA_TYPES.get(dot + ending.lower())
    if known is not None and found.stats is not None and known == _to_seen(found.stats, known.sha256):
        return Arrival(found.path, known.sha256, known.size, media_type, found.problem), known

    def without_bytes(problem: str, size: int = 0) -> tuple[Arrival, None]:
        return Arrival(found.path, _NO_BYTES, size, media_type, problem, has_bytes=False), None

    if not found.has_bytes:
        return without_bytes(found.problem or "")
    try:
        handle = _open(found.file)
        with os.fdopen(handle, "rb") as file:
            before = os.fstat(handle)
            if known is not None and known == _to_seen(before, known.sha256):
                return Arrival(found.path, known.sha256, known.size, media_type, found.problem), known
            if before.st_size > MAX_BYTES and not is_container(found.path):
                told = (
                    f"It has {before.st_size:,} bytes, more than the {MAX_BYTES:,} that are kept of one file: split it."
                )
                return without_bytes(told, before.st_size)
            sha256, size = _digest(file)
            after = os.fstat(handle)
    except OSError as error:
        return without_bytes(f"It cannot be read: {error.strerror}. Give read access or take it away.")
    seen = _to_seen(after, sha256)
    if seen != _to_seen(before, sha256) or size != after.st_size:
        return without_bytes(_IN_MOTION)
    is_resting = max(after.st_mtime_ns, after.st_ctime_ns) < now_ns - _RESTING_NS
    return Arrival(found.path, sha256, size, media_type, found.problem), seen if is_resting else None


def _digest(file: BinaryIO) -> tuple[str, int]:
    digest = hashlib.sha256()
    size = 0
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
        size += len(chunk)
    return digest.hexdigest(), size


class NewContents:
    """The bytes the log does not have yet, as batches of the stream ``contents``; a file is read as it is asked for.

    ``entries`` are those of ``compare_folder``; ``kept`` the digests whose bytes the log has. Once iterated,
    ``settle`` tells which entries may be recorded.
    """

    def __init__(self, listing: Listing, entries: pa.Table, kept: Collection[str]) -> None:
        self._listing = listing
        self._entries = entries
        self._kept = kept
        self._lost: set[str] = set()

    def __iter__(self) -> Iterator[pa.RecordBatch]:
        taken: set[str] = set()
        digests: list[str] = []
        held = bytearray()
        offsets = [0]
        readable = {arrival.path for arrival in self._listing.arrivals if arrival.has_bytes}
        listed = pa.array(list(readable), pa.string())
        own = self._entries.filter(pc.is_in(self._entries.column("path"), listed))  # of members the log has the bytes
        for path, sha256 in zip(*(own.column(name).to_pylist() for name in ("path", "sha256")), strict=True):
            if sha256 in self._kept or sha256 in taken:
                continue
            if not self._read(path, sha256, held):
                del held[offsets[-1] :]
                self._lost.add(sha256)
                continue
            taken.add(sha256)
            digests.append(sha256)
            offsets.append(len(held))
            if len(held) >= BATCH_BYTES:
                yield _to_contents(digests, offsets, held)
                digests, held, offsets = [], bytearray(), [0]
        if digests:
            yield _to_contents(digests, offsets, held)
        self._lost -= taken

    def _read(self, path: str, sha256: str, held: bytearray) -> bool:
        """Add a file's bytes to those held; False where they are no longer those that were listed."""
        digest = hashlib.sha256()
        try:
            with os.fdopen(_open(self._listing.file_of(path)), "rb") as file:
                while chunk := file.read(_CHUNK):
                    digest.update(chunk)
                    held += chunk
        except OSError:
            return False
        return digest.hexdigest() == sha256

    def settle(self) -> pa.Table:
        """The entries whose bytes the log has or now gets; what changed since it was listed waits for a later run."""
        if not self._lost:
            return self._entries
        lost = pa.array(sorted(self._lost), pa.string())
        return self._entries.filter(pc.invert(pc.is_in(self._entries.column("sha256"), lost)))


def _to_contents(digests: list[str], offsets: list[int], held: bytearray) -> pa.RecordBatch:
    """A batch over the bytes held, which are not copied."""
    buffers = [None, pa.py_buffer(np.array(offsets, np.int32)), pa.py_buffer(held)]
    content = pa.Array.from_buffers(pa.binary(), len(digests), buffers)
    schema = to_arrow_schema(table_of(Content))
    return pa.RecordBatch.from_arrays([pa.array(digests, pa.string()), content], schema=schema)
