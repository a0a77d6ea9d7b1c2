-- One row an entry of the log on a claim, with the transaction that ended it.
select
    entries.* exclude (parts),
    lead(entries.tx) over (partition by entries.claim_id order by entries.tx) as until_tx,
    null::varchar as subject_id,
    null::varchar as object_id,
    null::varchar as place_id
from log_claims as entries
