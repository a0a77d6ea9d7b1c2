-- Whether it happened at all: one claim denies what another asserts; or a case has two outcomes that exclude each other.
create or replace temp table found_occurrences as
with
denied as (
    select told.*, grouped.group_key
    from told
    join grouped using (came)
    where told.modality = 'denied' and told.subject_id is not null
),
clashes as (
    select
        denied.group_key as denied_key, grouped.group_key, denied.came as denied_came, asserted.came as asserted_came,
        -- a narrator who tells both knows both: he refused, and then gave way
        bool_or(asserted.passage_id = denied.passage_id) over (partition by denied.came) as is_one_narrator,
        row_number() over (
            partition by denied.came, grouped.group_key, asserted.source_id order by asserted.came
        ) as turn
    from denied
    join told as asserted
        on asserted.life_key = denied.life_key and asserted.modality = 'asserted'
        and (asserted.object_id = denied.object_id or denied.object_text is null or asserted.object_text is null
            or lower(asserted.object_text) = lower(denied.object_text)
            or contains(lower(asserted.object_text), lower(denied.object_text))
            or contains(lower(denied.object_text), lower(asserted.object_text)))
        and coalesce(asserted.low <= denied.high, true) and coalesce(asserted.high >= denied.low, true)
    join grouped on grouped.came = asserted.came
),
outcomes as (
    select one.came as one_came, other.came as other_came, one_group.group_key, other_group.group_key as other_key,
        one.group_type as one_type, other.group_type as other_type
    from exclusive_outcomes
    join told as one on one.group_type = exclusive_outcomes.first_type and one.modality = 'asserted'
    join told as other
        on other.group_type = exclusive_outcomes.second_type and other.modality = 'asserted'
        and other.subject_id = one.subject_id and other.voice <> one.voice
        and one.low <= other.high + $days_apart and other.low <= one.high + $days_apart
    join grouped as one_group on one_group.came = one.came
    join grouped as other_group on other_group.came = other.came
)
select
    asserted_event.event_id, nullif(denied_event.event_id, asserted_event.event_id) as other_event_id, 'occurrence' as kind,
    case when is_one_narrator then 'tension' else 'impossible' end as strength,
    case when is_one_narrator then 'different_stage' else 'unexplained' end as explanation,
    case when is_one_narrator then 'suggested' else 'open' end as status,
    case when is_one_narrator then 'The same narrator tells both: perhaps one after the other.'
        else 'One denies what the other asserts.' end as evidence,
    'denied' as pair,
    unnest([asserted_came, denied_came]) as came, null::varchar as stated_value
from clashes
join event_keys as asserted_event on asserted_event.group_key = clashes.group_key
join event_keys as denied_event on denied_event.group_key = clashes.denied_key
where turn = 1
union all
select
    one_event.event_id, other_event.event_id, 'occurrence', 'impossible', 'unexplained', 'open',
    'Of one case the ' || one_type || ' and the ' || other_type || ' cannot both be.', 'outcome',
    unnest([one_came, other_came]), null
from outcomes
join event_keys as one_event on one_event.group_key = outcomes.group_key
join event_keys as other_event on other_event.group_key = outcomes.other_key;
