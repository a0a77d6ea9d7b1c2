"""A transaction's record: what it holds, how it is written, how its hash is made, how it is read back and checked."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from warehouse.errors import DamagedLog
from warehouse.log.upcasts import RECORD_FORMAT, lift_record


@dataclass(frozen=True, slots=True)
class Segment:
    """One immutable Parquet file of a transaction: its stream, the version of the stream's columns, and its digest."""

    stream: str
    version: int
    file: str
    """Relative to the log's folder, parts joined by ``/``."""
    rows: int
    byte_count: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Transaction:
    """One transaction as its record holds it: the columns of the table ``transactions``, its segments, its details.

    ``details`` holds further facts by name, such as the seed folder that was listed.
    """

    tx: int
    recorded_at: datetime
    kind: str
    cause: str
    agent: str
    run_id: str | None
    asserted_count: int
    restated_count: int
    relocated_count: int
    retracted_count: int
    details: Mapping[str, str] = field(default_factory=dict)
    segments: tuple[Segment, ...] = ()
    parent_hash: str | None
    hash: str


def _digest(fields: dict[str, Any]) -> str:
    content = {name: value for name, value in fields.items() if name != "hash"}
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _to_text(fields: dict[str, Any]) -> bytes:
    return (json.dumps(fields, ensure_ascii=False, indent=1) + "\n").encode()


def make_record(transaction: Transaction) -> tuple[Transaction, bytes]:
    """A transaction with its hash, and the bytes of its record.

    The hash is SHA-256 over all fields but itself, the parent's hash and the segments' digests among them, as JSON
    with sorted keys and no spaces.
    """
    fields = {"format": RECORD_FORMAT} | asdict(transaction)
    fields["recorded_at"] = transaction.recorded_at.astimezone(UTC).isoformat(timespec="microseconds")
    fields["segments"] = [asdict(segment) for segment in transaction.segments]
    fields["hash"] = _digest(fields)
    return _to_transaction(fields), _to_text(fields)


def _to_transaction(fields: dict[str, Any]) -> Transaction:
    held = {name: value for name, value in fields.items() if name != "format"}
    held["recorded_at"] = datetime.fromisoformat(held["recorded_at"])
    held["segments"] = tuple(Segment(**segment) for segment in fields["segments"])
    return Transaction(**held)


def read_record(file: Path, tx: int) -> Transaction:
    """Read the record of transaction ``tx``. Raises DamagedLog naming the file where it is not what was written."""
    advice = "restore it from a copy of the log"
    try:
        content = file.read_bytes()
    except FileNotFoundError as error:
        raise DamagedLog(f"{file} is missing, the record of transaction {tx}: {advice}.") from error
    except OSError as error:
        raise DamagedLog(f"{file} cannot be read ({error.strerror}): {advice}.") from error
    try:
        fields = json.loads(content)
        is_whole = _digest(fields) == fields["hash"] and _to_text(fields) == content
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedLog(f"{file} is no record of a transaction (expected JSON with a hash): {advice}.") from error
    if not is_whole:
        raise DamagedLog(f"{file} has been changed since it was written, its hash does not fit it: {advice}.")
    fields = lift_record(fields, file)
    if fields["tx"] != tx:
        raise DamagedLog(f"{file} is the record of transaction {fields['tx']}, expected {tx}: {advice}.")
    return _to_transaction(fields)
