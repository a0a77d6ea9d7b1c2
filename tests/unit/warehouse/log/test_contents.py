"""Bytes given back by their digests."""

import hashlib

import pyarrow as pa
import pytest

from warehouse.errors import DamagedLog
from warehouse.log import read_contents
from warehouse.log import segments as segments_module


def contents(*values):
    return pa.table({"sha256": [hashlib.sha256(value).hexdigest() for value in values], "content": list(values)})


def test_bytes_come_back_once_each_over_transactions_and_row_groups(log, append, monkeypatch):
    monkeypatch.setattr(segments_module, "ROW_GROUP_ROWS", 1)
    append(
        "ingestion", contents=(batch for value in (b"one", b"", b"\xff\x00") for batch in contents(value).to_batches())
    )
    append("ingestion", contents=contents(b"four", b"one"))
    digests = [hashlib.sha256(value).hexdigest() for value in (b"four", b"", b"one", b"one")]
    assert [value for _, value in read_contents(log, digests)] == [b"one", b"", b"four"]


def test_an_unknown_digest_is_named(log, append):
    append("ingestion", contents=contents(b"one"))
    with pytest.raises(DamagedLog, match="no bytes with the digest 0000"):
        list(read_contents(log, ["0" * 64]))
