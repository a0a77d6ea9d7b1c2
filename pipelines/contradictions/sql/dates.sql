-- Within one event: days that cannot both be true; one row a claim that takes a side, as in all files found_*. Compared are the different values an event's claims state, each with
-- each where they are few, each with the most stated where they are many.
create or replace temp table date_pairs as
select
    one.group_key, one.side, one.group_type,
    one.low as one_low, one.high as one_high, other.low as other_low, other.high as other_high,
    other.low - one.high as gap,
    one.low = one.high and other.low = other.high as are_days,
    one.high - one.low <= 31 and other.high - other.low <= 31 as is_close,
    -- by how many days the Julian calendar lagged behind: 10 to 1700, then one more for each century no leap year there
    case
        when one.low < date '1582-10-15' then 0
        when one.low < date '1700-03-11' then 10
        when one.low < date '1800-03-12' then 11
        when one.low < date '1900-03-13' then 12
        else 13
    end as julian_lag
from dated_values as one
join dated_values as other
    on other.group_key = one.group_key and other.side = one.side and other.reach_low > one.reach_high
where (one.value_count <= 6 or one.place = 1 or other.place = 1)
    -- a coarse value is not set against what a finer one within it differs from already
    and not exists (
        select 1 from dated_values as finer
        where finer.group_key = one.group_key and finer.side = one.side and one.value_count > 2
            and finer.low >= one.low and finer.high <= one.high and finer.high - finer.low < one.high - one.low
            and other.reach_low > finer.reach_high
    )
    and not exists (
        select 1 from dated_values as finer
        where finer.group_key = other.group_key and finer.side = other.side and other.value_count > 2
            and finer.low >= other.low and finer.high <= other.high and finer.high - finer.low < other.high - other.low
            and finer.reach_low > one.reach_high
    );

create or replace temp table found_dates as
with
words_near as (
    -- weekdays named in or beside the words of a disputed day
    select
        came,
        -- most words name no day: they are asked once for any, before they are asked for each
        case when regexp_matches(words, '$any_weekday', 'i') then list_position(
            list_transform($weekday_patterns, lambda pattern: regexp_matches(words, pattern, 'i')), true
        ) end as weekday
    from (
        select
            disputed.came,
            substr(
                passages.text,
                greatest(claim_parts.part_start - passages.passage_start - 13, 1)::bigint,
                (claim_parts.part_end - claim_parts.part_start + 40)::bigint
            ) as words
        from (
            select distinct dated_sides.came
            from date_pairs
            join dated_sides using (group_key, side)
            where date_pairs.are_days
        ) as disputed
        join told using (came)
        join claim_parts on claim_parts.claim_id = told.claim_id and claim_parts.part = 'date'
        join passages on passages.passage_id = told.passage_id
    )
),
weekdays as (
    select dated_sides.group_key, dated_sides.side, dated_sides.low, min(words_near.weekday) as weekday
    from words_near
    join dated_sides using (came)
    where words_near.weekday is not null
    group by all
),
said as (
    -- a source that gives the day in a stated calendar says which reading is which
    select group_key, low, any_value(calendar) as calendar
    from dated_sides
    where calendar <> 'unstated' and low = high
    group by all
),
read as (
    select
        pairs.*,
        are_days and julian_lag > 0 and other_low - one_low = julian_lag as is_calendar,
        said.calendar is not null as is_said,
        are_days and day(one_low) = day(other_low) and month(one_low) = month(other_low)
            and (levenshtein(year(one_low)::varchar, year(other_low)::varchar) = 1
                or list_sort(string_split(year(one_low)::varchar, '')) = list_sort(string_split(year(other_low)::varchar, '')))
        or are_days and year(one_low) = year(other_low) and month(one_low) = month(other_low)
            and (levenshtein(day(one_low)::varchar, day(other_low)::varchar) = 1
                and length(day(one_low)::varchar) <> length(day(other_low)::varchar)
                or abs(day(one_low) - day(other_low)) in (10, 20)) as is_slip,
        one_day.weekday as one_weekday,
        other_day.weekday as other_weekday
    from date_pairs as pairs
    left join said on said.group_key = pairs.group_key and said.low = pairs.other_low
    left join weekdays as one_day
        on one_day.group_key = pairs.group_key and one_day.side = pairs.side and one_day.low = pairs.one_low
    left join weekdays as other_day
        on other_day.group_key = pairs.group_key and other_day.side = pairs.side and other_day.low = pairs.other_low
),
explained as (
    select
        *,
        case
            when is_calendar then 'calendar'
            when list_contains($staged, group_type) and gap <= $days_apart and is_close then 'different_stage'
            when is_slip then 'digit_slip'
            else 'unexplained'
        end as explanation
    from read
)
select
    event_keys.event_id,
    null::varchar as other_event_id,
    'date' as kind,
    'impossible' as strength,
    explanation,
    case explanation
        when 'calendar' then case when is_said then 'explained' else 'suggested' end
        when 'unexplained' then 'open'
        else 'suggested'
    end as status,
    case explanation
        when 'calendar' then 'The dates lie ' || julian_lag || ' days apart, as the same day does in the Julian and the '
            || 'Gregorian calendar then: '
            || case when is_said then 'a source says which calendar it uses.'
                else 'perhaps one day in two calendars; no source says so.' end
        when 'different_stage' then 'The dates lie ' || in_days(gap) || ' apart: perhaps two stages of one matter.'
        when 'digit_slip' then 'Only one digit differs.'
        else 'The dates ' || case explained.side when 'day' then '' else 'of its ' || explained.side || ' ' end
            || case when is_close then 'lie ' || in_days(gap) || ' apart.' else 'do not meet.' end
    end
    || case when one_weekday is null then '' else ' ' || $weekday_shown[one_weekday] || ' is named for '
        || strftime(one_low, '%-d %B %Y') || ', which was a ' || dayname(one_low)
        || case when is_calendar then ' (in the Julian calendar a ' || dayname(other_low) || ')' else '' end
        || case when isodow(one_low) = one_weekday and is_calendar then ': it speaks against two calendars.'
            when isodow(other_low) = one_weekday and is_calendar then ': it speaks for two calendars.'
            when isodow(other_low) = one_weekday then ': the name of the day fits only the other date.'
            when isodow(one_low) = one_weekday then ': the name of the day fits.'
            else ': the name of the day fits neither.' end end
    || case when other_weekday is null then '' else ' ' || $weekday_shown[other_weekday] || ' is named for '
        || strftime(other_low, '%-d %B %Y') || ', which was a ' || dayname(other_low)
        || case when isodow(other_low) = other_weekday then ': the name of the day fits.'
            when isodow(one_low) = other_weekday then ': the name of the day fits only the other date.'
            else ': the name of the day fits neither.' end end as evidence,
    explained.side || ' ' || coalesce(one_low::varchar, '..') || ' ' || one_high || ' / ' || other_low || ' '
        || coalesce(other_high::varchar, '..') as pair,
    stated.came,
    stated.date_text as stated_value
from explained
join event_keys using (group_key)
-- whoever agrees with the one value and not with the other takes a side
join dated_sides as stated
    on stated.group_key = explained.group_key and stated.side = explained.side
    and (
        -- a side that is open ("by August") reaches as far as any
        coalesce(stated.low <= explained.one_high, true) and coalesce(stated.high >= explained.one_low, true)
            and stated.reach_high < explained.other_low
        or coalesce(stated.low <= explained.other_high, true) and coalesce(stated.high >= explained.other_low, true)
            and stated.reach_low > explained.one_high
    );
