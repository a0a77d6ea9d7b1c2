"""Old records and entries, lifted on reading: one small step a version, never rewritten on disk.

A step gets what version N wrote and returns what version N+1 would have written. To change how a record or a stream is
written: raise its version, add the step from the version before, and freeze a log of that version beside the tests.
"""

from collections.abc import Callable, Mapping
from typing import Any

import duckdb

from warehouse.errors import DamagedLog

RECORD_FORMAT = 1
"""The format of records that is written now."""

STREAM_VERSIONS = {
    "accessions": 1,
    "claims": 1,
    "contents": 1,
    "quality_results": 1,
    "quarantine": 1,
    "readings": 1,
    "rulings": 1,
}
"""The version of each stream's columns that is written now."""

RecordStep = Callable[[dict[str, Any]], dict[str, Any]]
StreamStep = Callable[[duckdb.DuckDBPyRelation], duckdb.DuckDBPyRelation]

RECORD_STEPS: Mapping[int, RecordStep] = {}
"""The step from each older record format to the next."""

STREAM_STEPS: Mapping[tuple[str, int], StreamStep] = {}
"""The step from each older version of a stream to the next."""


def lift_record(fields: dict[str, Any], where: object) -> dict[str, Any]:
    """A record's fields in the present format; ``where`` is its file. Raises DamagedLog where it is of a later one."""
    written = fields["format"]
    if not 1 <= written <= RECORD_FORMAT:
        raise DamagedLog(
            f"{where} is of record format {written}, this version of Regesta knows formats up to {RECORD_FORMAT}: "
            "use a newer version."
        )
    for version in range(written, RECORD_FORMAT):
        fields = RECORD_STEPS[version](fields)
    return fields


def lift_entries(entries: duckdb.DuckDBPyRelation, stream: str, version: int, where: object) -> duckdb.DuckDBPyRelation:
    """Entries of a stream in its present columns. Raises DamagedLog where ``version`` is a later one than is known."""
    if not 1 <= version <= STREAM_VERSIONS[stream]:
        raise DamagedLog(
            f"{where} holds version {version} of the stream {stream}, this version of Regesta knows versions up to "
            f"{STREAM_VERSIONS[stream]}: use a newer version."
        )
    for step in range(version, STREAM_VERSIONS[stream]):
        entries = STREAM_STEPS[stream, step](entries)
    return entries
