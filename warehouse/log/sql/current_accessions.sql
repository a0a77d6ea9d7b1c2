-- One row a source: its latest entry, with the transactions that first and last changed it.
with
latest as (
    select source_id, max(tx) as last_tx, min(tx) as first_tx from log_accessions group by source_id
)
select entries.*, latest.first_tx, latest.last_tx
from log_accessions as entries
join latest on latest.source_id = entries.source_id and latest.last_tx = entries.tx
