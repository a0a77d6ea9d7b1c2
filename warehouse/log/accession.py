"""A folder compared with what is recorded of it: what came, changed, moved, went, came back."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib import resources

import duckdb
import pyarrow as pa

from warehouse.contract.streams import Accession
from warehouse.contract.types import table_of
from warehouse.translations.to_arrow import to_arrow_schema

_FACTS = ("authorship", "origin", "licence", "reference_code")


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file as listed: where it lies, its digest and size, why it could not be received, what is said of it."""

    path: str
    sha256: str
    byte_count: int
    media_type: str | None = None
    problem: str | None = None
    facts: dict[str, str | None] = field(default_factory=dict)


_LISTED = pa.schema(
    [
        ("path", pa.string()),
        ("sha256", pa.string()),
        ("byte_count", pa.int64()),
        ("media_type", pa.string()),
        ("problem", pa.string()),
        *((fact, pa.string()) for fact in _FACTS),
    ]
)


def to_listed(arrivals: Iterable[Arrival]) -> pa.Table:
    """Arrivals as an Arrow table."""
    rows = [
        {
            "path": arrival.path,
            "sha256": arrival.sha256,
            "byte_count": arrival.byte_count,
            "media_type": arrival.media_type,
            "problem": arrival.problem,
            **{fact: arrival.facts.get(fact) for fact in _FACTS},
        }
        for arrival in arrivals
    ]
    return pa.Table.from_pylist(rows, _LISTED)


def compare_folder(con: duckdb.DuckDBPyConnection, arrivals: Iterable[Arrival], *, withdraw: bool) -> pa.Table:
    """The entries of the stream ``accessions`` that lead from what is recorded to what was listed.

    Needs an attached log. ``withdraw`` says whether a source whose path is gone may be withdrawn.
    """
    con.register("listed", to_listed(arrivals))
    query = (resources.files("warehouse.log") / "sql" / "compare_folder.sql").read_text("utf-8")
    made: pa.Table = con.sql(query, params={"withdraw": withdraw}).to_arrow_table()
    con.unregister("listed")
    return made.select(table_of(Accession).column_names).cast(to_arrow_schema(table_of(Accession)))
