"""What each name tells by itself, kept under the home so that a refresh judges only the names that came.

It follows from the name and the code, so it may be deleted. One Parquet file, named after the fingerprint of that code.
"""

from pathlib import Path

import duckdb

from pipelines.stages.fingerprint import projection_fingerprint


def _find_file(cache: Path) -> Path:
    return cache / "names" / f"{projection_fingerprint()}.parquet"


def recall_names(con: duckdb.DuckDBPyConnection, cache: Path) -> str | None:
    """The relation of the names judged by this code, as ``name_keys`` had them; None where there are none."""
    file = _find_file(cache)
    if not file.exists():
        return None
    con.read_parquet(str(file)).create_view("names_recalled", replace=True)
    return "names_recalled"


def keep_names(con: duckdb.DuckDBPyConnection, cache: Path) -> None:
    """Keep ``name_keys``, where it has names that are not kept; what other code judged is deleted."""
    recalled = recall_names(con, cache)
    if recalled is not None:
        ((came,),) = con.sql(f"select count(*) from name_keys anti join {recalled} using (kind, name)").fetchall()
        if not came:
            return
    file = _find_file(cache)
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(".part")
    con.execute("copy name_keys to $1 (format parquet, compression zstd)", [str(part)])
    part.replace(file)
    for other in file.parent.glob("*.parquet"):
        if other != file:
            other.unlink(missing_ok=True)
