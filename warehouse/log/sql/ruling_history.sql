-- One row a ruling from one entry to the next.
select
    entries.* exclude (action),
    lead(tx) over (partition by ruling_id order by tx) as until_tx,
    min(tx) over (partition by ruling_id) as first_tx,
    if(action = 'made', 'active', 'withdrawn') as status
from log_rulings as entries
