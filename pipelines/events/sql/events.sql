-- Events and the place of each claim in them.
create or replace temp table event_keys as
with firsts as (select group_key, min(came) as came from grouped group by group_key)
select firsts.group_key, 'v' || substr(sha256(told.claim_id), 1, 12) as event_id
from firsts join told using (came);

create or replace temp table told_in_events as
-- each claim in its event: on which part it speaks, and how it stands to the preferred claim
with
beside as (
    select
        grouped.group_key,
        told.came,
        told.part,
        told.date_edtf,
        told.date_earliest,
        told.date_latest,
        best.came = told.came as is_preferred,
        best.part as best_part,
        best.date_edtf as best_edtf,
        -- of a tenure, starts are compared with starts and ends with ends
        case told.part when 'end' then coalesce(best.date_end_earliest, best.date_earliest) else best.date_earliest end
            as best_low,
        case told.part when 'start' then coalesce(best.date_start_latest, best.date_latest) else best.date_latest end
            as best_high
    from several_told
    join grouped using (group_key)
    join told using (came)
    join preferred using (group_key)
    join told as best on best.came = preferred.came
)
select
    group_key,
    came,
    case
        when is_preferred or date_edtf is null or best_edtf is null then 'agrees'
        when part <> best_part and best_part <> 'whole' then 'agrees'
        when coalesce(date_earliest > best_high, false) or coalesce(date_latest < best_low, false) then 'differs'
        when date_edtf is distinct from best_edtf
            and coalesce(date_earliest >= best_low, best_low is null)
            and coalesce(date_latest <= best_high, best_high is null)
            and (date_earliest is distinct from best_low or date_latest is distinct from best_high)
            then 'refines'
        else 'agrees'
    end as agreement
from beside;

create or replace temp table event_claims as
select
    event_keys.event_id,
    told.claim_id,
    told.part,
    coalesce(told_in_events.agreement, 'agrees') as agreement,
    witness_names.witness_id
from grouped
join told using (came)
join event_keys on event_keys.group_key = grouped.group_key
join speakers on speakers.came = grouped.came
join witness_names using (speaker)
left join told_in_events on told_in_events.came = grouped.came;

create or replace temp table events as
with
counted as (
    select
        grouped.group_key,
        count(*) as claim_count,
        count(distinct told.source_id) as source_count,
        greatest(count(distinct speakers.speaker) filter (where told.modality = 'asserted'), 1) as witness_count,
        bool_or(told_in_events.agreement = 'differs') as is_disputed,
        min(told.date_earliest) filter (where told.part = 'start' and told.modality = 'asserted') as starts_from,
        max(told.date_latest) filter (where told.part = 'start' and told.modality = 'asserted') as starts_to,
        min(told.date_earliest) filter (where told.part = 'end' and told.modality = 'asserted') as ends_from,
        max(told.date_latest) filter (where told.part = 'end' and told.modality = 'asserted') as ends_to
    from several_told
    join grouped using (group_key)
    join told using (came)
    join speakers using (came)
    left join told_in_events using (came)
    group by grouped.group_key
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
    -- a start that lies after every end told, or an end before every start, is of another term of the same office
    case
        when best.event_type <> 'departure' then best.date_earliest
        when counted.starts_from <= best.date_latest then counted.starts_from
    end as date_earliest,
    case
        when best.event_type = 'appointment' and counted.ends_to >= best.date_earliest
            then least(best.date_latest, counted.ends_to)
        when best.event_type = 'appointment' then best.date_latest
        when best.event_type <> 'departure' then best.date_start_latest
        when counted.starts_from <= best.date_latest then least(counted.starts_to, best.date_latest)
    end as date_start_latest,
    case
        when best.event_type = 'departure' then best.date_earliest
        when best.event_type <> 'appointment' then best.date_end_earliest
        when counted.ends_to >= best.date_earliest then greatest(counted.ends_from, best.date_earliest)
    end as date_end_earliest,
    case
        when best.event_type <> 'appointment' then best.date_latest
        when counted.ends_to >= best.date_earliest then counted.ends_to
    end as date_latest,
    coalesce(counted.claim_count, 1) as claim_count,
    coalesce(counted.source_count, 1) as source_count,
    coalesce(counted.witness_count, 1) as witness_count,
    case
        when counted.is_disputed then 'disputed'
        when counted.witness_count > 1 then 'corroborated'
        else 'single'
    end as status,
    best.claim_id as preferred_claim_id,
    preferred.preference_reason
from preferred
join event_keys using (group_key)
join told as best on best.came = preferred.came
left join counted on counted.group_key = preferred.group_key;
