"""What a column can hold, and how a table is declared.

A table is a frozen dataclass: its class docstring says what one row is, its field annotations give each column's
type, whether it may be null, its meaning, its closed list and what it refers to. So a row in Python and a column in
Parquet come from one declaration. Nothing here knows Arrow or DuckDB.
"""

import dataclasses
import types
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Annotated, Any, NewType, TypeVar, Union, dataclass_transform, get_args, get_origin, get_type_hints

Day = NewType("Day", int)
"""A day of the proleptic Gregorian calendar, counted from 1970-01-01 (day 0), as Parquet and Arrow store a date.

Not ``datetime.date``: that begins in the year 1, and lives were lived before it.
"""


class Kind(Enum):
    """The kinds of value a column holds."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    TIME = "time"
    BYTES = "bytes"


_KINDS: dict[object, Kind] = {
    str: Kind.TEXT,
    int: Kind.INTEGER,
    float: Kind.NUMBER,
    bool: Kind.BOOLEAN,
    Day: Kind.DATE,
    datetime: Kind.TIME,
    bytes: Kind.BYTES,
}


@dataclass(frozen=True, slots=True)
class Means:
    """What a column means: one sentence; its closed list of words, if it has one; the ``table.column`` it refers to."""

    sentence: str
    values: tuple[str, ...] = ()
    refers_to: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table, as derived from its declaration."""

    name: str
    kind: Kind
    nullable: bool
    meaning: str
    values: tuple[str, ...]
    refers_to: str | None

    @property
    def is_resolved(self) -> bool:
        """Whether it is resolved when projections are built: such columns are never logged."""
        return self.refers_to == "entities.entity_id"


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its rows' class, key, order on disk and columns."""

    name: str
    row: type[Any]
    meaning: str
    key: tuple[str, ...]
    sorted_by: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def column_names(self) -> tuple[str, ...]:
        """The columns' names, in order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """The column of that name; KeyError where there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name}")


def _to_column(field: str, annotation: object) -> Column:
    nullable = False
    if get_origin(annotation) is not Annotated:
        raise TypeError(f"column {field} has no meaning: write Annotated[type, Means(...)]")
    held, means, *_ = get_args(annotation)
    if get_origin(held) in (Union, types.UnionType):
        held, nothing = get_args(held)
        if nothing is not type(None):
            raise TypeError(f"column {field}: only `type | None` may be joined")
        nullable = True
    return Column(field, _KINDS[held], nullable, means.sentence, means.values, means.refers_to)


_Row = TypeVar("_Row")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def table(name: str, *, key: tuple[str, ...], sorted_by: tuple[str, ...] = ()) -> Callable[[type[_Row]], type[_Row]]:
    """Declare a table: turns a class of annotated columns into a frozen row with its ``TABLE`` beside it.

    ``key`` names the columns that identify a row; ``sorted_by`` those it is sorted by on disk (the key where empty).
    Raises TypeError when a column lacks its meaning or joins two types.
    """

    def declare(row: type[_Row]) -> type[_Row]:
        made: Any = dataclasses.dataclass(frozen=True, slots=True, kw_only=True)(row)
        hints = get_type_hints(made, include_extras=True)
        columns = tuple(_to_column(field.name, hints[field.name]) for field in dataclasses.fields(made))
        meaning = " ".join((row.__doc__ or "").split())
        made.TABLE = Table(name, made, meaning, key, sorted_by or key, columns)
        return made  # type: ignore[no-any-return]

    return declare


def table_of(row: type[Any]) -> Table:
    """The table a row class declares."""
    declared = row.TABLE
    assert isinstance(declared, Table)
    return declared
