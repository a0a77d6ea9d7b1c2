"""Contract to Arrow: schemas, and rows to record batches."""

from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from warehouse.contract.types import Column, Kind, Table
from warehouse.errors import ContractBroken

_TYPES = {
    Kind.TEXT: pa.string(),
    Kind.INTEGER: pa.int64(),
    Kind.NUMBER: pa.float64(),
    Kind.BOOLEAN: pa.bool_(),
    Kind.DATE: pa.date32(),
    Kind.TIME: pa.timestamp("us", tz="UTC"),
    Kind.BYTES: pa.binary(),
}


def to_arrow_field(column: Column) -> pa.Field:
    """One column as an Arrow field; its meaning travels as metadata."""
    return pa.field(column.name, _TYPES[column.kind], column.nullable, {"description": column.meaning})


def to_arrow_schema(table: Table) -> pa.Schema:
    """A table as an Arrow schema, its meaning and key as metadata."""
    fields = [to_arrow_field(column) for column in table.columns]
    return pa.schema(fields, {"table": table.name, "description": table.meaning, "key": ",".join(table.key)})


def _to_array(column: Column, values: list[Any]) -> pa.Array:
    if column.kind is Kind.DATE:  # days are plain numbers in Python: datetime.date ends at the year 1
        return pa.array(values, pa.int32()).cast(pa.date32())
    return pa.array(values, _TYPES[column.kind])


def to_arrow_table(table: Table, rows: Iterable[Any]) -> pa.Table:
    """Rows of a table's class as an Arrow table, in the order given.

    Raises ContractBroken naming the column where a value is missing or of another type.
    """
    kept = list(rows)
    arrays = []
    for column in table.columns:
        values = [getattr(row, column.name) for row in kept]
        try:
            array = _to_array(column, values)
        except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError) as error:
            raise ContractBroken(f"{table.name}.{column.name} takes {column.kind.value} values: {error}") from error
        if array.null_count and not column.nullable:
            row = values.index(None)
            raise ContractBroken(f"{table.name}.{column.name} may not be null, but is in row {row}: {kept[row]!r:.300}")
        arrays.append(array)
    return pa.Table.from_arrays(arrays, schema=to_arrow_schema(table))
