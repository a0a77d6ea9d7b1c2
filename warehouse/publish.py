"""Editions: staged where nobody looks, then switched in by replacing one link. A reader never sees half of one.

On disk: ``staging/<run>/`` while it grows, ``published/<edition>/`` once it is whole and synced, ``published/current``
the link to the edition in force. Which rows go into an edition is not decided here.
"""

import contextlib
import itertools
import json
import os
import secrets
import shutil
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.contract.types import Table
from warehouse.errors import ContractBroken, UnusableHome
from warehouse.log.segments import sync_folder
from warehouse.log.verify import digest_file
from warehouse.translations.to_arrow import to_arrow_schema
from warehouse.translations.to_datapackage import Attribution, File, to_datapackage
from warehouse.translations.to_duckdb import select_as_declared

KEPT_EDITIONS = 5
"""So many editions stay, the one in force among them; one that is cited should be copied or exported."""

ROW_GROUP_ROWS = 122_880
"""DuckDB's own unit of work: one thread, one group."""

WRITTEN: dict[str, dict[str, Any]] = {
    # Nearly all of a passage is its text. Written so, they take half the bytes of the text or less; the usual way, 0.57
    # of them on a few pages: the dictionaries of values that never come again weigh more than they save.
    "passages": {"use_dictionary": ["source_id", "kind", "section_path", "language"], "compression_level": 9},
}
"""How tables are written to Parquet that are not written the usual way."""

DESCRIPTOR = "datapackage.json"


def write_table(con: duckdb.DuckDBPyConnection, table: Table, relation: str, edition: Path) -> int:
    """Write a relation as ``<table>/<table>.parquet`` under an edition: the contract's columns, types, order and words.

    The same rows give the same bytes. Returns how many rows were written. Raises ContractBroken where a column that may
    not be null is, UnusableHome where the disk does not take the file.
    """
    folder = edition / table.name
    schema = to_arrow_schema(table)
    reader = con.sql(select_as_declared(table, relation)).to_arrow_reader(ROW_GROUP_ROWS)
    rows = 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        how = WRITTEN.get(table.name, {})
        with (
            pq.ParquetWriter(folder / f"{table.name}.parquet", schema, compression="zstd", **how) as writer,
            ThreadPoolExecutor(1) as beside,  # one batch is compressed while the next is made
        ):
            written = beside.submit(int)
            for batch in reader:
                rows += batch.num_rows
                fitted = _fit(batch, schema, table)
                written.result()
                written = beside.submit(writer.write_batch, fitted, row_group_size=ROW_GROUP_ROWS)
            written.result()
    except OSError as error:
        raise _refuse_staging(folder, error) from error
    return rows


def write_draft(con: duckdb.DuckDBPyConnection, table: Table, relation: str, edition: Path) -> int:
    """Write a relation where ``write_table`` does, twice as fast: rows in any order, for a later stage to write anew.

    Returns how many rows were written. Raises UnusableHome where the disk does not take the file.
    """
    file = edition / table.name / f"{table.name}.parquet"
    query = select_as_declared(table, relation, is_in_order=True)
    how = f"format parquet, compression snappy, preserve_order false, row_group_size {ROW_GROUP_ROWS}"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        written = con.execute(f"copy ({query}) to $1 ({how})", [str(file)]).fetchall()
    except (OSError, duckdb.IOException) as error:
        raise _refuse_staging(file.parent, error) from error
    return int(written[0][0])


def _refuse_staging(folder: Path, error: Exception) -> UnusableHome:
    told = (error.strerror if isinstance(error, OSError) else None) or error
    return UnusableHome(
        f"{folder} cannot be written: {told}. Make room or give write access, then run again; the edition in force "
        "stays."
    )


