-- Each claim with the event it belongs to (`group_key`). Dated claims of one key (who, what, with which object) that
-- touch are an island; islands that only tellings of different voices part are one; a claim without date or object joins
-- the one event it can be about, and none of several. All joins stay within one life and type.
create or replace temp table keyed as
select
    came,
    life_key,
    told.is_vague,
    hash(life_key, told.is_vague, case kind_of.apart_by
        when 'object' then coalesce(
            -- a place by its own name: the same with and without its country
            case when group_type = 'residence' then lower(trim(split_part(place_text, ',', 1))) end, object_id,
            regexp_replace(lower(object_text), '[^\p{L}\p{N}]+', ' ', 'g')
        )
    end, case when told.is_vague and low is null then came end) as same_key,
    case
        when kind_of.is_once and not told.is_vague and not (told.is_crowd and kind_of.apart_by = 'life') then null
        when kind_of.apart_by in ('date', 'life') or told.is_vague then $days_apart
        else 0
    end as days_apart,
    kind_of.years,
    kind_of.is_one_case and coalesce(freed.since > told.high, true) as is_one_case,
    low,
    high,
    date_earliest,
    date_latest,
    voice,
    is_again,
    -- a year-wide date touches everything of its year and would join what it only overlaps
    low is not null and (kind_of.is_lasting and not told.is_vague or high - low <= 62) as is_fine,
    -- of what lasts, two terms that meet in one year are two
    kind_of.is_lasting and date_start_latest is not null and date_end_earliest is not null as is_term,
    -- who was told of by a bare name ("teacher") and is appointed then to one in more words begins another
    kind_of.is_lasting and part = 'start' as is_start,
    -- what is told of by its start alone ends where an end alone is told next
    kind_of.is_lasting and not told.is_vague and (part = 'end' or is_until) as is_end,
    kind_of.is_lasting and not told.is_vague and (part = 'start' or date_edtf like '%/..') as is_begun,
    -- what does not last begins and ends at once
    not (kind_of.is_lasting and not told.is_vague and (part = 'end' or is_until)) as tells_start,
    not (kind_of.is_lasting and not told.is_vague and part = 'start') as tells_end,
    len(string_split(object_text, ' ')) as word_count,
    greatest(date_end_earliest - 1, date_start_latest) as term_reach
from told
join grouping_kinds as kind_of on kind_of.event_type = told.group_type
left join (
    -- who got free can be arrested again; what is told without date may have been before
    select subject_id, min(coalesce(low, date '0001-01-01')) as since
    from told
    where group_type in (select event_type from freeing_types) and modality = 'asserted' and subject_id is not null
    group by subject_id
) as freed on freed.subject_id = told.subject_id and kind_of.is_one_case;

create or replace temp table fine_islands as
with
marked as (
    select
        came, same_key, low, high, voice, years, is_again, tells_start, tells_end,
        (
            coalesce(low > max(high) over w + days_apart, true)
            or coalesce(
                low > max(coalesce(term_reach, high)) over w
                and (is_term or is_start and word_count > 2 and max(word_count) over w <= 2),
                false
            )
        )
        and not (is_end and coalesce(lag(is_begun) over (partition by same_key order by low, high, came), false))
            or is_again as is_new
    from keyed
    where is_fine and days_apart is not null
    window w as (partition by same_key order by low, high, came rows between unbounded preceding and 1 preceding)
)
select *, sum(is_new::integer) over (partition by same_key order by low, high, came rows unbounded preceding) as island
from marked;

create or replace temp table fine_bounds as
select same_key, island, min(low) as low, max(high) as high
from fine_islands
group by all;

create or replace temp table loose as
-- a claim without a date, or with a wide one, belongs to the one event it can be about; to none of several
select keyed.came, min(fine_bounds.island) as island
from keyed
join fine_bounds
    on fine_bounds.same_key = keyed.same_key
    and coalesce(keyed.date_earliest <= fine_bounds.high, true)
    and coalesce(keyed.date_latest >= fine_bounds.low, true)
where keyed.days_apart is not null and not keyed.is_fine and not keyed.is_again
group by keyed.came
having count(*) = 1;

create or replace temp table islands as
select came, same_key, low, high, voice, years, is_again, tells_start, tells_end, false as is_one_case, island
from fine_islands
union all
select keyed.came, keyed.same_key, keyed.low, keyed.high, keyed.voice, keyed.years, keyed.is_again, keyed.tells_start,
    keyed.tells_end, false, loose.island
from loose join keyed using (came)
where keyed.low is not null
union all
-- wide dates that can be about none or several of them are islands of their own
select came, same_key, low, high, voice, years, is_again, tells_start, tells_end, is_one_case,
    1000000 + dense_rank() over (partition by same_key order by low, high)
from keyed
anti join loose using (came)
where days_apart is not null and not is_fine and low is not null;

-- Islands beside each other that no voice tells both of: one happening, dated otherwise. Who tells the start in one and the
-- end in the next tells one term.
create or replace temp table merged_islands as
with
several as (
    select same_key from islands group by same_key having min(island) <> max(island)
),
told_islands as (
    select
        same_key, island, min(low) as low, max(high) as high, any_value(years) as years, bool_or(is_again) as is_again,
        bool_or(is_one_case) as is_one_case,
        coalesce(list_sort(list(distinct voice) filter (where tells_start)), []) as starting,
        coalesce(list_sort(list(distinct voice) filter (where tells_end)), []) as ending
    from islands
    where same_key in (from several)
    group by same_key, island
),
parted as (
    select
        *,
        (
            coalesce(
                low - lag(high) over w > 366 * (years - 1)
                and not (month(low) = month(lag(low) over w) and day(low) = day(lag(low) over w) and low = high),
                true
            )
            -- nobody begins twice without an end between, or ends twice without a start: one of two voices is mistaken
            and not coalesce(low - lag(high) over w <= 366 and (lag(ending) over w = [] or starting = []), false)
        )
        or (
            list_has_any(starting, lag(starting) over w) or list_has_any(ending, lag(ending) over w)
            or list_has_any(starting, lag(ending) over w)
        ) and not (is_one_case and count(*) over (partition by same_key) = 2)
        or is_again as is_apart
    from told_islands
    window w as (partition by same_key order by low, high, island)
),
runs as (
    select *, sum(is_apart::integer) over (partition by same_key order by low, high, island rows unbounded preceding) as run
    from parted
),
heard as (
    select
        *,
        list_has_any(starting, coalesce(flatten(list(ending) over before), [])) as starts_again
    from runs
    window before as (partition by same_key, run order by low, high, island rows between unbounded preceding and 1 preceding)
)
select
    same_key,
    island,
    -- a run in which a voice speaks twice tells of several after all
    case
        when bool_or(is_one_case) over r or not bool_or(starts_again) over r
            and length(list_distinct(flatten(list(starting) over r))) = length(flatten(list(starting) over r))
            and length(list_distinct(flatten(list(ending) over r))) = length(flatten(list(ending) over r))
            then min(island) over r
        else island
    end as merged
from heard
window r as (partition by same_key, run);

create or replace temp table first_groups as
select
    keyed.came,
    keyed.life_key,
    keyed.is_vague,
    hash(keyed.same_key, case
        when keyed.days_apart is null then 0
        else coalesce(merged_islands.merged, islands.island, loose.island, -1)
    end) as group_key
from keyed
left join islands on islands.came = keyed.came
left join loose on loose.came = keyed.came
left join merged_islands
    on merged_islands.same_key = keyed.same_key and merged_islands.island = coalesce(islands.island, loose.island);
