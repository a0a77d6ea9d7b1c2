"""The seed folder, listed and read without trust: every file is named, none is followed out, none can block.

Only here are source files opened. What cannot be received is named with its problem; the rest goes on.
"""

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import yaml

from warehouse.contract.vocabulary import AUTHORSHIPS
from warehouse.errors import UnusableSeeds
from warehouse.log.accession import Arrival

DESCRIPTIONS = "sources.yml"
"""What is known of the sources; itself no source."""

RULINGS = "rulings"
"""Curators' rulings; no sources."""

MAX_BYTES = 1024 * 1024 * 1024
"""A file beyond this is named and left where it is: the log keeps every byte it takes."""

_CHUNK = 1024 * 1024
_EMPTY = hashlib.sha256(b"").hexdigest()
_MEDIA_TYPES = {".txt": "text/plain", ".md": "text/markdown", ".wiki": "text/x-wiki", ".xml": "application/xml"}
_FACTS = ("authorship", "origin", "licence", "reference_code")
_LEFTOVERS = ("~", ".tmp", ".part", ".swp", ".crdownload")
_STATS = pa.schema(
    [
        ("path", pa.string()),
        ("size", pa.int64()),
        ("changed_ns", pa.int64()),
        ("file", pa.int64()),
        ("sha256", pa.string()),
    ]
)
_RESTING_NS = 2_000_000_000
"""A file changed within two seconds before it was looked at may change again unseen: its digest is not remembered."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A seed folder as it lay: its files in order of their paths, whether all of it could be listed, and where."""

    folder: Path
    arrivals: tuple[Arrival, ...]
    is_complete: bool

    @property
    def digest(self) -> str:
        """One digest over every path, content and description: the same where nothing has changed."""
        made = hashlib.sha256()
        for arrival in self.arrivals:
            made.update(repr((arrival.path, arrival.sha256, arrival.problem, sorted(arrival.facts.items()))).encode())
        return made.hexdigest()


@dataclass(frozen=True, slots=True)
class _Found:
    path: str
    file: Path
    problem: str | None


def list_seeds(folder: Path, cache: Path | None, *, now_ns: int) -> Listing:
    """List a seed folder and digest its files; those that lie as they lay (size, time, file number) are not read again.

    ``cache`` is where their digests are remembered, None for nowhere; ``now_ns`` the time of the look. Raises
    UnusableSeeds where the folder is missing or its ``sources.yml`` cannot be understood.
    """
    if not folder.is_dir():
        raise UnusableSeeds(f"There is no seed folder {folder}: make it, or give another with --seeds.")
    facts = read_descriptions(folder / DESCRIPTIONS)
    known = _load_stats(cache)
    remembered: list[dict[str, Any]] = []
    arrivals: list[Arrival] = []
    complete = True
    for found in _walk(folder, folder):
        if found.problem and found.file.is_dir():
            complete = False
        arrivals.append(_receive(found, facts.get(found.path, {}), known, remembered, now_ns))
    _save_stats(cache, remembered)
    return Listing(folder, tuple(arrivals), complete)


def read_file(folder: Path, path: str) -> bytes:
    """The bytes of one listed file; OSError where it can no longer be read."""
    handle = _open(folder / path)
    with os.fdopen(handle, "rb") as file:
        return file.read(MAX_BYTES + 1)


def _is_left_out(name: str, is_top: bool) -> bool:
    return name.startswith(".") or name.endswith(_LEFTOVERS) or (is_top and name in (DESCRIPTIONS, RULINGS))


def _to_path(file: Path, top: Path) -> tuple[str, bool]:
    """The path relative to the seed folder, and whether its name is valid text."""
    path = file.relative_to(top).as_posix()
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return path.encode("utf-8", "backslashreplace").decode(), False
    return path, True


