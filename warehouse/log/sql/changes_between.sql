-- One row a claim that differs between the state after transaction $before and the state after $after, and how.
with
touched as (
    select
        claim_id,
        max(tx) filter (where tx <= $before) as tx_before,
        max(tx) as tx_after
    from log_claims
    where tx <= $after
    group by claim_id
    having max(tx) > $before
),
old as (
    select entries.*
    from log_claims as entries
    semi join touched on touched.claim_id = entries.claim_id and touched.tx_before = entries.tx
    where entries.action <> 'retract'
),
last_entries as (
    select entries.*
    from log_claims as entries
    semi join touched on touched.claim_id = entries.claim_id and touched.tx_after = entries.tx
),
compared as (
    select
        last_entries.*,
        old.claim_id is not null as stood,
        last_entries.action <> 'retract' as stands,
        $content_differs or $parts_differ as is_restated,
        $place_differs or last_entries.parts is distinct from old.parts as is_relocated,
        list_filter([$columns_compared], lambda change: change.before is distinct from change.after) as columns_changed
    from last_entries
    left join old on old.claim_id = last_entries.claim_id
)
select
    case
        when stands and not stood then 'added'
        when stood and not stands then 'withdrawn'
        when stood and stands and is_restated then 'restated'
        when stood and stands and is_relocated then 'relocated'
    end as change,
    cause,
    tx,
    claim_id,
    source_id,
    source_path,
    event_type,
    subtype,
    subject_text,
    object_text,
    place_text,
    date_text,
    date_edtf,
    figure_text,
    quote,
    if(stood and stands, columns_changed, []) as columns_changed
from compared
where change is not null
order by source_path, quote_start, claim_id
