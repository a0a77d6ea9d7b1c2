"""Contract to a Frictionless data package: one resource a table, with its schema, keys and references."""

from collections.abc import Iterable, Mapping
from typing import Any

from warehouse.contract.types import Column, Kind, Table

_TYPES = {
    Kind.TEXT: "string",
    Kind.INTEGER: "integer",
    Kind.NUMBER: "number",
    Kind.BOOLEAN: "boolean",
    Kind.DATE: "date",
    Kind.TIME: "datetime",
    Kind.BYTES: "string",
}


def _to_field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if not column.nullable else {}
    if column.values:
        constraints["enum"] = list(column.values)
    made: dict[str, Any] = {"name": column.name, "type": _TYPES[column.kind], "description": column.meaning}
    return made | ({"constraints": constraints} if constraints else {})


def _to_foreign_key(column: Column, table: Table) -> dict[str, Any]:
    assert column.refers_to is not None
    resource, field = column.refers_to.split(".")
    # Frictionless wants an empty name for a reference within the table
    return {
        "fields": column.name,
        "reference": {"resource": "" if resource == table.name else resource, "fields": field},
    }


def to_resource(table: Table, files: Iterable[str]) -> dict[str, Any]:
    """One table as a resource; ``files`` are paths relative to the package."""
    paths = list(files)
    schema: dict[str, Any] = {"fields": [_to_field(column) for column in table.columns], "primaryKey": list(table.key)}
    foreign = [_to_foreign_key(column, table) for column in table.columns if column.refers_to]
    if foreign:
        schema["foreignKeys"] = foreign
    made: dict[str, Any] = {
        "name": table.name,
        "path": paths[0],
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "description": table.meaning,
        "schema": schema,
    }
    return made | ({"extrapaths": paths[1:]} if len(paths) > 1 else {})


def to_datapackage(
    tables: Mapping[Table, Iterable[str]], *, name: str, created: str, custom: Mapping[str, Any]
) -> dict[str, Any]:
    """The descriptor of an edition: its name, when its last transaction was recorded, its tables with their files.

    ``custom`` is what only Regesta reads (which log it was made from, and by which code), under ``regesta``.
    """
    return {
        "name": name,
        "title": "Regesta: what sources state about lives, dated, sourced and compared",
        "created": created,
        "resources": [to_resource(table, files) for table, files in tables.items()],
        "regesta": dict(custom),
    }
