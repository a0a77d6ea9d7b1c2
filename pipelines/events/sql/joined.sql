-- Groups whose object is told by more, fewer or no words, or in another script, joined to the one group they can mean.
create or replace temp table plain_groups as
with
lives as (
    -- only where a life has several groups of one type is there anything to join
    -- (a life with hundreds tells nothing by its words, and would be compared with itself all over)
    select life_key from first_groups group by life_key having count(distinct group_key) between 2 and 200
)
select
    first_groups.group_key,
    first_groups.life_key,
    bool_and(first_groups.is_vague) as is_vague,
    min(told.low) as low,
    max(told.high) as high,
    any_value(told.group_type) as group_type,
    arg_max(told.object_text, (length(told.object_text), told.came)) as object_text,
    list_distinct(list(told.date_edtf) filter (where told.date_edtf is not null)) as dates
from first_groups
join told using (came)
where first_groups.life_key in (from lives) and told.group_type in (select event_type from grouping_kinds where apart_by = 'object')
group by first_groups.group_key, first_groups.life_key;

create or replace temp table worded as
with
named as (
    select plain_groups.*, coalesce(name_keys.plain_key, lower(object_text)) as key
    from plain_groups
    left join (
        select name, min(plain_key) as plain_key from name_keys where kind in ('office', 'body', 'award', 'work') group by name
    ) as name_keys on name_keys.name = object_text
)
select
    group_key, life_key, is_vague, low, high, group_type, dates,
    kind_of.is_lasting,
    regexp_matches(object_text, '\p{Cyrillic}') as is_cyrillic,
    list_filter(
        list_sort(list_distinct(string_split_regex(key, '[^\p{L}\p{N}]+'))),
        lambda word: length(word) > 1 and word not in ('of', 'the', 'and', 'to', 'in', 'for', 'at', 'party', 'parti')
    ) as words
from named
join grouping_kinds as kind_of on kind_of.event_type = group_type;

create or replace temp table joins as
with
by_word as (
    -- a name that says less is looked up by its first word among those that say more; a word in too many tells nothing
    select life_key, word, group_key
    from (
        select life_key, group_key, unnest(words) as word
        from worded
        where is_lasting and not is_cyrillic
    )
    qualify count(*) over (partition by life_key, word) <= 40
),
contained as (
    select less.group_key, more.group_key as target_key
    from worded as less
    join by_word on by_word.life_key = less.life_key and by_word.word = less.words[1] and by_word.group_key <> less.group_key
    join worded as more on more.group_key = by_word.group_key
    where length(less.words) < length(more.words) and list_has_all(more.words, less.words) and less.is_lasting
        -- a party is not the committee that has its name in its own
        and less.group_type <> 'membership'
        and (
            less.low is null or more.low is null or list_has_any(less.dates, more.dates)
            or length(less.words) > 1 and (less.low >= more.low - 31 and less.high <= more.high + 31
            or more.low >= less.low - 31 and more.high <= less.high + 31
            or least(less.high, more.high) - greatest(less.low, more.low) > 366)
        )
),
in_other_script as (
    -- the same thing of the same date in another script; of what lasts, overlapping dates and a word in common will do
    select one.group_key, other.group_key as target_key
    from worded as one
    join worded as other
        on other.life_key = one.life_key and not other.is_cyrillic and not other.is_vague
        and (
            list_has_any(one.dates, other.dates)
            or one.is_lasting and one.low is not null and other.low is not null
                and least(one.high, other.high) - greatest(one.low, other.low) > 366
                and list_has_any(
                    -- Cyrillic has one letter for c and k
                    list_transform(one.words, lambda word: replace(left(word, 5), 'c', 'k')),
                    list_transform(
                        list_filter(other.words, lambda word: length(word) > 4),
                        lambda word: replace(left(word, 5), 'c', 'k')
                    )
                )
        )
    where one.is_cyrillic and not one.is_vague
),
unnamed as (
    -- no object told: whatever of that life and type has the date
    select vague.group_key, other.group_key as target_key
    from worded as vague
    join worded as other
        on other.life_key = vague.life_key and not other.is_vague
        and other.low <= vague.high and other.high >= vague.low
    where vague.is_vague and vague.group_type not in ('tenure', 'employment')
),
every as (from contained union all from in_other_script union all from unnamed),
-- what itself joins another is no target
fullest as (
    select every.group_key, every.target_key
    from every
    anti join every as moved on moved.group_key = every.target_key
)
select group_key, min(target_key) as target_key
from fullest
group by group_key
having count(distinct target_key) = 1;

create or replace temp table grouped as
select first_groups.came, coalesce(joins.target_key, first_groups.group_key) as group_key
from first_groups
left join joins using (group_key);
