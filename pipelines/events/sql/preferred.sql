-- The claim of each event whose values are shown, by the written policy, and why.
create or replace temp table ranked as
with
support as (
    -- how many witnesses assert the same date for the same event
    select grouped.group_key, grouped.date_edtf, count(distinct speakers.speaker) as witness_count
    from grouped join speakers using (claim_id)
    where grouped.modality = 'asserted'
    group by all
),
ranks as (
    select
        grouped.claim_id,
        grouped.group_key,
        grouped.came,
        preference_rulings.ruling_id,
        coalesce(preference_rulings.turn, 1000000000) as ruling_rank,
        case grouped.modality when 'asserted' then 0 when 'alleged' then 1 else 2 end as modality_rank,
        case when grouped.date_edtf is null then 0 else -coalesce(support.witness_count, 0) end as support_rank,
        case
            when grouped.date_edtf is null then 99999
            -- of a tenure, the claim that tells both ends comes before one that tells one
            when grouped.group_type = 'tenure' and grouped.part <> 'whole' then 5000
            when grouped.date_precision = 'interval' and grouped.date_start_latest is not null
                then (grouped.date_start_latest - grouped.date_earliest) + (grouped.date_latest - grouped.date_end_earliest)
            else least(coalesce(grouped.date_latest - grouped.date_earliest, 50000), 50000)
        end as precision_rank,
        case sources_read.authorship when 'human' then 0 when 'unstated' then 1 else 2 end as authorship_rank
    from grouped
    join sources_read using (source_id)
    left join preference_rulings on preference_rulings.claim_id = grouped.claim_id
    left join support
        on support.group_key = grouped.group_key and support.date_edtf is not distinct from grouped.date_edtf
)
select *, row_number() over (partition by group_key order by ruling_rank, $order) as place
from ranks;

create or replace temp table preferred as
select
    best.group_key,
    best.claim_id as preferred_claim_id,
    case
        when best.ruling_id is not null then 'a ruling prefers it (' || best.ruling_id || ')'
        when runner_up.claim_id is null then 'it is the only claim'
        $reasons
        else 'it was recorded first'
    end as preference_reason
from ranked as best
left join ranked as runner_up on runner_up.group_key = best.group_key and runner_up.place = 2
where best.place = 1;