def _walk(folder: Path, top: Path) -> Iterator[_Found]:
    try:
        with os.scandir(folder) as listed:
            entries = sorted(listed, key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        path, _ = _to_path(folder, top)
        yield _Found(path, folder, f"The folder cannot be listed: {error.strerror}. Give read access.")
        return
    for entry in entries:
        if _is_left_out(entry.name, folder == top):
            continue
        file = Path(entry.path)
        path, is_text = _to_path(file, top)
        problem = None if is_text else "Its name is not valid UTF-8: rename the file."
        if entry.is_symlink():
            target = Path(os.path.realpath(file))
            if not target.is_relative_to(top.resolve()):
                problem = "It is a link out of the seed folder, which is not followed: put the file itself here."
            elif not target.is_file():
                problem = "It is a link that leads to no file: put the file itself here."
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(file, top)
            continue
        elif not entry.is_file(follow_symlinks=False):
            problem = f"It is {_kind_of(entry)}, no file: put a file in its place or take it away."
        yield _Found(path, file, problem)


def _kind_of(entry: os.DirEntry[str]) -> str:
    mode = entry.stat(follow_symlinks=False).st_mode
    if stat.S_ISFIFO(mode):
        return "a pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"


def _open(file: Path) -> int:
    # Not blocking: should the file have become a pipe since it was listed, the open returns and the check below tells.
    handle = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "It is no regular file")
    return handle


def _receive(
    found: _Found, facts: dict[str, str | None], known: dict[str, Any], remembered: list[dict[str, Any]], now_ns: int
) -> Arrival:
    media_type = _MEDIA_TYPES.get(found.file.suffix.lower())

    def without_bytes(problem: str, size: int = 0) -> Arrival:
        return Arrival(found.path, _EMPTY, size, media_type, problem, facts)

    if found.problem is not None:
        return without_bytes(found.problem)
    try:
        handle = _open(found.file)
    except OSError as error:
        return without_bytes(f"It cannot be read: {error.strerror}. Give read access or take it away.")
    with os.fdopen(handle, "rb") as file:
        before = os.fstat(handle)
        if before.st_size > MAX_BYTES:
            return without_bytes(f"It has {before.st_size:,} bytes, more than {MAX_BYTES:,}: split it.", before.st_size)
        stats = {
            "path": found.path, "size": before.st_size, "changed_ns": before.st_mtime_ns, "file": before.st_ino,
        }  # fmt: skip
        last = known.get(found.path)
        if last is not None and all(last[name] == value for name, value in stats.items()):
            remembered.append(last)
            return Arrival(found.path, last["sha256"], before.st_size, media_type, None, facts)
        digest = hashlib.sha256()
        size = 0
        try:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
        except OSError as error:
            return without_bytes(f"It cannot be read: {error.strerror}. Give read access or take it away.")
        if before.st_mtime_ns < now_ns - _RESTING_NS and size == before.st_size:
            remembered.append({**stats, "sha256": digest.hexdigest()})
    return Arrival(found.path, digest.hexdigest(), size, media_type, None, facts)


def _load_stats(cache: Path | None) -> dict[str, Any]:
    file = cache / "listing.parquet" if cache else None
    if file is None or not file.exists():
        return {}
    try:
        rows = pq.read_table(file, schema=_STATS).to_pylist()
    except (OSError, pa.ArrowException):
        return {}  # what is remembered can be forgotten
    return {row["path"]: row for row in rows}


def _save_stats(cache: Path | None, remembered: list[dict[str, Any]]) -> None:
    if cache is None:
        return
    try:
        cache.mkdir(parents=True, exist_ok=True)
        part = cache / f".listing.{os.getpid()}.part"
        pq.write_table(pa.Table.from_pylist(remembered, _STATS), part)
        part.replace(cache / "listing.parquet")
    except OSError:
        return  # a home that cannot be written is told by whoever must write there


def read_descriptions(file: Path) -> dict[str, dict[str, str | None]]:
    """What ``sources.yml`` says: by path, any of authorship, origin, licence and reference_code.

    Raises UnusableSeeds with one sentence naming the entry that cannot be understood.
    """
    if not file.exists():
        return {}
    try:
        told = yaml.safe_load(file.read_text("utf-8")) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        words = " ".join(str(error).split())
        raise UnusableSeeds(f"{file} cannot be understood: {words}. Correct it or take it away.") from error
    if not isinstance(told, dict):
        raise UnusableSeeds(f"{file} must map paths to what is known of them, but holds a {type(told).__name__}.")
    made: dict[str, dict[str, str | None]] = {}
    for path, facts in told.items():
        if not isinstance(facts, dict) or not set(facts) <= set(_FACTS):
            raise UnusableSeeds(f"{file}: {path} may have {', '.join(_FACTS)}, but has {facts!r}. Correct that entry.")
        if facts.get("authorship") not in (None, *AUTHORSHIPS):
            raise UnusableSeeds(
                f"{file}: the authorship of {path} is one of {', '.join(AUTHORSHIPS)}, not {facts['authorship']!r}."
            )
        made[str(path)] = {name: None if value is None else str(value) for name, value in facts.items()}
    return made
