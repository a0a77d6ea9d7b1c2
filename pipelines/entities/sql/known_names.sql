-- Who each full name is: its leader; where several agree equally well, the one that its page, or the pages of those the
-- page is about, know; otherwise somebody known on this page only. `known` (source_id, name, context, person_key, reason).
create or replace temp table known as
with
keys as (
    -- a leader is a page's subject, or is known by its profile
    select profile_id as leader_id, coalesce(any_value(profiles.own_key), 'name ' || concat_ws(' ', any_value(profiles.surname),
        any_value(profiles.given_key), any_value(profiles.patronymic), any_value(profiles.epithet)) || ' ' || min(profiled.candidate_id))
        as person_key
    from profiles
    join profiled using (profile_id)
    group by profile_id
),
found as (
    select elsewhere.source_id, elsewhere.name, elsewhere.context, led.profile_id,
        keys.person_key, coalesce(led.features, 'a name of its own') as reason
    from elsewhere
    join led on led.candidate_id = elsewhere.source_id || '|' || elsewhere.name
    left join keys using (leader_id)
    -- a surname that looks like a patronymic is taken for one, but for the subject of a page
    where elsewhere.surname is not null or elsewhere.epithet is not null or starts_with(keys.person_key, 'page ')
),
sure as (
    -- one of the same name on a page about such a man is somebody else, named in full to tell them apart
    select source_id, name, context, person_key, reason from found
    where person_key is not null and person_key <> context
),
seen as (
    select distinct context, person_key from sure
    union
    select person_key, context from sure where starts_with(person_key, 'page ') and starts_with(context, 'page ')
),
chosen as (
    select found.source_id, found.name, found.context, min(keys.person_key) as person_key,
        any_value(rivals.features) || ', known on its page' as reason
    from found
    join rivals using (profile_id)
    join keys on keys.leader_id = rivals.leader_id
    join seen on seen.context = found.context and seen.person_key = keys.person_key
    where found.person_key is null and keys.person_key <> found.context
    group by found.source_id, found.name, found.context
    having count(distinct keys.person_key) = 1
)
select source_id, name, context, person_key, reason from sure
union all
select source_id, name, context, person_key, reason from chosen
union all
select found.source_id, found.name, found.context,
    concat_ws('|', 'only', found.context, elsewhere.surname, elsewhere.given_key, elsewhere.patronymic, elsewhere.epithet),
    'several of this name are known, and nothing tells which'
from found
join elsewhere using (source_id, name)
anti join sure on sure.source_id = found.source_id and sure.name = found.name
anti join chosen on chosen.source_id = found.source_id and chosen.name = found.name
union all
select page_forms.source_id, page_forms.name, subjects.person_key, subjects.person_key, page_forms.reason
from page_forms
join subjects using (source_id);
