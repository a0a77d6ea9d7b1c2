"""The laws the contract already implies, for tables and marts alike.

Columns and types, keys, references, closed lists, what must not be null, offsets, counts, the order of bounds, and the
vocabulary's pairs (event type and family, event type and subtype). Nothing here is written for one table.
"""

from collections.abc import Iterator

from expectations.law import Law
from warehouse.contract.types import Column, Kind, Table
from warehouse.contract.vocabulary import EVENT_TYPES, SUBTYPES

CONTRACT_CHECK = "keeps_the_contract"
_BOUNDS = ("date_earliest", "date_start_latest", "date_end_earliest", "date_latest")
_TYPES = {
    Kind.TEXT: "VARCHAR",
    Kind.INTEGER: "BIGINT",
    Kind.NUMBER: "DOUBLE",
    Kind.BOOLEAN: "BOOLEAN",
    Kind.DATE: "DATE",
    Kind.TIME: "TIMESTAMP WITH TIME ZONE",
    Kind.BYTES: "BLOB",
}


def laws_of(table: Table) -> list[Law]:
    """The laws of one table or mart, in the order of its columns."""
    made = [_columns(table), _unique(table), _needed(table)]
    for column in table.columns:
        made += _of_column(table, column)
    made += _of_offsets(table)
    made += _of_bounds(table)
    made += _of_vocabulary(table)
    return made


def _law(table: Table, name: str, sentence: str, query: str) -> Law:
    return Law(table.name, name, sentence, "error", query, CONTRACT_CHECK)


def to_key(table: Table, prefix: str = "") -> str:
    """A row's key as one text, as every law names rows."""
    columns = [f"{prefix}{name}" for name in table.key]
    return f"{columns[0]}::varchar" if len(columns) == 1 else f"concat_ws(' ', {', '.join(columns)})"


def _text(word: str) -> str:
    return "'" + word.replace("'", "''") + "'"


def _list(words: tuple[str, ...]) -> str:
    return ", ".join(_text(word) for word in words)


def _rows_where(table: Table, reason: str, breach: str) -> str:
    return f"select {to_key(table)} as row_key, {reason} as reason from {table.name} where {breach}"


def _columns(table: Table) -> Law:
    declared = ", ".join(f"({_text(column.name)}, {_text(_TYPES[column.kind])})" for column in table.columns)
    return _law(
        table,
        "columns_are_those_declared",
        f"{table.name} has the columns the contract declares, each of its type.",
        f"""
        with
        declared as (select * from (values {declared}) as declared (column_name, data_type)),
        found as (
            select column_name, data_type from duckdb_columns()
            where table_name = {_text(table.name)} and schema_name = 'main' and database_name = current_database()
        )
        select
            coalesce(declared.column_name, found.column_name) as row_key,
            'declared ' || coalesce(declared.data_type, 'nothing') || ', found ' || coalesce(found.data_type, 'nothing')
                as reason
        from declared
        full join found on found.column_name = declared.column_name
        where found.data_type is distinct from declared.data_type
        """,
    )


def _unique(table: Table) -> Law:
    return _law(
        table,
        "key_is_unique",
        f"No two rows of {table.name} have the same {' and '.join(table.key)}.",
        f"select {to_key(table)} as row_key, count(*) || ' rows' as reason from {table.name} "
        f"group by {', '.join(table.key)} having count(*) > 1",
    )


def _needed(table: Table) -> Law:
    needed = [column.name for column in table.columns if not column.nullable]
    told = ", ".join(f"case when {name} is null then {_text(name)} end" for name in needed)
    return _law(
        table,
        "nothing_needed_is_missing",
        f"No row of {table.name} lacks a value it must have.",
        _rows_where(table, f"'without ' || concat_ws(', ', {told})", " or ".join(f"{name} is null" for name in needed)),
    )


def _of_column(table: Table, column: Column) -> Iterator[Law]:
    name = column.name
    if column.values:
        yield _law(
            table,
            f"{name}_is_listed",
            f"Every {name} of {table.name} is one of the words listed for it.",
            _rows_where(table, name, f"{name} not in ({_list(column.values)})"),
        )
    if column.refers_to:
        other, field = column.refers_to.split(".")
        yield _law(
            table,
            f"{name}_is_known",
            f"Every {name} of {table.name} stands in {other}.",
            f"select {to_key(table, 'judged.')} as row_key, judged.{name}::varchar as reason "
            f"from {table.name} as judged anti join {other} as other on other.{field} = judged.{name} "
            f"where judged.{name} is not null",
        )
    if column.kind is Kind.INTEGER and name.endswith("_count"):
        yield _law(
            table,
            f"{name}_is_a_count",
            f"No {name} of {table.name} lies below 0.",
            _rows_where(table, f"{name}::varchar", f"{name} < 0"),
        )


def _of_offsets(table: Table) -> Iterator[Law]:
    """Half-open offsets in code points: a start has its end, none lies before 0 or ends before it begins."""
    names = set(table.column_names)
    for column in table.columns:
        start, end = column.name, column.name.removesuffix("_start") + "_end"
        if column.kind is Kind.INTEGER and start.endswith("_start") and end in names:
            yield _law(
                table,
                f"{start}_is_in_order",
                f"Every {start} of {table.name} lies at 0 or later and not after its {end}.",
                _rows_where(
                    table,
                    f"concat_ws(' to ', {start}, {end})",
                    f"{start} < 0 or {end} < {start} or ({start} is null) <> ({end} is null)",
                ),
            )


def _of_bounds(table: Table) -> Iterator[Law]:
    """Outer bounds around inner ones; in marts, every pair ``x_earliest`` and ``x_latest``."""
    names = set(table.column_names)
    if set(_BOUNDS) <= names:
        yield _law(
            table,
            "bounds_are_in_order",
            f"No date of {table.name} ends before it begins, and inner bounds lie within the outer ones.",
            _rows_where(
                table,
                f"concat_ws(' ', {', '.join(_BOUNDS)})",
                "date_earliest > date_latest or date_start_latest < date_earliest or date_end_earliest > date_latest "
                "or date_start_latest > date_latest or date_end_earliest < date_earliest",
            ),
        )
        return
    for column in table.columns:
        earliest, latest = column.name, column.name.removesuffix("_earliest") + "_latest"
        if earliest.endswith("_earliest") and latest in names:
            yield _law(
                table,
                f"{earliest}_is_in_order",
                f"No {earliest} of {table.name} lies after its {latest}.",
                _rows_where(table, f"concat_ws(' to ', {earliest}, {latest})", f"{earliest} > {latest}"),
            )


def _of_vocabulary(table: Table) -> Iterator[Law]:
    names = set(table.column_names)
    if {"event_type", "family"} <= names:
        pairs = ", ".join(f"{_text(event_type + ' ' + family)}" for event_type, family in EVENT_TYPES.items())
        yield _law(
            table,
            "family_is_the_types",
            f"Every event type of {table.name} stands in its family.",
            _rows_where(
                table,
                "event_type || ' in ' || family",
                f"event_type in ({_list(tuple(EVENT_TYPES))}) and event_type || ' ' || family not in ({pairs})",
            ),
        )
    if {"event_type", "subtype"} <= names:
        pairs = ", ".join(_text(f"{kind} {subtype}") for kind, listed in SUBTYPES.items() for subtype in listed)
        yield _law(
            table,
            "subtype_is_the_types",
            f"Every subtype of {table.name} belongs to its event type.",
            _rows_where(
                table,
                "event_type || ' ' || subtype",
                f"subtype is not null and event_type || ' ' || subtype not in ({pairs})",
            ),
        )
