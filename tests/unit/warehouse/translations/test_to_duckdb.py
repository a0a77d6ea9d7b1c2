"""The contract as DuckDB tables: types, nulls, comments."""

import duckdb
import pytest

from warehouse.contract.marts import MARTS
from warehouse.contract.tables import TABLES
from warehouse.translations.to_duckdb import create_table, select_as_declared


@pytest.mark.parametrize("table", [*TABLES.values(), *MARTS.values()], ids=lambda table: table.name)
def test_every_column_carries_its_meaning(table):
    with duckdb.connect() as con:
        create_table(con, table)
        said = dict(con.execute("select column_name, comment from duckdb_columns() where not internal").fetchall())
        assert said == {column.name: column.meaning for column in table.columns}
        assert con.execute("select comment from duckdb_tables()").fetchone() == (table.meaning,)


def test_null_is_refused_where_the_contract_refuses_it():
    with duckdb.connect() as con:
        create_table(con, TABLES["entities"])
        with pytest.raises(duckdb.ConstraintException, match="label"):
            con.execute("insert into entities values ('e1', 'person', null)")


def test_rows_come_in_the_contracts_order_and_types():
    with duckdb.connect() as con:
        con.execute("create table loose as select 'x' as label, 'person' as kind, id as entity_id from range(3) t(id)")
        rows = con.execute(select_as_declared(TABLES["entities"], "loose")).fetchall()
    assert rows == [("0", "person", "x"), ("1", "person", "x"), ("2", "person", "x")]
