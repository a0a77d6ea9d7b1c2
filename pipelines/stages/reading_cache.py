"""The passages, gaps and citations of sources already read, kept under the home so that nothing is split twice.

They follow from the bytes in the log and the code that reads them, so they are no part of the log and may be deleted:
what is missing is read again. One folder a fingerprint of that code; in it one file a table and batch.
"""

import shutil
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.contract.tables import TABLES
from warehouse.translations.to_arrow import to_arrow_schema

CACHED = ("passages", "gaps", "citations")
_KNOWN = "known"
_KNOWN_SCHEMA = pa.schema([("source_id", pa.string()), ("version", pa.int64())])


def cached_schema(table: str) -> pa.Schema:
    """The schema of a cached table: the contract's columns and the version they were read from."""
    return to_arrow_schema(TABLES[table]).append(pa.field("version", pa.int64()))


class ReadingCache:
    """The cache of one fingerprint, under ``HOME/cache/readings``. Its rows carry the version they were read from."""

    def __init__(self, cache: Path, fingerprint: str) -> None:
        self._all = cache / "readings"
        self._folder = self._all / fingerprint

    def _files(self, table: str) -> list[str]:
        """Of whole batches only: what a run left that died while it wrote one is read again, perhaps in another."""
        whole = sorted(path.name for path in (self._folder / _KNOWN).glob("*.parquet"))
        return [str(self._folder / table / name) for name in whole]

    def write(self, batch: str, known: pa.Table, rows: dict[str, pa.Table]) -> None:
        """Keep a batch: ``known`` (source_id, version) says whose rows these are; it is written last.

        ``rows`` holds one table for each of ``CACHED``, with a column ``version`` after the contract's.
        """
        for table, content in {**rows, _KNOWN: known}.items():
            folder = self._folder / table
            folder.mkdir(parents=True, exist_ok=True)
            part = folder / f".{batch}.part"
            pq.write_table(content, part, compression="zstd")
            part.replace(folder / f"{batch}.parquet")

    def attach(self, con: duckdb.DuckDBPyConnection) -> None:
        """Make ``cached_known`` (source_id, version) and ``cached_passages``, ``cached_gaps``, ``cached_citations``."""
        schemas = {_KNOWN: _KNOWN_SCHEMA} | {name: cached_schema(name) for name in CACHED}
        for name, schema in schemas.items():
            files = self._files(name)
            if files:
                con.read_parquet(files).create_view(f"cached_{name}", replace=True)
            else:
                con.from_arrow(schema.empty_table()).create_view(f"cached_{name}", replace=True)

    def forget_others(self) -> None:
        """Delete what other fingerprints left."""
        for folder in self._all.glob("*") if self._all.exists() else ():
            if folder != self._folder:
                shutil.rmtree(folder, ignore_errors=True)
