-- Between events of one career: a dismissal that names no office beside the ends of the offices held; an office told in
-- fewer words beside those told in more; a move told as a transfer and as a residence.
create or replace temp table found_offices as
with
careers as (
    select
        told.came, told.subject_id, told.object_text, told.object_id, told.event_type, told.group_type, told.part,
        told.place_id, told.place_text, told.voice, told.date_text, event_keys.event_id, told.subtype,
        case when told.part = 'start' then told.date_latest else told.date_start_latest end as start_high,
        told.date_earliest as start_low,
        case when told.part = 'end' then told.date_earliest else told.date_end_earliest end as end_low,
        told.date_latest as end_high
    from told
    join grouped using (came)
    join event_keys using (group_key)
    where told.group_type in ('tenure', 'residence') and told.modality = 'asserted' and told.subject_id is not null
        and told.date_text is not null and not told.is_inferred and told.date_qualifier is null
),
dismissals as (
    select gone.came as one_came, held.came as other_came, gone.event_id, held.event_id as other_event_id,
        gone.date_text as one_text, held.date_text as other_text,
        greatest(held.end_low - gone.end_high, gone.end_low - held.end_high) as gap,
        min(greatest(held.end_low - gone.end_high, gone.end_low - held.end_high)) over (partition by gone.came) as least_gap
    from careers as gone
    join careers as held
        on held.subject_id = gone.subject_id and held.group_type = 'tenure' and held.event_id <> gone.event_id
        and held.part <> 'start' and held.end_low is not null and held.object_text is not null
    where gone.event_type = 'departure' and gone.object_text is null and gone.place_text is null
        and gone.subtype in ('dismissed', 'resigned', 'ended')
        and held.end_high - held.end_low <= 62 and gone.end_high - gone.end_low <= 62
),
moves as (
    select one.came as one_came, other.came as other_came, one.event_id, other.event_id as other_event_id,
        one.date_text as one_text,
        case other_told.date_qualifier when 'before' then 'by ' when 'after' then 'after ' else '' end || other.date_text
            as other_text
    from careers as one
    join told as other_told
        on other_told.subject_id = one.subject_id and other_told.group_type = 'residence' and other_told.subtype = 'move'
        and other_told.place_id = one.place_id and other_told.modality = 'asserted' and not other_told.is_inferred
        and other_told.date_text is not null and other_told.voice <> one.voice
    join grouped as other_group on other_group.came = other_told.came
    join event_keys as other_key using (group_key)
    join (select event_id, came, date_text, low, high from (
        select event_keys.event_id, told.came, told.date_text, told.date_earliest as low, told.date_latest as high
        from told join grouped using (came) join event_keys using (group_key)
        where told.group_type = 'residence'
    )) as other on other.came = other_told.came
    where one.event_type = 'departure' and one.subtype = 'transferred' and one.place_id is not null
        and (other.low > one.end_high or other.high < one.end_low)
        and least(abs(coalesce(other.low, other.high) - one.end_high), abs(other.high - one.end_low)) < 366 * 5
)
select
    event_id, other_event_id, 'date' as kind, 'tension' as strength, 'different_office' as explanation,
    'suggested' as status,
    'The dates lie ' || in_days(gap) || ' apart; the one names no office: perhaps it is another that ended then.' as evidence,
    one_text || ' / ' || other_text as pair,
    unnest([one_came, other_came]) as came, unnest([one_text, other_text]) as stated_value
from dismissals
where gap = least_gap and gap between 1 and 92
union all
select
    event_id, other_event_id, 'date', 'impossible', 'unexplained', 'open',
    'Both tell of the move to one place.', one_text || ' / ' || other_text,
    unnest([one_came, other_came]), unnest([one_text, other_text])
from moves;

-- Two stages of one matter (party and court) within a year, where some source tells only one of them.
create or replace temp table found_stages as
with
staged as (
    select events.event_id, events.event_type, events.subject_id, events.date_earliest as low, events.date_latest as high
    from events
    where list_contains($far_stages, event_type) and modality = 'asserted' and subject_id is not null
        and date_latest - date_earliest <= 31
),
pairs as (
    select one.event_id, other.event_id as other_event_id, other.low - one.high as gap
    from staged as one
    join staged as other
        on other.subject_id = one.subject_id and other.event_type = one.event_type and other.low > one.high
        and other.low - one.high <= 366
),
telling as (
    select event_keys.event_id, told.source_id, told.came, told.date_text
    from staged
    join event_keys using (event_id)
    join grouped using (group_key)
    join told using (came)
    where told.modality = 'asserted' and told.date_text is not null
),
sides as (
    select pairs.*, unnest([pairs.event_id, pairs.other_event_id]) as told_event_id from pairs
),
told_alone as (
    select pairs.event_id, pairs.other_event_id
    from sides as pairs
    join telling on telling.event_id = pairs.told_event_id
    group by pairs.event_id, pairs.other_event_id, telling.source_id
    having count(distinct telling.event_id) = 1
)
select
    pairs.event_id, pairs.other_event_id, 'date' as kind, 'tension' as strength, 'different_stage' as explanation,
    'suggested' as status, 'The dates lie ' || in_days(gap) || ' apart: perhaps two stages of one matter.' as evidence,
    'stages' as pair, telling.came, telling.date_text as stated_value
from sides as pairs
join (select distinct event_id, other_event_id from told_alone) as alone
    on alone.event_id = pairs.event_id and alone.other_event_id = pairs.other_event_id
join telling on telling.event_id = pairs.told_event_id;
