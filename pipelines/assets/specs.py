"""Contract to Dagster: what the UI shows of a table, its columns and its rows."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import dagster as dg

from pipelines.stages.preview import open_staged, preview
from warehouse.contract.marts import MARTS
from warehouse.contract.tables import TABLES
from warehouse.contract.types import Column, Table
from warehouse.marts.build import read_sql

OWNER = "team:regesta"

LINEAGE: dict[str, tuple[str, ...]] = {
    "sources": ("seed_listing",),
    "source_versions": ("seed_listing",),
    "passages": ("sources",),
    "gaps": ("passages",),
    "citations": ("passages",),
    "claims": ("passages", "citations"),
    "claim_parts": ("claims",),
    "entities": ("sources", "claims", "claim_parts"),
    "entity_aliases": ("entities",),
    "witnesses": ("claims", "citations"),
    "events": ("claims", "entities"),
    "event_claims": ("events", "witnesses"),
    "claim_support": ("event_claims", "citations"),
    "contradictions": ("event_claims",),
    "contradiction_claims": ("contradictions",),
    "rulings": ("sources",),
    "replaced_ids": ("entities",),
    "quarantine": ("claims",),
    "transactions": ("staged_edition",),
    "quality_results": ("staged_edition",),
}
"""From which tables each table is made."""


def lineage_of(name: str) -> tuple[str, ...]:
    """The tables a table or mart is made from; a mart's are those its query names."""
    if name in LINEAGE:
        return LINEAGE[name]
    words = set(re.findall(r"[a-z_]+", read_sql(name)))
    return tuple(table for table in (*TABLES, *MARTS) if table in words and table != name)


def _to_table_column(column: Column) -> dg.TableColumn:
    other = [f"refers to {column.refers_to}"] if column.refers_to else []
    other += [f"one of {', '.join(column.values)}"] if column.values else []
    return dg.TableColumn(
        column.name,
        column.kind.value,
        column.meaning,
        dg.TableColumnConstraints(nullable=column.nullable, unique=False, other=other),
    )


def declared(name: str) -> Table:
    """The table or mart of that name."""
    return TABLES[name] if name in TABLES else MARTS[name]


def to_specs(names: Iterable[str], *, group: str, kind: str) -> list[dg.AssetSpec]:
    """One asset a table, as the contract declares it; skipped in a run that finds nothing to do."""
    return [
        dg.AssetSpec(
            name,
            group_name=group,
            deps=lineage_of(name),
            description=declared(name).meaning,
            kinds={kind},
            owners=[OWNER],
            skippable=True,
            metadata={
                "dagster/column_schema": dg.TableSchema([_to_table_column(c) for c in declared(name).columns]),
                "key": ", ".join(declared(name).key),
                "page": dg.MetadataValue.path(f"docs/reference/{'tables' if name in TABLES else 'marts'}/{name}.md"),
            },
        )
        for name in names
    ]


def to_results(
    counts: Mapping[str, int],
    staging: Path,
    special: Mapping[str, Mapping[str, dg.MetadataValue[Any]]] | None = None,
) -> list[dg.MaterializeResult[None]]:
    """One materialization a table, with how many rows it has, its first rows, and what is ``special`` of it.

    None may come before a table it is made from.
    """
    results: list[dg.MaterializeResult[None]] = []
    with open_staged(staging) as con:
        for name, count in counts.items():
            metadata: dict[str, Any] = {"dagster/row_count": count}
            if count:
                metadata["first rows"] = to_table(preview(con, staging, name))
            metadata |= (special or {}).get(name, {})
            results.append(dg.MaterializeResult(asset_key=name, metadata=metadata))
    return results


def to_table(rows: Sequence[Mapping[str, str]]) -> dg.MetadataValue[Any]:
    """Rows of text as a table in the UI."""
    columns = [dg.TableColumn(name, "text") for name in rows[0]]
    return dg.MetadataValue.table([dg.TableRecord(dict(row)) for row in rows], schema=dg.TableSchema(columns))
