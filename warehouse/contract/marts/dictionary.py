"""The mart ``dictionary``."""

from typing import Annotated

from warehouse.contract.types import Means, table


@table("dictionary", key=("table_name", "column_name"), sorted_by=("table_name", "place"))
class DictionaryRow:
    """One column of one table or mart, with its meaning; the row with place 0 tells of the table itself."""

    table_name: Annotated[str, Means("The table or mart.")]
    place: Annotated[int, Means("The column's place, from 1; 0 for the table itself.")]
    column_name: Annotated[str, Means("The column; empty for the table itself.")]
    data_type: Annotated[str | None, Means("Its type in DuckDB.")]
    is_nullable: Annotated[bool | None, Means("True where it may be null.")]
    meaning: Annotated[str | None, Means("What it means.")]
