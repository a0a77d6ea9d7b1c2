-- Lengths of time that do not fit: two lengths of one thing, or a length and the dates of the same event.
create or replace temp macro counted_unit(number, unit) as (
    case when number <> '' then number || ' ' || unit || case when number = '1' then '' else 's' end end
);

create or replace temp macro years_and_days(days) as (
    concat_ws(' and ',
        counted_unit(nullif(floor(days / 365.25)::integer, 0)::varchar, 'year'),
        counted_unit(case when days < 366 or floor(days - floor(days / 365.25) * 365.25) > 0
            then floor(days - floor(days / 365.25) * 365.25)::integer::varchar end, 'day')
    )
);

create or replace temp table lengths as
select
    grouped.group_key, told.came, told.voice, told.duration,
    try_cast(regexp_extract(told.duration, '(\d+(?:\.\d+)?)Y', 1) as double) as years,
    coalesce(try_cast(regexp_extract(told.duration, '(\d+(?:\.\d+)?)Y', 1) as double) * 365.25, 0)
        + coalesce(try_cast(regexp_extract(told.duration, 'P[^T]*?(\d+(?:\.\d+)?)M', 1) as double) * 30.44, 0)
        + coalesce(try_cast(regexp_extract(told.duration, '(\d+(?:\.\d+)?)W', 1) as double) * 7, 0)
        + coalesce(try_cast(regexp_extract(told.duration, '(\d+(?:\.\d+)?)D', 1) as double), 0) as days,
    -- how far the words let the length be off: half of its unit, or a fifth where it is long
    case
        when contains(told.duration, 'D') then 1
        when contains(told.duration, 'W') then 7
        when contains(told.duration, 'M') then 31
        else 366
    end as slack,
    regexp_matches(claims.quote, '\b(over|more than|at least|свыше|более)\b', 'i') as is_least,
    case when is_least then 'over ' else '' end || concat_ws(' and ',
        counted_unit(regexp_extract(told.duration, '([\d.]+)Y', 1), 'year'),
        counted_unit(regexp_extract(told.duration, 'P[^T]*?([\d.]+)M', 1), 'month'),
        counted_unit(regexp_extract(told.duration, '([\d.]+)W', 1), 'week'),
        counted_unit(regexp_extract(told.duration, '([\d.]+)D', 1), 'day')
    ) as length_text
from told
join grouped using (came)
join claims using (claim_id)
where told.duration is not null and not contains(told.duration, 'X') and told.modality = 'asserted'
    and not regexp_matches(claims.quote, '\b(age|aged|ages|years? old|months? old)\b', 'i')
    and told.group_type in (select event_type from grouping_kinds where is_lasting);

create or replace temp table found_durations as
with
spans as (
    -- from the earliest possible start to the latest possible end, and the least that must lie between
    select
        grouped.group_key, dated.came, dated.date_text, dated.date_latest - dated.date_earliest as most,
        greatest(dated.date_end_earliest - dated.date_start_latest, 0) as least, dated.voice
    from lengths
    join grouped using (group_key)
    join told as dated on dated.came = grouped.came
    where dated.date_start_latest is not null and dated.date_end_earliest is not null and dated.modality = 'asserted'
        and dated.date_earliest is not null and dated.date_latest is not null
),
clashes as (
    select lengths.group_key, lengths.came as one_came, spans.came as other_came,
        lengths.length_text as one_text, spans.date_text as other_text,
        'The dates leave between ' || round(spans.least / 365.25, 1) || ' and ' || round(spans.most / 365.25, 1)
            || ' years, the words say ' || lengths.length_text || '.' as evidence
    from lengths
    join spans using (group_key)
    where lengths.came <> spans.came
        and (lengths.days - lengths.slack > spans.most
            or not lengths.is_least and lengths.days + lengths.slack < spans.least)
    union all
    select one.group_key, one.came, other.came, one.length_text, other.length_text,
        'The one length is ' || one.length_text || ', the other ' || other.length_text || '.'
    from lengths as one
    join lengths as other on other.group_key = one.group_key and other.days > one.days and other.voice <> one.voice
    where other.days - one.days > greatest(one.slack, other.slack) / 2.0 and not one.is_least
)
select
    event_keys.event_id, null::varchar as other_event_id, 'duration' as kind, 'impossible' as strength,
    'unexplained' as explanation, 'open' as status, evidence,
    one_text || ' / ' || other_text as pair,
    unnest([one_came, other_came]) as came, unnest([one_text, other_text]) as stated_value
from clashes
join event_keys using (group_key)
union all
-- one claim whose own dates and length differ, beside another claim of the same event
select
    event_keys.event_id, null, 'duration', 'impossible', 'unexplained', 'open',
    'The same words give dates of ' || round((told.date_latest - told.date_earliest) / 365.25, 1) || ' years and a length of '
        || round(lengths.days / 365.25, 1) || '.',
    told.date_edtf || ' / ' || told.duration,
    unnest([told.came, beside.came]), unnest([told.date_text || ', ' || told.duration, beside_told.date_text])
from lengths
join told using (came)
join event_keys on event_keys.group_key = lengths.group_key
join (
    select one.came as own, min(other.came) as came
    from lengths as one
    join grouped as other on other.group_key = one.group_key and other.came <> one.came
    group by one.came
) as beside on beside.own = lengths.came
join told as beside_told on beside_told.came = beside.came
where told.date_start_latest is not null and told.date_end_earliest is not null
    and (lengths.days - lengths.slack > told.date_latest - told.date_earliest
        or not lengths.is_least and lengths.days + lengths.slack < told.date_end_earliest - told.date_start_latest);
