-- One row a column, and one a table or view, of everything in this database.
with
named as (
    select table_name, comment
    from duckdb_tables()
    where database_name = current_database() and schema_name = 'main'
    union all
    select view_name, comment
    from duckdb_views()
    where database_name = current_database() and schema_name = 'main' and not internal
)
select table_name, 0 as place, '' as column_name, null as data_type, null as is_nullable, comment as meaning
from named
union all
select table_name, column_index, column_name, data_type, is_nullable, comment
from duckdb_columns()
where database_name = current_database() and schema_name = 'main'
    and table_name in (select table_name from named)
