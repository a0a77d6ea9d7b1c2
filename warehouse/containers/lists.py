"""What was found in containers, remembered by their digests: a container that is what it was is not opened again.

A list grows batch by batch while its container is received, so that a run that dies goes on behind the last batch.
Lists lie in the cache and may be deleted: then the container is read again.
"""

import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.containers.settings import ContainerSettings

_FORMAT = 1
_DONE = "done.json"

FOUND_MEMBERS = pa.schema(
    [
        ("member", pa.string()),
        ("sha256", pa.string()),
        ("byte_count", pa.int64()),
        ("media_type", pa.string()),
        ("problem", pa.string()),
        ("has_bytes", pa.bool_()),
        ("reference_code", pa.string()),
        ("origin", pa.string()),
    ]
)


@dataclass(frozen=True, slots=True)
class Container:
    """A container as listed: where it lies, its digest and size, how it is read, and what is said of it."""

    path: str
    sha256: str
    byte_count: int
    settings: ContainerSettings
    facts: tuple[tuple[str, str | None], ...] = ()


class MemberList:
    """The members found in one container, read one way."""

    def __init__(self, cache: Path, container: Container) -> None:
        words = f"{_FORMAT}\n{container.sha256}\n{container.path.rpartition('.')[2]}\n{container.settings.key}"
        self._folder = cache / "containers" / hashlib.sha256(words.encode()).hexdigest()[:32]

    @property
    def is_complete(self) -> bool:
        """Whether the container was read as far as it can be."""
        return (self._folder / _DONE).exists()

    @property
    def problem(self) -> str | None:
        """What was wrong with the container as a whole."""
        told: dict[str, str | None] = json.loads((self._folder / _DONE).read_bytes())
        return told["problem"]

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("*.parquet"))

    def load(self) -> pa.Table:
        """The members found so far, in order."""
        tables = [pq.read_table(file, schema=FOUND_MEMBERS) for file in self._files()]
        return pa.concat_tables(tables) if tables else FOUND_MEMBERS.empty_table()

    def add(self, members: pa.Table) -> None:
        """Remember a batch."""
        self._folder.mkdir(parents=True, exist_ok=True)
        part = self._folder / ".part"
        pq.write_table(members, part, compression="zstd")
        part.replace(self._folder / f"{len(self._files()):06d}.parquet")

    def finish(self, problem: str | None) -> None:
        """The container was read to its end, or as far as it can be."""
        self._folder.mkdir(parents=True, exist_ok=True)
        part = self._folder / ".done"
        part.write_text(json.dumps({"problem": problem}))
        part.replace(self._folder / _DONE)

    def forget(self) -> None:
        """Forget all of it."""
        shutil.rmtree(self._folder, ignore_errors=True)


def forget_other_lists(cache: Path, containers: Sequence[Container]) -> None:
    """Delete the lists of containers that are no longer there as they were."""
    kept = {MemberList(cache, container)._folder for container in containers}
    for folder in (cache / "containers").glob("*"):
        if folder not in kept:
            shutil.rmtree(folder, ignore_errors=True)
