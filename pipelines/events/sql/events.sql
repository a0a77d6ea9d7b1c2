-- Events and the place of each claim in them.
create or replace temp table event_keys as
select group_key, 'v' || substr(sha256(arg_min(claim_id, came)), 1, 12) as event_id
from grouped
group by group_key;

create or replace temp table event_claims as
with
beside as (
    select
        grouped.*,
        best.claim_id = grouped.claim_id as is_preferred,
        best.part as best_part,
        best.date_edtf as best_edtf,
        -- of a tenure, starts are compared with starts and ends with ends
        case grouped.part when 'end' then coalesce(best.date_end_earliest, best.date_earliest) else best.date_earliest end
            as best_low,
        case grouped.part when 'start' then coalesce(best.date_start_latest, best.date_latest) else best.date_latest end
            as best_high
    from grouped
    join preferred using (group_key)
    join grouped as best on best.claim_id = preferred.preferred_claim_id
)
select
    event_keys.event_id,
    beside.claim_id,
    beside.part,
    case
        when is_preferred or beside.date_edtf is null or best_edtf is null then 'agrees'
        when beside.part <> best_part and best_part <> 'whole' then 'agrees'
        when coalesce(beside.date_earliest > best_high, false) or coalesce(beside.date_latest < best_low, false) then 'differs'
        when beside.date_edtf is distinct from best_edtf
            and coalesce(beside.date_earliest >= best_low, best_low is null)
            and coalesce(beside.date_latest <= best_high, best_high is null)
            and (beside.date_earliest is distinct from best_low or beside.date_latest is distinct from best_high)
            then 'refines'
        else 'agrees'
    end as agreement,
    'w' || substr(sha256(speakers.speaker), 1, 12) as witness_id
from beside
join event_keys using (group_key)
join speakers using (claim_id);

create or replace temp table events as
with
counted as (
    select
        event_claims.event_id,
        count(*) as claim_count,
        count(distinct grouped.source_id) as source_count,
        greatest(count(distinct event_claims.witness_id) filter (where grouped.modality = 'asserted'), 1) as witness_count,
        bool_or(event_claims.agreement = 'differs') as is_disputed,
        min(grouped.date_earliest) filter (where grouped.part = 'start' and grouped.modality = 'asserted') as starts_from,
        max(grouped.date_latest) filter (where grouped.part = 'start' and grouped.modality = 'asserted') as starts_to,
        min(grouped.date_earliest) filter (where grouped.part = 'end' and grouped.modality = 'asserted') as ends_from,
        max(grouped.date_latest) filter (where grouped.part = 'end' and grouped.modality = 'asserted') as ends_to
    from event_claims join grouped using (claim_id)
    group by event_claims.event_id
)
select
    event_keys.event_id,
    best.group_type as event_type,
    best.family,
    case when best.group_type = best.event_type then best.subtype end as subtype,
    best.modality,
    best.subject_id,
    best.object_id,
    best.place_id,
    best.date_edtf,
    case best.part when 'end' then coalesce(counted.starts_from, null) else best.date_earliest end as date_earliest,
    case best.part
        when 'start' then best.date_latest
        when 'end' then coalesce(counted.starts_to, null)
        else best.date_start_latest
    end as date_start_latest,
    case best.part
        when 'end' then best.date_earliest
        when 'start' then coalesce(counted.ends_from, null)
        else best.date_end_earliest
    end as date_end_earliest,
    case best.part when 'start' then coalesce(counted.ends_to, null) else best.date_latest end as date_latest,
    counted.claim_count,
    counted.source_count,
    counted.witness_count,
    case
        when counted.is_disputed then 'disputed'
        when counted.witness_count > 1 then 'corroborated'
        else 'single'
    end as status,
    preferred.preferred_claim_id,
    preferred.preference_reason
from preferred
join event_keys using (group_key)
join counted using (event_id)
join grouped as best on best.claim_id = preferred.preferred_claim_id;
