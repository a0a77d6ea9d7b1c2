-- One row a source that was read: what its latest reading found.
with
latest as (
    select source_id, max(tx) as tx from log_readings group by source_id
)
select entries.*
from log_readings as entries
join latest using (source_id, tx)
