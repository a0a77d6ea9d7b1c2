-- Of every source at most the latest version stands, and each earlier one was replaced no sooner than it came.
-- severity: error
select source_id || ' ' || version as row_key, concat_ws(' ', 'from', first_tx, 'to', last_tx) as reason
from (
    select *, max(version) over (partition by source_id) as newest
    from source_versions
)
where (version < newest and last_tx is null) or last_tx < first_tx
