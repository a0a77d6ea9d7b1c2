-- The laws nothing broke in the validation that an edition of that transaction passed: the last one before it, after
-- which nothing was recorded but validations.
with
judged as (
    select max(tx) as tx from quality_results where tx <= $made_at
)
select check_id
from quality_results
join judged using (tx)
where success and failing_count = 0
    and not exists (
        from transactions
        where transactions.tx > judged.tx and transactions.tx <= $made_at
            and transactions.kind not in ('validation', 'fixity check')
    )
