"""A folder compared with what is recorded of it: what came, changed, moved, went, came back."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from warehouse.contract.streams import Accession
from warehouse.contract.types import table_of
from warehouse.log.attach import read_sql
from warehouse.translations.to_arrow import to_arrow_schema

FACTS = ("authorship", "origin", "licence", "reference_code")
"""What people may know of a source and its bytes do not say."""


_AT_A_TIME = 10_000
"""So many rows are Python's at a time, of however many are compared."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file as listed: where it lies, its digest and size, what is wrong with it, what is said of it.

    ``has_bytes`` is false where nothing of it could be read; its digest is then that of no bytes.
    """

    path: str
    sha256: str
    byte_count: int
    media_type: str | None = None
    problem: str | None = None
    facts: Mapping[str, str | None] = field(default_factory=dict)
    has_bytes: bool = True


LISTED_FILES = pa.schema(
    [
        ("path", pa.string()),
        ("sha256", pa.string()),
        ("byte_count", pa.int64()),
        ("media_type", pa.string()),
        ("problem", pa.string()),
        ("has_bytes", pa.bool_()),
        *((fact, pa.string()) for fact in FACTS),
    ]
)

LISTED_MEMBERS = LISTED_FILES.append(pa.field("member", pa.string())).append(pa.field("ordinal", pa.int64()))
"""Listed members of containers: their files' columns, their names, and their order in their containers."""


def _to_listed(arrivals: Iterable[Arrival]) -> pa.Table:
    kept = list(arrivals)
    columns = {name: [getattr(arrival, name) for arrival in kept] for name in LISTED_FILES.names if name not in FACTS}
    columns |= {fact: [arrival.facts.get(fact) for arrival in kept] for fact in FACTS}
    return pa.table(columns, LISTED_FILES)


def compare_folder(
    con: duckdb.DuckDBPyConnection, arrivals: Iterable[Arrival], members: pa.Table | None = None, *, withdraw: bool
) -> pa.Table:
    """The entries of the stream ``accessions`` that lead from what is recorded to what was listed.

    Needs an attached log. ``members`` are the listed members of containers (``LISTED_MEMBERS``); ``withdraw`` says
    whether a source that is gone from its place may be withdrawn.
    """
    con.register("listed_files", _to_listed(arrivals))
    con.register("listed_members", LISTED_MEMBERS.empty_table() if members is None else members)
    try:
        found = con.sql(read_sql("compare_folder").replace("$withdraw", str(withdraw).lower())).to_arrow_table()
    finally:
        con.unregister("listed_files")
        con.unregister("listed_members")
    source_ids, duplicates = _mint_ids(con, found)
    columns = {"source_id": source_ids, "duplicate_of": duplicates}
    made = to_arrow_schema(table_of(Accession))
    return pa.table([columns[name] if name in columns else found.column(name) for name in made.names], made)


def _mint_ids(con: duckdb.DuckDBPyConnection, found: pa.Table) -> tuple[pa.Array, pa.Array]:
    """The ids of the sources found, new ones minted, and of the first sources whose bytes they double."""
    taken: set[str] = set()
    if found.column("source_id").null_count:
        taken |= set(con.sql("select distinct source_id from log_accessions").to_arrow_table().column(0).to_pylist())
    doubles = found.filter(pc.and_(found.column("is_double"), found.column("first_source_id").is_null()))
    firsts = dict.fromkeys(doubles.column("first_spot").to_pylist(), "")
    ids: list[str] = []
    for batch in found.select(["source_id", "spot", "path", "member", "sha256"]).to_batches(max_chunksize=_AT_A_TIME):
        for source_id, spot, path, member, sha256 in zip(*(column.to_pylist() for column in batch), strict=True):
            if source_id is None:
                source_id = mint_source_id(path, member, sha256, taken)
                taken.add(source_id)
                if spot in firsts:
                    firsts[spot] = source_id
            ids.append(source_id)
    told = zip(*(found.column(n).to_pylist() for n in ("is_double", "first_source_id", "first_spot")), strict=True)
    duplicates = [(first or firsts[spot]) if is_double else None for is_double, first, spot in told]
    return pa.array(ids, pa.string()), pa.array(duplicates, pa.string())


def mint_source_id(path: str, member: str | None, sha256: str, taken: set[str]) -> str:
    """A source's id: ``s`` and 12 hex digits over where it first lay and its bytes, other than those taken."""
    turn = 0
    while True:
        words = "\n".join([path, member or "", sha256, *([str(turn)] if turn else [])])
        made = "s" + hashlib.sha256(words.encode()).hexdigest()[:12]
        if made not in taken:
            return made
        turn += 1
