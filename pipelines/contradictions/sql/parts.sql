-- Parts larger than their whole: more named or dated than counted, more who suffer the later stage of a case than the
-- earlier.
create or replace temp macro singular(words) as (regexp_replace(lower(words), 's\b', '', 'g'));

create or replace temp table found_parts as
with
counted as (
    select told.came, told.source_id, told.group_type, told.subject_id, told.subtype, told.object_text, told.figure_value,
        grouped.group_key, told.life_key, told.figure_measure
    from told
    join grouped using (came)
    where told.figure_value is not null and told.modality = 'asserted' and told.figure_qualifier is null
        and told.group_type in ('kinship', 'award') and told.figure_value < 100
),
named(counted_came, came, group_key, value) as (
    -- children (spouses) named in the page that counts them, each first name once; of sons and daughters the names do not
    -- tell which
    select counted.came as counted_came, told.came, hash(lower(split_part(split_part(told.object_text, ',', 1), ' ', 1))),
        told.object_text as value
    from counted
    join told
        on told.life_key = counted.life_key and told.object_id is not null and told.figure_value is null
        and told.modality = 'asserted' and told.passage_kind <> 'reference'
    where counted.group_type = 'kinship' and told.group_type = 'kinship'
        and not regexp_matches(coalesce(counted.figure_measure, ''), '$one_gender', 'i')
    union all
    -- awards of that name, by their dates, in any source: a year beside a day in it is no further one
    select counted.came, told.came, hash(told.date_earliest, told.date_latest), told.date_text
    from counted
    join told
        on told.subject_id = counted.subject_id and told.group_type = 'award' and told.modality = 'asserted'
        and singular(told.object_text) = singular(counted.object_text)
        and told.date_edtf is not null and told.came <> counted.came
    where counted.group_type = 'award'
        and not exists (
            select 1 from told as finer
            where finer.subject_id = told.subject_id and finer.group_type = 'award' and finer.modality = 'asserted'
                and singular(finer.object_text) = singular(told.object_text)
                and finer.date_earliest >= told.date_earliest and finer.date_latest <= told.date_latest
                and finer.date_latest - finer.date_earliest < told.date_latest - told.date_earliest
        )
),
told_parts as (
    -- each part once, by the claim that came first
    select counted_came, group_key as part_key, min(came) as came, arg_min(value, came) as value
    from named
    group by counted_came, part_key
),
too_many as (
    select told_parts.counted_came, count(*) as part_count
    from told_parts
    join counted on counted.came = told_parts.counted_came
    group by told_parts.counted_came
    having count(*) > any_value(counted.figure_value)
),
sides as (
    select counted_came, counted_came as came, null as value from too_many
    union all
    select counted_came, told_parts.came, told_parts.value from too_many join told_parts using (counted_came)
),
stages as (
    -- who was counted in two stages of one case
    select
        earlier.came as earlier_came, later.came as later_came, earlier.event_id, later.event_id as other_event_id,
        earlier.group_type as earlier_type, later.group_type as later_type,
        earlier.figure_value as earlier_value, later.figure_value as later_value
    from wholes
    join counted_things as earlier on earlier.group_type = wholes.first_type
    join counted_things as later
        on later.group_type = wholes.second_type and later.subject_id = earlier.subject_id and later.least > earlier.most
    where later.date_earliest is null or earlier.date_earliest is null
        or abs(later.date_earliest - earlier.date_earliest) < 366 * $case_years
)
select
    event_keys.event_id, null::varchar as other_event_id, 'part_whole' as kind, 'tension' as strength,
    'unexplained' as explanation, 'open' as status,
    'More are told (' || part_count || ') than are counted.' as evidence,
    'more than ' || counted.figure_value || ' ' || counted.came as pair,
    sides.came,
    coalesce(value, claims.figure_text || coalesce(' ' || claims.object_text, ' ' || claims.figure_measure, ''))
        as stated_value
from too_many
join sides using (counted_came)
join counted on counted.came = too_many.counted_came
join event_keys using (group_key)
join told on told.came = sides.came
join claims on claims.claim_id = told.claim_id
union all
select
    event_id, nullif(other_event_id, event_id), 'part_whole', 'impossible', 'unexplained', 'open',
    'More are told of the ' || later_type || ' than of the ' || earlier_type || ' that must come before it.',
    earlier_value || ' / ' || later_value,
    unnest([earlier_came, later_came]), null
from stages;
