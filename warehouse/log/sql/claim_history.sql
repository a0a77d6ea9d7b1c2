-- One row an entry of the log on a claim, with the transaction that ended it and what it changed.
with
steps as (
    select
        claim_id,
        tx,
        lag(tx) over life as tx_before,
        lead(tx) over life as until_tx
    from log_claims
    window life as (partition by claim_id order by tx)
)
select
    entries.* exclude (parts),
    steps.until_tx,
    transactions.recorded_at,
    null::varchar as subject_id,
    null::varchar as object_id,
    null::varchar as place_id,
    case
        when before.claim_id is not null and before.action <> 'retract' and entries.action <> 'retract'
        then concat_ws(', ', $columns_named, if(before.parts is distinct from entries.parts, 'parts', null))
    end as columns_changed
from log_claims as entries
join steps on steps.claim_id = entries.claim_id and steps.tx = entries.tx
join transactions on transactions.tx = entries.tx
left join log_claims as before on before.claim_id = steps.claim_id and before.tx = steps.tx_before
