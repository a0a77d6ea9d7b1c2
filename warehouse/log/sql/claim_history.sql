-- One row an entry of the log on a claim, with the transaction that ended it and what it changed. Rows come as logged.
with
again as (
    -- of most claims there is one entry: nothing ended it, and it changed nothing
    select claim_id from log_claims group by claim_id having count(*) > 1
),
steps as (
    select
        claim_id,
        tx,
        lag(tx) over life as tx_before,
        lead(tx) over life as until_tx
    from log_claims
    where claim_id in (from again)
    window life as (partition by claim_id order by tx)
),
changed as (
    select
        steps.claim_id,
        steps.tx,
        steps.until_tx,
        case
            when before.claim_id is not null and before.action <> 'retract' and entries.action <> 'retract'
            then concat_ws(', ', $columns_named, if(before.parts is distinct from entries.parts, 'parts', null))
        end as columns_changed
    from steps
    join log_claims as entries on entries.claim_id = steps.claim_id and entries.tx = steps.tx
    left join log_claims as before on before.claim_id = steps.claim_id and before.tx = steps.tx_before
)
select
    entries.* exclude (parts),
    changed.until_tx,
    transactions.recorded_at,
    null::varchar as subject_id,
    null::varchar as object_id,
    null::varchar as place_id,
    changed.columns_changed
from log_claims as entries
join transactions on transactions.tx = entries.tx
left join changed on changed.claim_id = entries.claim_id and changed.tx = entries.tx
