"""A log in an empty folder, and entries to put in it."""

from datetime import UTC, datetime

import duckdb
import pyarrow as pa
import pytest

from warehouse.contract.streams import Accession, SourceReading
from warehouse.contract.tables import TABLES
from warehouse.contract.types import Kind, table_of
from warehouse.log import open_log
from warehouse.log.streams import CLAIM_ENTRIES, PARTS_TYPE
from warehouse.translations.to_arrow import to_arrow_table

_FILLED = {Kind.TEXT: "x", Kind.INTEGER: 0, Kind.NUMBER: 0.5, Kind.BOOLEAN: False}


@pytest.fixture
def moment():
    return datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def log(tmp_path):
    return open_log(tmp_path / "log")


@pytest.fixture
def con():
    with duckdb.connect() as con:
        yield con


@pytest.fixture
def append(log, moment):
    def append(kind="normalization", parent=..., recorded_at=moment, **streams):
        parent = log.head if parent is ... else parent
        return log.append(
            parent=parent,
            recorded_at=recorded_at,
            kind=kind,
            cause="A test.",
            agent="test",
            run_id=None,
            segments=streams,
        )

    return append


@pytest.fixture
def claim():
    """A claim as read: the contract's columns and its parts."""

    def claim(claim_id, source_id="s1", parts=(), **values):
        columns = TABLES["claims"].columns
        row = {c.name: None if c.nullable else _FILLED[c.kind] for c in columns}
        named = [{"ordinal": n, "role": None, "text": None, "part_start": None, "part_end": None, "value": None, **part}
                 for n, part in enumerate(parts)]  # fmt: skip
        return row | {"claim_id": claim_id, "source_id": source_id, "parts": named} | values

    return claim


@pytest.fixture
def to_claims():
    """Claims as the relation a reading hands over."""

    def to_claims(*claims):
        schema = pa.schema([f for f in CLAIM_ENTRIES if f.name not in ("tx", "action", "cause", "parts")])
        flat = pa.Table.from_pylist([{n: c[n] for n in schema.names} for c in claims], schema)
        return flat.append_column("parts", pa.array([c["parts"] for c in claims], PARTS_TYPE))

    return to_claims


@pytest.fixture
def accession():
    def accession(source_id="s1", version=1, action="received", path="a.txt", sha256="a" * 64, **values):
        filled = dict.fromkeys(
            ("member", "media_type", "duplicate_of", "problem", "authorship", "origin", "licence", "reference_code")
        )
        row = {"source_id": source_id, "version": version, "action": action, "path": path, "sha256": sha256}
        return to_arrow_table(table_of(Accession), [Accession(**filled | {"byte_count": 3} | row | values)])

    return accession


@pytest.fixture
def reading():
    def reading(source_id="s1", version=1, fingerprint="f1", **values):
        filled = dict.fromkeys(("problem", "layout", "encoding", "language", "title", "notice"))
        row = {"source_id": source_id, "version": version, "fingerprint": fingerprint, "sha256": "a" * 64}
        row |= {"status": "normalized", "authorship": "unstated"} | values
        return to_arrow_table(table_of(SourceReading), [SourceReading(**filled | row)])

    return reading
