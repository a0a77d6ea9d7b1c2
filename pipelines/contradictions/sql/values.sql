-- How far dates lie apart, in words: `1 day`, `13 days`.
create or replace temp macro in_days(days) as days || if(days = 1, ' day', ' days');

-- What the asserted claims of each event with several say of its days: one row an event, side (the whole, or the start or
-- end of what lasts) and stated value. A rough date ("c. 1905") reaches two years further either way.
create or replace temp table dated_sides as
with
told_there as (
    select grouped.group_key, told.*, kind_of.is_lasting
    from several_told
    join grouped using (group_key)
    join told using (came)
    join grouping_kinds as kind_of on kind_of.event_type = told.group_type
    where told.modality = 'asserted' and told.date_text is not null and not told.is_inferred
),
sided as (
    select group_key, came, group_type, date_text, date_edtf, date_qualifier, calendar, 'day' as side,
        date_earliest as low, date_latest as high
    from told_there where not is_lasting
    union all
    select group_key, came, group_type, date_text, date_edtf, date_qualifier, calendar, 'start', date_earliest,
        case part when 'start' then date_latest else date_start_latest end
    from told_there where is_lasting and (part = 'start' and not is_renewed or part = 'whole' and date_start_latest is not null)
    union all
    select group_key, came, group_type, date_text, date_edtf, date_qualifier, calendar, 'end',
        case part when 'end' then date_earliest else date_end_earliest end, date_latest
    from told_there where is_lasting and (part = 'end' or part = 'whole' and date_end_earliest is not null)
    union all
    -- "until 1945": an open date whose latest bound is the end itself, as finely as it is written
    select group_key, came, group_type, date_text, date_edtf, null, calendar, 'end',
        case length(date_edtf) when 7 then date_trunc('year', date_latest) when 10 then date_trunc('month', date_latest)
            else date_latest end::date,
        date_latest
    from told_there where is_lasting and part = 'whole' and is_until
)
select
    *,
    coalesce(date_qualifier in ('approximate', 'uncertain'), false) as is_rough,
    low - case when date_qualifier in ('approximate', 'uncertain') then 731 else 0 end as reach_low,
    high + case when date_qualifier in ('approximate', 'uncertain') then 731 else 0 end as reach_high
from sided;

create or replace temp table dated_values as
select
    group_key, side, low, high, reach_low, reach_high,
    any_value(group_type) as group_type,
    bool_or(is_rough) as is_rough,
    min(came) as came,
    count(*) over (partition by group_key, side) as value_count,
    row_number() over (partition by group_key, side order by count(*) desc, min(came)) as place
from dated_sides
group by group_key, side, low, high, reach_low, reach_high;
