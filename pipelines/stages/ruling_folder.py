"""The folder of rulings at the edge: listed, compared with the log, recorded.

Whoever only asks whether anything has changed need not load what reads rulings, dates above all: that takes longer
than all else it does. So it is imported where there are rulings.
"""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa

from pipelines.stages.run import Run
from pipelines.stages.tables import read_sql
from warehouse.contract.streams import RulingEntry
from warehouse.contract.types import table_of
from warehouse.errors import UnusableSeeds
from warehouse.log import Log, attach_log

if TYPE_CHECKING:
    from pipelines.rulings import Told

FOLDER = "rulings"
"""Where rulings lie in the seed folder, unless another folder is given."""

_ENDINGS = (".yml", ".yaml")
_MOST_BYTES = 8 << 20


@dataclass(frozen=True, slots=True)
class Listed:
    """A rulings folder as it lay: its rulings in order, and what could not be understood, file by file."""

    told: "tuple[Told, ...]"
    problems: tuple[str, ...]
    damaged: tuple[str, ...]
    """The files something of which could not be understood: what they ruled before stays."""


def find_folder(seeds: Path, rulings: Path | None) -> Path:
    """The folder rulings lie in. Raises UnusableSeeds where one was asked for that is none."""
    if rulings is not None and not rulings.is_dir():
        raise UnusableSeeds(f"There is no rulings folder {rulings}: make it, or give another with --rulings.")
    return rulings or seeds / FOLDER


def _parse(words: str, path: str) -> "tuple[list[Told], list[str]]":
    from pipelines.rulings import parse_rulings

    return parse_rulings(words, path)


def list_rulings(folder: Path) -> Listed:
    """The rulings in the YAML files of a folder, in order of their paths; none where there is no folder."""
    told: dict[str, Told] = {}
    problems: list[str] = []
    damaged: list[str] = []
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder).as_posix()
        if not path.endswith(_ENDINGS) or any(part.startswith(".") for part in Path(path).parts):
            continue
        try:
            if not file.is_file():
                raise OSError("it is no file")
            if file.stat().st_size > _MOST_BYTES:
                raise OSError(f"it has more than {_MOST_BYTES >> 20} MB, which no person wrote")
            words = file.read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            found: list[Told] = []
            wrong = [f"{path} cannot be read: {error}. Save it as UTF-8, or take it away."]
        else:
            found, wrong = _parse(words, path)
        problems += wrong
        damaged += [path] if wrong else []
        for ruling in found:
            told.setdefault(ruling.ruling_id, ruling)
    return Listed(tuple(told.values()), tuple(problems), tuple(damaged))


def compare_rulings(con: duckdb.DuckDBPyConnection, listed: Listed, *, withdraw: bool) -> pa.Table:
    """The entries of the stream ``rulings`` that lead from what is recorded to what was listed; needs an attached log.

    ``withdraw`` says whether a ruling whose file is gone may be withdrawn.
    """
    names = [name for name in table_of(RulingEntry).column_names if name != "action"]
    schema = pa.schema([(name, pa.string()) for name in names])
    con.register("told_now", pa.Table.from_pylist([asdict(ruling) for ruling in listed.told], schema))
    con.register("damaged_now", pa.table({"path": pa.array(listed.damaged, pa.string())}))
    entries = con.sql(read_sql("rulings_changes"), params={"withdraw": withdraw}).to_arrow_table()
    return entries.select(table_of(RulingEntry).column_names)


def record_rulings(
    run: Run, con: duckdb.DuckDBPyConnection, log: Log, *, withdraw: bool
) -> tuple[str, tuple[str, ...]]:
    """Record in the log what is new in the rulings folder; returns a sentence (or nothing) and what is wrong there."""
    listed = list_rulings(find_folder(run.seeds, run.rulings))
    attach_log(con, log)
    entries = compare_rulings(con, listed, withdraw=withdraw)
    if not entries.num_rows:
        return "", listed.problems
    counts = {row["values"]: row["counts"] for row in entries.column("action").value_counts().to_pylist()}
    told = ", ".join(f"{count} {action}" for action, count in sorted(counts.items()))
    log.append(
        parent=log.head,
        recorded_at=run.clock(),
        kind="ruling",
        cause=f"Rulings in the rulings folder: {told}.",
        agent=run.agent,
        run_id=run.run_id,
        segments={"rulings": entries},
    )
    return f" Rulings: {told}.", listed.problems
