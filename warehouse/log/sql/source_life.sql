-- One row a transaction that touched one source, in order: what was recorded of it, and what followed for its claims.
with
told as (
    select
        tx,
        case action
            when 'received' then 'received as ' || path
            when 'changed' then 'changed: version ' || version || ', ' || byte_count || ' bytes'
            when 'moved' then 'moved to ' || path
            when 'described' then 'described anew'
            when 'withdrawn' then 'withdrawn: ' || path || ' is gone from the seed folder'
            when 'returned' then 'returned as ' || path || ', version ' || version
        end
        || coalesce('; the same bytes as source ' || duplicate_of, '')
        || coalesce('; ' || problem, '') as words
    from log_accessions
    where source_id = $source_id
    union all
    select
        tx,
        'read: version ' || version || coalesce(', ' || layout, '') || ', ' || status || coalesce('; ' || problem, '')
    from log_readings
    where source_id = $source_id
    union all
    select tx, 'claims: ' || string_agg(counted || ' ' || action || ' (' || cause || ')', ', ' order by action, cause)
    from (
        select tx, action, cause, count(*) as counted
        from log_claims
        where source_id = $source_id
        group by tx, action, cause
    ) as counts
    group by tx
)
select told.tx, transactions.recorded_at, told.words
from told
join transactions on transactions.tx = told.tx
order by told.tx, told.words
