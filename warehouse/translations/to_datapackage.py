"""Contract to a Frictionless data package: one resource a table, with its schema, keys and references."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class File:
    """One file of a package: its path relative to the package, its size and its SHA-256."""

    path: str
    byte_count: int
    sha256: str


def _to_field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if not column.nullable else {}
    if column.values:
        constraints["enum"] = list(column.values)
    made: dict[str, Any] = {"name": column.name, "type": _TYPES[column.kind], "description": column.meaning}
    return made | ({"constraints": constraints} if constraints else {})


def _to_foreign_key(column: Column, table: Table) -> dict[str, Any]:
    assert column.refers_to is not None
    name, field = column.refers_to.split(".")
    # Frictionless wants an empty name for a reference within the table
    resource = "" if name == table.name else name
    return {"fields": [column.name], "reference": {"resource": resource, "fields": [field]}}


def to_resource(table: Table, file: File) -> dict[str, Any]:
    """One table as a resource."""
    schema: dict[str, Any] = {"fields": [_to_field(column) for column in table.columns], "primaryKey": list(table.key)}
    foreign = [_to_foreign_key(column, table) for column in table.columns if column.refers_to]
    if foreign:
        schema["foreignKeys"] = foreign
    return {
        "name": table.name,
        "path": file.path,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        # Not under the standard's names `bytes` and `hash`: frictionless 5.21 takes any Parquet file to break them.
        "byte_count": file.byte_count,
        "sha256": file.sha256,
        "description": table.meaning,
        "schema": schema,
    }


@dataclass(frozen=True, slots=True)
class Attribution:
    """How many sources came from one place under one licence; null where ``sources.yml`` does not say."""

    origin: str | None
    licence: str | None
    source_count: int


MOST_ATTRIBUTIONS = 1000
"""A package names so many origins; the table ``sources`` has those of every source."""


def _to_licence(licence: str) -> dict[str, Any]:
    # the standard wants an identifier or an address; any words may stand in sources.yml
    if licence.startswith(("http://", "https://")):
        return {"path": licence}
    return {"name": re.sub(r"[^A-Za-z0-9.]+", "-", licence).strip("-") or "other", "title": licence}


def _attribute(attributions: Sequence[Attribution]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    licences = sorted({found.licence for found in attributions if found.licence})
    if licences:
        made["licenses"] = [_to_licence(licence) for licence in licences[:MOST_ATTRIBUTIONS]]
    named = [found for found in attributions if found.origin]
    told = []
    for found in named[:MOST_ATTRIBUTIONS]:
        assert found.origin is not None
        many = f"{found.source_count:,} source" + ("s" if found.source_count != 1 else "")
        origin: dict[str, Any] = {"title": f"{found.origin} ({many}{f', {found.licence}' if found.licence else ''})"}
        told.append(origin | ({"path": found.origin} if re.match(r"https?://\S+$", found.origin) else {}))
    if len(named) > MOST_ATTRIBUTIONS:
        told.append({"title": f"{len(named) - MOST_ATTRIBUTIONS:,} more origins: the table sources names all"})
    return made | ({"sources": told} if told else {})


def to_datapackage(
    tables: Mapping[Table, File],
    *,
    name: str,
    created: str,
    custom: Mapping[str, Any],
    attributions: Sequence[Attribution] = (),
) -> dict[str, Any]:
    """The descriptor of an edition: its name, when its last transaction was recorded, its tables, each in one file.

    ``custom`` is what only Regesta reads (which log it was made from, and by which code), under ``regesta``;
    ``attributions`` say where its sources came from, and under which licences.
    """
    return {
        "name": name,
        "title": "Regesta: what sources state about lives, dated, sourced and compared",
        "created": created,
        **_attribute(attributions),
        "resources": [to_resource(table, file) for table, file in tables.items()],
        "regesta": dict(custom),
    }
