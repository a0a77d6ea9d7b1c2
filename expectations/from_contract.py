"""The laws the contract already implies: keys, references, closed lists, offsets, the order of bounds, no nulls."""

from collections.abc import Iterator

from expectations.law import Law
from warehouse.contract.types import Column, Kind, Table

CONTRACT_CHECK = "keeps_the_contract"
_BOUNDS = ("date_earliest", "date_start_latest", "date_end_earliest", "date_latest")


def _key(table: Table, prefix: str = "") -> str:
    return "concat_ws(' ', " + ", ".join(f"{prefix}{name}" for name in table.key) + ")"


def _law(table: Table, name: str, sentence: str, query: str) -> Law:
    return Law(table.name, name, sentence, "error", query, CONTRACT_CHECK)


def _quoted(words: tuple[str, ...]) -> str:
    return ", ".join("'" + word.replace("'", "''") + "'" for word in words)


def _of_column(table: Table, column: Column) -> Iterator[Law]:
    key, name = _key(table), column.name
    if column.values:
        yield _law(
            table,
            f"{name}_is_listed",
            f"Every {name} of {table.name} is one of the words listed for it.",
            f"select {key} as row_key, {name} as reason from {{batch}} "
            f"where {name} is not null and {name} not in ({_quoted(column.values)})",
        )
    if column.refers_to:
        other, field = column.refers_to.split(".")
        yield _law(
            table,
            f"{name}_is_known",
            f"Every {name} of {table.name} stands in {other}.",
            f"select {_key(table, 'judged.')} as row_key, judged.{name}::varchar as reason from {{batch}} as judged "
            f"anti join {other} as other on other.{field} = judged.{name} where judged.{name} is not null",
        )


def laws_of(table: Table) -> list[Law]:
    """The laws of one table, in the order of its columns."""
    key = _key(table)
    made = [
        _law(
            table,
            "key_is_unique",
            f"No two rows of {table.name} have the same {' and '.join(table.key)}.",
            f"select {key} as row_key, count(*) || ' rows' as reason from {{batch}} "
            f"group by {', '.join(table.key)} having count(*) > 1",
        )
    ]
    needed = [column.name for column in table.columns if not column.nullable]
    missing = " or ".join(f"{name} is null" for name in needed)
    made.append(
        _law(
            table,
            "nothing_needed_is_missing",
            f"No row of {table.name} lacks a value it must have.",
            f"select {key} as row_key from {{batch}} where {missing}",
        )
    )
    for column in table.columns:
        made += _of_column(table, column)
    made += _of_offsets(table)
    if set(_BOUNDS) <= set(table.column_names):
        shown = ", ".join(f"{name}::varchar" for name in _BOUNDS)
        made.append(
            _law(
                table,
                "bounds_are_in_order",
                f"No date of {table.name} ends before it begins, and inner bounds lie within the outer ones.",
                f"select {key} as row_key, concat_ws(' ', {shown}) as reason "
                "from {batch} where date_earliest > date_latest or date_start_latest < date_earliest "
                "or date_end_earliest > date_latest",
            )
        )
    return made


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
                f"select {_key(table)} as row_key, {start} || ' to ' || {end} as reason from {{batch}} "
                f"where {start} < 0 or {end} < {start} or ({start} is null) <> ({end} is null)",
            )
