-- One row a ruling from one entry to the next. What it was found to be about is known for the present state only.
select
    entries.* exclude (action),
    lead(entries.tx) over (partition by ruling_id order by entries.tx) as until_tx,
    min(entries.tx) over (partition by ruling_id) as first_tx,
    min(transactions.recorded_at) over (partition by ruling_id) as recorded_at,
    if(action = 'made', 'active', 'withdrawn') as status,
    null::varchar as problem,
    null::varchar as claim_id,
    null::varchar as other_claim_id
from log_rulings as entries
join transactions on transactions.tx = entries.tx
