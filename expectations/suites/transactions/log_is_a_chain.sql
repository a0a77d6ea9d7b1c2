-- The transactions are numbered from 1 without gaps, each follows its parent's hash, and none is older than its parent.
-- severity: error
select tx::varchar as row_key, 'after ' || coalesce(before_tx::varchar, 'none') as reason
from (
    select
        tx, parent_hash, recorded_at,
        lag(tx) over (order by tx) as before_tx, lag(hash) over (order by tx) as before_hash,
        lag(recorded_at) over (order by tx) as before_at
    from transactions
)
where tx <> coalesce(before_tx, 0) + 1 or parent_hash is distinct from before_hash or recorded_at < before_at
