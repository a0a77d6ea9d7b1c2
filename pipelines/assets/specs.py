"""Contract to Dagster: what the UI shows of a table, its columns and its rows."""

from collections.abc import Iterable, Mapping

import dagster as dg

from warehouse.contract.marts import MARTS
from warehouse.contract.tables import TABLES
from warehouse.contract.types import Column, Table

OWNER = "team:regesta"


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


def to_specs(names: Iterable[str], *, group: str, deps: Iterable[str], kind: str) -> list[dg.AssetSpec]:
    """One asset a table, as the contract declares it; skipped in a run that finds nothing to do."""
    upstream = list(deps)
    return [
        dg.AssetSpec(
            name,
            group_name=group,
            deps=upstream,
            description=declared(name).meaning,
            kinds={kind},
            owners=[OWNER],
            skippable=True,
            metadata={
                "dagster/column_schema": dg.TableSchema([_to_table_column(c) for c in declared(name).columns]),
                "key": ", ".join(declared(name).key),
                "page": f"docs/reference/{'tables' if name in TABLES else 'marts'}/{name}.md",
            },
        )
        for name in names
    ]


def to_results(counts: Mapping[str, int]) -> list[dg.MaterializeResult[None]]:
    """One materialization a table, with how many rows it has."""
    return [
        dg.MaterializeResult(asset_key=name, metadata={"dagster/row_count": count}) for name, count in counts.items()
    ]
