"""Editions: staged where nobody looks, then switched in by replacing one link. A reader never sees half of one."""

import contextlib
import json
import os
import secrets
import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.contract.types import Table
from warehouse.errors import UnusableHome
from warehouse.translations.to_arrow import to_arrow_schema
from warehouse.translations.to_datapackage import to_datapackage
from warehouse.translations.to_duckdb import select_as_declared

KEPT_EDITIONS = 5
_ROWS_IN_A_GROUP = 122_880  # DuckDB's own unit of work: one thread, one group
_DESCRIPTOR = "datapackage.json"


def write_table(con: duckdb.DuckDBPyConnection, table: Table, relation: str, edition: Path) -> int:
    """Write a relation as ``<table>/<table>.parquet`` under an edition: the contract's columns, types, order and words.

    The same rows give the same bytes. Returns how many rows were written.
    """
    folder = edition / table.name
    folder.mkdir(parents=True, exist_ok=True)
    schema = to_arrow_schema(table)
    reader: pa.RecordBatchReader = con.sql(select_as_declared(table, relation)).to_arrow_reader(_ROWS_IN_A_GROUP)
    rows = 0
    with pq.ParquetWriter(folder / f"{table.name}.parquet", schema, compression="zstd") as writer:
        for batch in reader:
            rows += batch.num_rows
            writer.write_batch(batch.cast(schema), row_group_size=_ROWS_IN_A_GROUP)
    return rows


def write_descriptor(
    edition: Path, tables: list[Table], *, name: str, created: datetime, custom: Mapping[str, Any]
) -> None:
    """Write the data package of an edition."""
    files = {
        table: sorted(path.relative_to(edition).as_posix() for path in (edition / table.name).glob("*.parquet"))
        for table in tables
    }
    package = to_datapackage(files, name=name, created=created.isoformat(), custom=custom)
    (edition / _DESCRIPTOR).write_text(json.dumps(package, ensure_ascii=False, indent=1), "utf-8")


def read_standing(home: Path) -> tuple[Path, dict[str, Any]] | None:
    """The folder of the edition in force and what its data package says under ``regesta``; None without one."""
    current = home / "published" / "current"
    try:
        package = json.loads((current / _DESCRIPTOR).read_bytes())
        return current.resolve(), package["regesta"]
    except (OSError, ValueError, KeyError):
        return None


def publish(home: Path, staged: Path, name: str) -> Path:
    """Move a staged edition to ``published/<name>`` and switch to it in one step; returns its folder.

    The last few editions are kept. Raises UnusableHome where the home cannot be written.
    """
    published = home / "published"
    edition = published / name
    try:
        _sync_tree(staged)
        published.mkdir(parents=True, exist_ok=True)
        if edition.exists():  # the same edition made again: the one that stands is as good
            shutil.rmtree(staged)
        else:
            staged.rename(edition)
        _point(published / "current", Path(name))
        _point(home / "marts.duckdb", Path("published") / "current" / "marts.duckdb")
        _sync_folder(published)
    except OSError as error:
        raise UnusableHome(
            f"The edition cannot be published under {published}: {error.strerror or error}. "
            "Make room or give write access, then run again; the edition in force stays."
        ) from error
    _forget_old(published, keep=edition)
    return edition


def _point(link: Path, target: Path) -> None:
    """Make a relative link, in place of any before it, in one step."""
    part = link.with_name(f".{link.name}.{secrets.token_hex(4)}")
    part.symlink_to(target)
    part.replace(link)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_tree(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            handle = os.open(path, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
    _sync_folder(folder)


def _forget_old(published: Path, keep: Path) -> None:
    """Delete all but the last few editions. Readers that hold files open keep them."""
    editions = sorted((path for path in published.iterdir() if path.is_dir() and not path.is_symlink()), reverse=True)
    for edition in [path for path in editions if path != keep][KEPT_EDITIONS - 1 :]:
        with contextlib.suppress(OSError):
            shutil.rmtree(edition)
