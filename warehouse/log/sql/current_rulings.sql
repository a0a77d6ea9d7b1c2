-- One row a ruling ever made, its latest entry, and the transaction that first recorded it.
select *, min(tx) over (partition by ruling_id) as first_tx
from log_rulings
qualify row_number() over (partition by ruling_id order by tx desc) = 1
