"""The log on disk: opened, appended to, its transactions read.

``transactions/00000001.json`` and on hold one record each, numbered without gaps; ``segments/<attempt>/`` the Parquet
files of one attempt to append. What no record names does not exist: it is what a writer left that died or lost.
How entries are folded to what stands is told in ``attach``, not here.
"""

import contextlib
import fcntl
import logging
import os
import secrets
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa

from warehouse.contract.vocabulary import TRANSACTION_KINDS
from warehouse.errors import ContractBroken, DamagedLog, LogConflict, UnusableHome
from warehouse.log.record import Segment, Transaction, make_record, read_record
from warehouse.log.segments import Entries, SegmentWriter, sync_folder, to_batches
from warehouse.log.streams import STREAMS

_LOG = logging.getLogger("regesta")
_HEAD_NOTE = "head"
_COUNTED = {"assert": "asserted", "restate": "restated", "relocate": "relocated", "retract": "retracted"}


def _record_name(tx: int) -> str:
    return f"{tx:08d}.json"


class Log:
    """A log in a folder. It may be read while others append; what was read of it never changes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._folder = folder / "transactions"
        self._known: list[Transaction] = []

    def transactions(self) -> list[Transaction]:
        """Every transaction in order, each checked against its hash and its parent.

        Raises DamagedLog naming the file where a record is missing, changed or does not follow its parent.
        """
        known = list(self._known)
        if not known:
            noted = self._read_note()  # before the records are listed: others may append meanwhile
            last = max(self._numbers(), default=0)
            self._check_end(last, noted)
            for _ in range(last):
                self._read_next(known)
        while (self._folder / _record_name(len(known) + 1)).exists():
            self._read_next(known)
        self._known = known  # only once all are read: a damaged log is damaged however often it is asked
        return list(known)

    def _numbers(self) -> Iterator[int]:
        try:
            for file in self._folder.iterdir():
                if file.suffix == ".json" and file.stem.isdigit():
                    yield int(file.stem)
        except FileNotFoundError:
            return
        except OSError as error:
            raise UnusableHome(f"{self._folder} cannot be read ({error.strerror}): make it readable.") from error

    def _read_note(self) -> int:
        """The last number written, as noted; 0 where it was never noted, or the note was lost with the power."""
        try:
            return int((self.folder / _HEAD_NOTE).read_text("ascii"))
        except (OSError, ValueError):
            return 0

    def _check_end(self, last: int, noted: int) -> None:
        """The chain cannot tell that its end is missing; the note of the last number written can."""
        if noted > last:
            raise DamagedLog(
                f"{self._folder / _record_name(last + 1)} is missing, though transactions up to {noted} were recorded: "
                "restore it from a copy of the log."
            )

    def _read_next(self, known: list[Transaction]) -> None:
        tx = len(known) + 1
        file = self._folder / _record_name(tx)
        transaction = read_record(file, tx)
        parent = known[-1].hash if known else None
        if transaction.parent_hash != parent:
            raise DamagedLog(
                f"{file} does not follow transaction {tx - 1}: its parent's hash is {transaction.parent_hash}, "
                f"expected {parent}. Restore the log from a copy."
            )
        known.append(transaction)

    @property
    def head(self) -> Transaction | None:
        """The last transaction; None where nothing was ever recorded."""
        transactions = self.transactions()
        return transactions[-1] if transactions else None

    def begin(self, parent: Transaction | None) -> "Pending":
        """Begin a transaction after ``parent``, the head it is made for; it becomes visible when it is committed."""
        return Pending(self, parent)

    def append(
        self,
        *,
        parent: Transaction | None,
        recorded_at: datetime,
        kind: str,
        cause: str,
        agent: str,
        run_id: str | None,
        segments: Mapping[str, Entries],
        details: Mapping[str, str] | None = None,
    ) -> Transaction:
        """Append one transaction after ``parent`` (the head it was made for), durably and all at once.

        ``segments`` gives each stream's entries without the column ``tx``; claims are counted by their action.
        Raises LogConflict where another writer came first, ContractBroken where entries do not fit their stream,
        UnusableHome where the disk does not take them.
        """
        with self.begin(parent) as pending:
            for stream, entries in segments.items():
                pending.write(stream, entries)
            return pending.commit(
                recorded_at=recorded_at, kind=kind, cause=cause, agent=agent, run_id=run_id, details=details
            )

    def segments_of(
        self, stream: str, *, as_of: int | None = None, held_in: Collection[int] | None = None
    ) -> list[Segment]:
        """A stream's segments in log order, up to transaction ``as_of``, of only the transactions ``held_in`` if given.

        Raises DamagedLog where one is missing or of another size than when it was recorded.
        """
        found = [
            segment
            for transaction in self.transactions()[:as_of]
            if held_in is None or transaction.tx in held_in
            for segment in transaction.segments
            if segment.stream == stream
        ]
        for segment in found:
            self.check_size(segment)
        return found

    def check_size(self, segment: Segment) -> Path:
        """The path of a segment; raises DamagedLog where it is missing or of another size than recorded."""
        path = self.folder / segment.file
        try:
            size = path.stat().st_size
        except OSError as error:
            raise DamagedLog(f"{path} is missing ({error.strerror}): restore it from a copy of the log.") from error
        if size != segment.byte_count:
            raise DamagedLog(
                f"{path} has {size} bytes, {segment.byte_count} were recorded: restore it from a copy of the log."
            )
        return path

    def sweep(self) -> list[str]:
        """Delete what writers left that died or lost: attempts no record names and nobody is writing to.

        Returns the deleted names. Safe while others write: a live attempt is locked by its writer.
        """
        swept = []
        segments = self.folder / "segments"
        for attempt in sorted(segments.iterdir()) if segments.exists() else ():
            with _try_lock(attempt) as is_free:
                # The records are read once the attempt is locked: a writer that finished just now is among them.
                named = {segment.file.split("/")[1] for made in self.transactions() for segment in made.segments}
                if is_free and attempt.name not in named:
                    shutil.rmtree(attempt, ignore_errors=True)
                    swept.append(f"segments/{attempt.name}")
        return swept


class Pending:
    """A transaction being written. Used in a ``with`` block, it is abandoned unless it was committed."""

    def __init__(self, log: Log, parent: Transaction | None) -> None:
        self._log = log
        self._parent = parent
        self.tx = parent.tx + 1 if parent else 1
        """The number it will have."""
        self._attempt = f"{self.tx:08d}-{secrets.token_hex(4)}"
        self._folder = log.folder / "segments" / self._attempt
        self._lock: int | None = None
        self._segments: list[Segment] = []
        self._counts = dict.fromkeys(_COUNTED.values(), 0)
        self._writer = SegmentWriter(log.folder, f"segments/{self._attempt}", self.tx)
        self._is_committed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def is_empty(self) -> bool:
        """True while nothing was written to it."""
        return not self._segments

    def write(self, stream: str, entries: Entries) -> None:
        """Write entries of a stream: a table, a batch, or batches as they come (held one row group at a time).

        Raises ContractBroken where they do not fit the stream, UnusableHome where the disk does not take them.
        """
        if stream not in STREAMS:
            raise ContractBroken(f"The log has no stream {stream}; it has {', '.join(sorted(STREAMS))}.")
        batches = to_batches(entries)
        with self._on_disk():
            self._open()
            self._segments += self._writer.write(stream, self._counting(batches) if stream == "claims" else batches)

    def _counting(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for counted in batch.column("action").value_counts().to_pylist():
                self._counts[_COUNTED[counted["values"]]] += counted["counts"]
            yield batch

    @contextlib.contextmanager
    def _on_disk(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            told = f"{self._log.folder} does not take transaction {self.tx} ({error.strerror or error})"
            if self._is_committed:
                raise UnusableHome(
                    f"{told}: it is recorded, but the disk did not confirm it. Check the disk."
                ) from error
            raise UnusableHome(
                f"{told}: nothing of it was recorded. Make room or make it writable, then run again."
            ) from error

    def _open(self) -> None:
        while self._lock is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            fcntl.flock(handle, fcntl.LOCK_EX)
            if os.fstat(handle).st_nlink:
                self._lock = handle
            else:  # swept in the instant before it was locked
                os.close(handle)

    def commit(
        self,
        *,
        recorded_at: datetime,
        kind: str,
        cause: str,
        agent: str,
        run_id: str | None,
        details: Mapping[str, str] | None = None,
    ) -> Transaction:
        """Make the transaction visible and durable. ``recorded_at`` before the parent's is raised to the parent's.

        Raises LogConflict where another writer took the number: what stands must be read again, then the work
        compared with it and tried again. Raises UnusableHome where the disk does not take the record.
        """
        if kind not in TRANSACTION_KINDS:
            raise ContractBroken(f"{kind} is no kind of transaction; there are {', '.join(TRANSACTION_KINDS)}.")
        parent = self._parent
        moment = recorded_at.astimezone(UTC)
        if parent and moment < parent.recorded_at:
            _LOG.warning(
                "The clock says %s, before transaction %s was recorded (%s): it was set back; the later time is kept.",
                moment.isoformat(), parent.tx, parent.recorded_at.isoformat(),
            )  # fmt: skip
            moment = parent.recorded_at
        transaction, content = make_record(
            Transaction(
                tx=self.tx,
                recorded_at=moment,
                kind=kind,
                cause=cause,
                agent=agent,
                run_id=run_id,
                **{f"{name}_count": count for name, count in self._counts.items()},
                parent_hash=parent.hash if parent else None,
                details=dict(details or {}),
                segments=tuple(self._segments),
                hash="",
            )
        )
        with self._on_disk():
            self._publish(content)
        return transaction

    def _publish(self, content: bytes) -> None:
        folder = self._log.folder / "transactions"
        if not folder.exists():
            folder.mkdir(parents=True, exist_ok=True)
            sync_folder(self._log.folder)
            sync_folder(self._log.folder.parent)
        draft = folder / f".{self._attempt}"
        try:
            # All is written before anything is synced: then one commit of the file system's journal serves most of it.
            with draft.open("xb") as file:
                file.write(content)
                file.flush()
                if self._lock is not None:
                    self._writer.sync()
                    os.fsync(self._lock)
                    sync_folder(self._folder.parent)
                os.fsync(file.fileno())
            os.link(draft, folder / _record_name(self.tx))
            self._is_committed = True  # from here on the segments are named: whatever comes, they must stay
        except FileExistsError as error:
            raise LogConflict(
                f"Another writer recorded transaction {self.tx} in {self._log.folder} first: compare with it, "
                "then try again."
            ) from error
        finally:
            with contextlib.suppress(OSError):
                draft.unlink()
        sync_folder(folder)
        self._note_head()

    def _note_head(self) -> None:
        with contextlib.suppress(OSError):  # a hint: the transaction stands without it
            handle = os.open(self._log.folder / _HEAD_NOTE, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o644)
            try:
                os.pwrite(handle, b"%08d\n" % self.tx, 0)
            finally:
                os.close(handle)

    def close(self) -> None:
        """Give up what was not committed, and let go of the lock on it."""
        self._writer.close()
        if not self._is_committed and self._lock is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


@contextlib.contextmanager
def _try_lock(folder: Path) -> Iterator[bool]:
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        yield False
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield True
    except BlockingIOError:
        yield False
    finally:
        os.close(handle)


def open_log(folder: Path) -> Log:
    """The log in a folder; nothing is created before the first append."""
    return Log(folder)
