-- Which names of bodies, offices, places and the like name the same one, and why: `thing_names` (source_id, kind, name,
-- thing_key, reason). What is told in full is one where its words are; places of one name are one where the words that tell
-- where they lie are not all different. A shorter name is the one thing of its sort that its source names in full.
create or replace temp table things_plainly as
select named.source_id, named.kind, named.name, key.plain_key, key.head, key.tells, key.is_short, key.also
from (select distinct source_id, kind, name from mentions where kind <> 'person') as named
join name_keys as key using (kind, name);

-- names of places that may stand in another case: the one nominative by which any source knows a place, unless it knows
-- one by the form itself
create or replace temp table places_otherwise as
with
nominatives as (
    select place_cases.*
    from place_cases
    semi join things_plainly on things_plainly.kind = 'place' and things_plainly.head = place_cases.head
        and things_plainly.name <> place_cases.name
),
known_plainly as (
    select distinct head from things_plainly where kind = 'place' and name not in (select name from place_cases)
)
select nominatives.name, any_value(columns(nominatives.* exclude (name, nominative)))
from nominatives
where nominatives.name not in (
    select name from things_plainly where kind = 'place' and head in (from known_plainly)
)
group by nominatives.name
having count(distinct nominatives.head) = 1;

create or replace temp table things as
select things_plainly.* from things_plainly
anti join places_otherwise on things_plainly.kind = 'place' and places_otherwise.name = things_plainly.name
union all by name
select
    form.source_id, form.kind, form.name, other.plain_key, other.head, other.tells, other.is_short, other.also
from things_plainly as form
join places_otherwise as other on other.name = form.name
where form.kind = 'place';

-- places that share a name and a word of where they lie follow the one told most closely
create or replace temp table place_leaders as
with
told as (
    select head, tells, plain_key, row_number() over (partition by head order by len(tells) desc, plain_key) as place
    from (select distinct head, tells, plain_key from things where kind = 'place' and len(tells) > 0)
),
followed as (
    select other.head, other.plain_key, one.plain_key as leader_key, one.place
    from told as other
    join told as one on one.head = other.head and one.place < other.place and list_has_any(one.tells, other.tells)
)
select told.plain_key, coalesce(arg_min(followed.leader_key, followed.place), told.plain_key) as leader_key
from told
left join followed
    on followed.plain_key = told.plain_key
    and not exists (select 1 from followed as also where also.plain_key = followed.leader_key)
group by told.plain_key;

create or replace temp table thing_names as
with
full_keys as (
    select
        things.*,
        case
            -- a crowd or siege without a proper name is that of its source only
            when kind in ('group', 'happening') and not regexp_matches(name, '\p{Lu}') then source_id || ' ' || things.plain_key
            else coalesce(place_leaders.leader_key, things.plain_key)
        end as thing_key
    from things
    left join place_leaders on things.kind = 'place' and place_leaders.plain_key = things.plain_key
),
-- of two of one sort in a source, one told with the other's words and further ones
longer as (
    select short.source_id, short.kind, short.name, fuller.thing_key,
        exists (
            select 1 from full_keys as further
            where further.source_id = fuller.source_id and further.kind = fuller.kind and further.head = fuller.head
                and len(further.tells) > len(fuller.tells) and list_has_all(further.tells, fuller.tells)
                and further.thing_key <> fuller.thing_key
        ) as is_short
    from full_keys as short
    join full_keys as fuller
        on fuller.source_id = short.source_id and fuller.kind = short.kind and fuller.head = short.head
        and len(fuller.tells) > len(short.tells) and list_has_all(fuller.tells, short.tells)
        and fuller.thing_key <> short.thing_key
    where short.is_short
),
meant as (
    select source_id, kind, name, min(thing_key) as thing_key
    from longer
    where not is_short
    group by source_id, kind, name
    having count(distinct thing_key) = 1
)
select
    full_keys.source_id,
    full_keys.kind,
    full_keys.name,
    case
        when meant.thing_key is not null then meant.thing_key
        -- the committee of one page is another's
        when full_keys.is_short and full_keys.kind in ('body', 'office')
            then full_keys.thing_key || ' of ' || coalesce(subjects.person_key, full_keys.source_id)
        else full_keys.thing_key
    end as thing_key,
    concat_ws(', ',
        case
            when meant.thing_key is not null then 'the one of its sort that its source names in full'
            when full_keys.thing_key <> full_keys.plain_key and full_keys.kind = 'place' then 'a place of that name told to lie there, too'
            else 'the same words'
        end,
        'another name of ' || full_keys.also) as reason
from full_keys
left join meant using (source_id, kind, name)
left join subjects on subjects.source_id = full_keys.source_id;
