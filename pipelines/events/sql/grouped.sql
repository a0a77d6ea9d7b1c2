-- Each claim with the event it belongs to (`group_key`). Dated claims of one key (who, what, with which object) that
-- touch are an island; islands that only tellings of different voices part are one; a claim without date or object joins
-- the one event it can be about, and none of several. All joins stay within one life and type.
create or replace temp table keyed as
select
    came,
    life_key,
    -- without object, where types are told apart by it, a claim can be about any of that life and type
    kind_of.apart_by = 'object' and object_text is null and not (group_type = 'residence' and place_text is not null) as is_vague,
    hash(life_key, case kind_of.apart_by
        when 'object' then coalesce(
            case when group_type = 'residence' then coalesce(place_id, lower(place_text)) end, object_id, lower(object_text)
        )
    end) as same_key,
    case
        when kind_of.is_once then null
        when kind_of.apart_by = 'date' then $days_apart
        else 0
    end as days_apart,
    kind_of.years,
    low,
    high,
    date_earliest,
    date_latest,
    voice,
    is_again,
    -- a year-wide date touches everything of its year and would join what it only overlaps
    low is not null and (group_type = 'tenure' or high - low <= 62) as is_fine
from told
join grouping_kinds as kind_of on kind_of.event_type = told.group_type;

create or replace temp table islands as
with
marked as (
    select
        came, same_key, low, high, voice, years, is_again, life_key,
        coalesce(low > max(high) over w + days_apart, true) or is_again as is_new
    from keyed
    where is_fine and days_apart is not null and not is_vague
    window w as (partition by same_key order by low, high, came rows between unbounded preceding and 1 preceding)
)
select *, sum(is_new::integer) over (partition by same_key order by low, high, came rows unbounded preceding) as island
from marked;

-- Islands beside each other that no voice tells both of: one happening, dated otherwise.
create or replace temp table merged_islands as
with
several as (
    select same_key from islands group by same_key having max(island) > 1
),
told_islands as (
    select
        same_key, island, min(low) as low, max(high) as high, any_value(years) as years, bool_or(is_again) as is_again,
        list_sort(list(distinct voice)) as voices
    from islands
    where same_key in (from several)
    group by same_key, island
),
parted as (
    select
        *,
        coalesce(
            low - lag(high) over w > 366 * years
            and not (month(low) = month(lag(low) over w) and day(low) = day(lag(low) over w) and low = high),
            true
        ) or list_has_any(voices, lag(voices) over w) or is_again as is_apart
    from told_islands
    window w as (partition by same_key order by island)
),
runs as (
    select *, sum(is_apart::integer) over (partition by same_key order by island rows unbounded preceding) as run
    from parted
)
select
    same_key,
    island,
    -- a run in which a voice speaks twice tells of several after all
    case
        when count(*) over r = 1 then island
        when length(list_distinct(flatten(list(voices) over r))) = length(flatten(list(voices) over r))
            then min(island) over r
        else island
    end as merged
from runs
window r as (partition by same_key, run);

create or replace temp table placed as
select islands.came, islands.same_key, coalesce(merged_islands.merged, islands.island) as island
from islands
left join merged_islands using (same_key, island);

create or replace temp table island_bounds as
select placed.same_key, placed.island, min(keyed.low) as low, max(keyed.high) as high
from placed join keyed using (came)
group by all;

create or replace temp table first_groups as
with
loose as (
    -- a claim without a date, or with a wide one, belongs to the one event it can be about; to none of several
    select keyed.came, min(island_bounds.island) as island
    from keyed
    join island_bounds
        on island_bounds.same_key = keyed.same_key
        and coalesce(keyed.date_earliest <= island_bounds.high, true)
        and coalesce(keyed.date_latest >= island_bounds.low, true)
    where keyed.days_apart is not null and not keyed.is_fine and not keyed.is_vague and not keyed.is_again
    group by keyed.came
    having count(*) = 1
),
near as (
    -- a wide date beside the only event of its kind differs from it; where there are several it is one more
    select keyed.came, min(island_bounds.island) as island
    from keyed
    anti join loose on loose.came = keyed.came
    join island_bounds on island_bounds.same_key = keyed.same_key
    where keyed.days_apart is not null and not keyed.is_fine and not keyed.is_vague and not keyed.is_again
        and keyed.low is not null
    group by keyed.came
    having count(*) = 1 and bool_and(
        keyed.low <= island_bounds.high + 366 * (keyed.years - 1)
        and keyed.high >= island_bounds.low - 366 * (keyed.years - 1)
    )
)
select
    keyed.came,
    keyed.life_key,
    keyed.is_vague,
    hash(keyed.same_key, case
        when keyed.days_apart is null then 0
        when placed.came is not null then placed.island
        when loose.came is not null then loose.island
        when near.came is not null then near.island
        when keyed.low is null then -1
        else -2
    end, case
        when keyed.is_vague then keyed.came
        when keyed.days_apart is not null and placed.came is null and loose.came is null and near.came is null
            and keyed.low is not null then hash(keyed.low, keyed.high, keyed.is_again)
    end) as group_key
from keyed
left join placed on placed.came = keyed.came
left join loose on loose.came = keyed.came
left join near on near.came = keyed.came;
