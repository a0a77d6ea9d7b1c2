"""What each name tells by itself, kept under the home so that a refresh judges only the names that came.

It follows from the name and the code, so it may be deleted. One Parquet file, named after the fingerprint of that code.
"""

from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from pipelines.stages.fingerprint import projection_fingerprint


def _find_file(cache: Path) -> Path:
    return cache / "names" / f"{projection_fingerprint()}.parquet"


def recall_names(cache: Path) -> pa.Table | None:
    """The names judged by this code, as ``name_keys`` had them; None where there are none."""
    file = _find_file(cache)
    return pq.read_table(file) if file.exists() else None


def keep_names(con: duckdb.DuckDBPyConnection, cache: Path, recalled: pa.Table | None) -> None:
    """Keep ``name_keys``, where it has names that ``recalled`` has not; what other code judged is deleted."""
    names = con.sql("from name_keys").to_arrow_table()
    if recalled is not None:
        con.register("names_recalled", recalled)
        ((came,),) = con.sql("select count(*) from name_keys anti join names_recalled using (kind, name)").fetchall()
        con.unregister("names_recalled")
        if not came:
            return
    file = _find_file(cache)
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(".part")
    pq.write_table(names, part, compression="zstd")
    part.replace(file)
    for other in file.parent.glob("*.parquet"):
        if other != file:
            other.unlink(missing_ok=True)