def _fit(batch: pa.RecordBatch, schema: pa.Schema, table: Table) -> pa.RecordBatch:
    arrays = []
    for field in schema:
        array = batch.column(field.name)
        if array.null_count and not field.nullable:
            at = array.is_null().index(True).as_py()
            keys = {name: batch.column(name)[at].as_py() for name in table.key}
            raise ContractBroken(f"{table.name}.{field.name} may not be null, but is in the row {keys}.")
        arrays.append(array if array.type == field.type else array.cast(field.type))
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def write_descriptor(
    edition: Path, tables: list[Table], *, name: str, created: datetime, custom: Mapping[str, Any]
) -> None:
    """Write the data package of an edition: size and digest of each file, origins and licences of the sources."""
    files = {}
    for table in tables:
        path = edition / table.name / f"{table.name}.parquet"
        files[table] = File(path.relative_to(edition).as_posix(), path.stat().st_size, digest_file(path))
    package = to_datapackage(
        files, name=name, created=created.isoformat(), custom=custom, attributions=_attribute(edition)
    )
    (edition / DESCRIPTOR).write_text(json.dumps(package, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _attribute(edition: Path) -> list[Attribution]:
    """Where an edition's sources came from, and under which licences, in order of the origins' names."""
    sources = edition / "sources" / "sources.parquet"
    if not sources.exists():
        return []
    grouped = pq.read_table(sources, columns=["origin", "licence"]).group_by(["origin", "licence"])
    counted = grouped.aggregate([([], "count_all")]).sort_by([("origin", "ascending"), ("licence", "ascending")])
    return [Attribution(row["origin"], row["licence"], row["count_all"]) for row in counted.to_pylist()]


def read_standing(home: Path) -> tuple[Path, dict[str, Any]] | None:
    """The folder of the edition in force and what its data package says under ``regesta``; None without one."""
    try:
        # Resolved first: should another edition be switched in now, folder and description stay of one edition.
        edition = (home / "published" / "current").resolve(strict=True)
        package = json.loads((edition / DESCRIPTOR).read_bytes())
        return edition, package["regesta"]
    except (OSError, ValueError, KeyError):
        return None


def name_edition(home: Path, name: str) -> str:
    """The name for a new edition: the one wished for, with a number after it where the edition in force has it."""
    standing = read_standing(home)
    taken = standing[0].name if standing else None
    numbered = (name if turn == 1 else f"{name}-{turn}" for turn in itertools.count(1))
    return next(free for free in numbered if free != taken)


def publish(home: Path, staged: Path, name: str) -> Path:
    """Move a staged edition to ``published/<name>`` and switch to it in one step; returns its folder.

    ``name`` comes from ``name_edition``. The last few editions are kept. Raises UnusableHome where the home cannot be
    written.
    """
    edition = keep_edition(home, staged, name)
    published = home / "published"
    try:
        # The marts' link first: until there is an edition in force it leads nowhere, afterwards always to its marts.
        _point(home / "marts.duckdb", Path("published") / "current" / "marts.duckdb")
        sync_folder(home)
        _point(published / "current", Path(name))
        sync_folder(published)
    except OSError as error:
        raise _refuse(published, error) from error
    _forget_old(published, keep=edition)
    return edition


def keep_edition(home: Path, staged: Path, name: str) -> Path:
    """Move a staged edition to ``published/<name>`` without switching to it; returns its folder.

    Raises UnusableHome where the home cannot be written.
    """
    edition = home / "published" / name
    try:
        _sync_tree(staged)
        edition.parent.mkdir(parents=True, exist_ok=True)
        if edition.exists():
            # Not in force (see name_edition): a run died before it could switch to it.
            edition.rename(_hide(edition))
        staged.rename(edition)
        sync_folder(edition.parent)
    except OSError as error:
        raise _refuse(edition, error) from error
    return edition


def _refuse(place: Path, error: OSError) -> UnusableHome:
    return UnusableHome(
        f"The edition cannot be published under {place}: {error.strerror or error}. "
        "Make room or give write access, then run again; the edition in force stays."
    )


def clear_staging(home: Path, *, keep: str | None = None) -> None:
    """Delete what runs left that died while staging, all but the run named. Only for the one writer of a home."""
    for folder in (home / "staging").glob("*"):
        if folder.name != keep:
            shutil.rmtree(folder, ignore_errors=True)


def _point(link: Path, target: Path) -> None:
    """Make a relative link, in place of any before it, in one step; one that stands right is left."""
    if link.is_symlink() and link.readlink() == target:
        return
    part = link.with_name(f".{link.name}.{secrets.token_hex(4)}")
    part.symlink_to(target)
    part.replace(link)


def _hide(edition: Path) -> Path:
    return edition.with_name(f".{edition.name}.{secrets.token_hex(4)}")


def _sync_tree(folder: Path) -> None:
    for path in [folder, *folder.rglob("*")]:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _forget_old(published: Path, keep: Path) -> None:
    """Delete all but the last few editions, and what a run left half deleted. Readers with open files keep them."""
    with contextlib.suppress(OSError):
        folders = sorted((path for path in published.iterdir() if not path.is_symlink()), reverse=True)
        editions = [path for path in folders if not path.name.startswith(".") and path != keep]
        for edition in editions[KEPT_EDITIONS - 1 :]:
            edition.rename(_hide(edition))  # in one step, so that no half of one can be cited
        for hidden in published.glob(".*"):
            if hidden.is_symlink():
                hidden.unlink()
            else:
                shutil.rmtree(hidden, ignore_errors=True)
