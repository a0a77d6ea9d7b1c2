-- One row a column, and one a table, of everything in this database.
select table_name, 0 as place, '' as column_name, null as data_type, null as is_nullable, comment as meaning
from duckdb_tables()
where database_name = current_database() and schema_name = 'main'
union all
select table_name, column_index, column_name, data_type, is_nullable, comment
from duckdb_columns()
where database_name = current_database() and schema_name = 'main'
    and table_name in (select table_name from duckdb_tables() where database_name = current_database())
