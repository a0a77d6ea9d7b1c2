-- One row an entry on one claim, in order, with what it changed since the entry before.
with
entries as (
    select *, lag(tx) over (order by tx) as tx_before
    from log_claims
    where claim_id = @claim_id
)
select
    entries.tx,
    transactions.recorded_at,
    entries.action,
    entries.cause,
    entries.source_path,
    entries.source_version,
    entries.event_type,
    entries.subtype,
    entries.subject_text,
    entries.object_text,
    entries.place_text,
    entries.date_text,
    entries.date_edtf,
    entries.figure_text,
    entries.quote,
    if(
        entries.action = 'retract' or before.tx is null,
        [],
        list_filter([$columns_compared], lambda change: change.before is distinct from change.after)
    ) as columns_changed
from entries
join transactions on transactions.tx = entries.tx
left join entries as before on before.tx = entries.tx_before
order by entries.tx
