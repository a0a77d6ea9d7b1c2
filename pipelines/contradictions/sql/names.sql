-- Two first names for one: in one office at one time, in one case, or for who was married on one day.
create or replace temp table found_names as
with
persons as (
    select name, given, given_key, surname from name_keys where kind = 'person' and length(given) > 1 and surname is not null
),
twice_named as (
    -- who is known by two first names is one all the same
    select distinct entity_id
    from (
        select entity_aliases.entity_id
        from entity_aliases
        join persons using (name)
        group by entity_aliases.entity_id, persons.surname
        having count(distinct persons.given_key) > 1
    )
),
holders as (
    -- who holds an office by a claim of their own, or is named before or after another in it
    select told.came, told.subject_id as holder_id, told.object_id as office_id, told.source_id,
        claims.subject_text as name, told.date_earliest as low, told.date_latest as high
    from told
    join claims using (claim_id)
    where told.group_type = 'tenure' and told.modality = 'asserted' and told.object_id is not null
    union all
    select told.came, claim_parts.entity_id, told.object_id, told.source_id,
        coalesce(claim_parts.value, claim_parts.text),
        case claim_parts.role when 'successor' then told.date_end_earliest end,
        case claim_parts.role when 'predecessor' then told.date_start_latest end
    from claim_parts_resolved as claim_parts
    join told using (claim_id)
    where claim_parts.role in ('predecessor', 'successor') and told.group_type = 'tenure'
        and told.object_id is not null and claim_parts.entity_id is not null
),
keyed_holders as (
    select holders.*, persons.given_key, persons.surname
    from holders
    join persons on persons.name = holders.name
    anti join twice_named on twice_named.entity_id = holders.holder_id
    -- an office that dozens of one surname hold is no seat
    qualify count(*) over (partition by holders.office_id, persons.surname) <= 50
),
pairs as (
    select one.came as one_came, other.came as other_came, one.name as one_name, other.name as other_name,
        one.office_id, list_sort([one.holder_id, other.holder_id]) as both_ids, row_number() over (partition by one.holder_id, other.holder_id, one.office_id order by one.came, other.came) as turn
    from keyed_holders as one
    join keyed_holders as other
        on other.office_id = one.office_id and other.surname = one.surname and other.given_key > one.given_key
        and other.holder_id <> one.holder_id and other.came <> one.came
    -- dated apart they are father and son
    where coalesce(one.low <= other.high, true) and coalesce(other.low <= one.high, true)
),
fellows as (
    -- who was tried, sentenced or cleared together with others, by the pages of one person
    select told.came, told.subject_id as fellow_id, coalesce(sources_resolved.subject_id, sources_resolved.title) as page_id, told.group_type, told.source_id,
        told.passage_id, claims.subject_text as name, persons.given_key, persons.surname
    from told
    join claims using (claim_id)
    join sources_resolved on sources_resolved.source_id = told.source_id
    join persons on persons.name = claims.subject_text
    anti join twice_named on twice_named.entity_id = told.subject_id
    where told.family = 'justice' and told.modality = 'asserted'
        and told.subject_id is distinct from sources_resolved.subject_id and regexp_matches(claims.subject_text, '^\p{Lu}')
    qualify count(*) over (partition by page_id, persons.surname) <= 50
),
in_one_case as (
    select one.page_id, one.fellow_id, other.fellow_id as other_id, min(one.came) as one_came, min(other.came) as other_came,
        arg_min(one.name, one.came) as one_name, arg_min(other.name, other.came) as other_name
    from fellows as one
    join fellows as other
        on other.page_id = one.page_id and other.surname = one.surname and other.given_key > one.given_key
        and other.fellow_id <> one.fellow_id
    where list_sort([one.fellow_id, other.fellow_id]) not in (select both_ids from pairs)
    group by one.page_id, one.fellow_id, other.fellow_id
    -- brothers are told of together, or the same of each
    having not bool_or(one.source_id = other.source_id
        and (one.passage_id = other.passage_id or one.group_type = other.group_type))
),
weddings as (
    select told.came, grouped.group_key, told.subject_id, told.object_id, told.object_text, told.voice, told.date_edtf,
        told.low, told.high, persons.given_key, persons.surname
    from told
    join grouped using (came)
    left join persons on persons.name = told.object_text
    where told.group_type = 'marriage' and told.modality = 'asserted' and told.low is not null
        and told.object_id is not null and told.subject_id is not null and told.high - told.low <= 366
),
spouses as (
    select one.came as one_came, other.came as other_came, one.group_key, other.group_key as other_key,
        one.object_text as one_text, other.object_text as other_text
    from weddings as one
    join weddings as other
        on other.subject_id = one.subject_id and other.object_id <> one.object_id and other.voice <> one.voice
        and one.low <= other.high and other.low <= one.high and other.came > one.came
    where one.given_key is distinct from other.given_key and one.given_key is not null and other.given_key is not null
)
select
    one_event.event_id, nullif(other_event.event_id, one_event.event_id) as other_event_id, 'name' as kind,
    'tension' as strength, 'unexplained' as explanation, 'open' as status,
    'One surname and two first names in one case: perhaps one person.' as evidence,
    one_name || ' / ' || other_name as pair,
    unnest([one_came, other_came]) as came, unnest([one_name, other_name]) as stated_value
from in_one_case
join grouped as one_group on one_group.came = one_came
join grouped as other_group on other_group.came = other_came
join event_keys as one_event on one_event.group_key = one_group.group_key
join event_keys as other_event on other_event.group_key = other_group.group_key
union all
select
    one_event.event_id, nullif(other_event.event_id, one_event.event_id) as other_event_id, 'name' as kind,
    'tension' as strength, 'unexplained' as explanation, 'open' as status,
    'One surname and two first names in the same office at the same time: perhaps one person.' as evidence,
    one_name || ' / ' || other_name as pair,
    unnest([pairs.one_came, pairs.other_came]) as came, unnest([one_name, other_name]) as stated_value
from pairs
join grouped as one_group on one_group.came = pairs.one_came
join grouped as other_group on other_group.came = pairs.other_came
join event_keys as one_event on one_event.group_key = one_group.group_key
join event_keys as other_event on other_event.group_key = other_group.group_key
where turn = 1
union all
select
    one_event.event_id, other_event.event_id, 'name', 'tension', 'unexplained', 'open',
    'Two names for the spouse of one wedding.', one_text || ' / ' || other_text,
    unnest([one_came, other_came]), unnest([one_text, other_text])
from spouses
join event_keys as one_event on one_event.group_key = spouses.group_key
join event_keys as other_event on other_event.group_key = spouses.other_key;
