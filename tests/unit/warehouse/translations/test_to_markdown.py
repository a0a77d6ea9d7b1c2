"""The reference pages: every column with its meaning, closed lists and references."""

import pytest

from warehouse.contract.marts import MARTS
from warehouse.contract.tables import TABLES
from warehouse.translations.to_markdown import to_index, to_page


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_every_column_has_its_line(table):
    page = to_page(table)
    for column in table.columns:
        (line,) = [
            line for line in page.splitlines() if line.startswith((f"| {column.name} |", f"| **{column.name}** |"))
        ]
        assert column.meaning.replace("|", "\\|") in line
        assert all(f"`{value}`" in line for value in column.values)
        assert line.count(" | ") >= 3


def test_the_index_lists_all():
    index = to_index(TABLES.values(), MARTS.values())
    for name in [*TABLES, *MARTS]:
        assert f"[`{name}`]" in index
