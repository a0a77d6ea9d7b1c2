"""Contract to Markdown: one reference page a table, and the dictionary of all."""

from collections.abc import Iterable

from warehouse.contract.types import Column, Table

_GENERATED = "<!-- Written by `make docs` from the contract: change it there. -->"


def _to_cell(column: Column) -> str:
    words = column.meaning
    if column.refers_to:
        words += f" Refers to `{column.refers_to}`."
    if column.values:
        words += " One of " + ", ".join(f"`{value}`" for value in column.values) + "."
    return words.replace("|", "\\|")


def to_page(table: Table, *, heading: str = "Table") -> str:
    """The reference page of one table."""
    rows = [
        f"| {'**' + column.name + '**' if column.name in table.key else column.name} | {column.kind.value} "
        f"| {'yes' if column.nullable else ''} | {_to_cell(column)} |"
        for column in table.columns
    ]
    return "\n".join(
        [
            _GENERATED,
            f"# {heading} `{table.name}`",
            "",
            table.meaning,
            "",
            f"Key: {', '.join(f'`{name}`' for name in table.key)}. "
            f"Sorted by: {', '.join(f'`{name}`' for name in table.sorted_by)}.",
            "",
            "| column | type | may be null | meaning |",
            "|---|---|---|---|",
            *rows,
            "",
        ]
    )


def to_index(tables: Iterable[Table], marts: Iterable[Table]) -> str:
    """The page that lists every table and mart with what one row is."""

    def lines(of: Iterable[Table], folder: str) -> list[str]:
        return [f"| [`{table.name}`]({folder}{table.name}.md) | {table.meaning} |" for table in of]

    return "\n".join(
        [
            _GENERATED,
            "# The dictionary",
            "",
            "## Tables (`published/current/<table>/*.parquet`, and schema `main` of `marts.duckdb`)",
            "",
            "| table | one row is |",
            "|---|---|",
            *lines(tables, "tables/"),
            "",
            "## Marts (schema `marts` of `marts.duckdb`)",
            "",
            "| mart | one row is |",
            "|---|---|",
            *lines(marts, "marts/"),
            "",
        ]
    )
