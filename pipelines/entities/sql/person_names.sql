-- Which names name the same person, and why: `person_names` (source_id, name, person_key, reason). What is left after
-- subjects and full names (surnames, given names, initials) is the one such person its page knows, or stays by itself.
create or replace temp table person_names as
with
unknown as (
    select elsewhere.*
    from elsewhere
    anti join known on known.source_id = elsewhere.source_id and known.name = elsewhere.name
),
beside as (
    -- who stands beside a name in one claim is not meant by it
    select distinct apart.source_id, apart.other as name, known.person_key
    from named_apart as apart
    join known on known.source_id = apart.source_id and known.name = apart.one
),
kin_matched as (
    -- a word alone beside a parent, child, brother or sister is a given name, and has the surname of its kin
    select unknown.source_id, unknown.name, any_value(unknown.context) as context, any_value(unknown.alone_key) as given,
        min(kin_surnames.surname) as surname, min(same.person_key) as person_key,
        count(distinct same.person_key) as persons
    from unknown
    join kin_surnames using (source_id, name)
    left join (
        select distinct key.surname, key.given_key, known.person_key, known.context
        from known join named as key using (source_id, name)
        where is_full(key.given)
    ) as same
        on same.surname = kin_surnames.surname and same.given_key = unknown.alone_key
        and same.person_key <> unknown.context
        and (unknown.source_id, unknown.name, same.person_key) not in (select (source_id, name, person_key) from beside)
    group by unknown.source_id, unknown.name
),
kin_known as (
    select source_id, name, context, given, surname,
        case persons when 1 then person_key else concat_ws('|', 'kin', context, given) end as person_key,
        case persons when 1 then 'the one of all sources with this given name and the surname of its kin'
            else 'a given name, with the surname of its kin' end as reason
    from kin_matched
    where persons < 2
),
short as (
    select unknown.*
    from unknown
    anti join kin_known on kin_known.source_id = unknown.source_id and kin_known.name = unknown.name
),
present as (
    select distinct known.context, known.person_key, key.surname, key.given, coalesce(key.given_key, key.alone_key) as given_key, key.patronymic, key.other_surnames,
        tellers.person_key is not null as is_teller
    from known
    join named as key using (source_id, name)
    left join (
        select distinct known.person_key from known join named using (source_id, name) where named.is_teller
    ) as tellers using (person_key)
    union all
    select distinct context, person_key, surname, given, given, null, [], false
    from kin_known
),
matched as (
    select short.source_id, short.name, present.person_key,
        case when short.given is null then 'the one of this surname on its page' else 'the one with these initials on its page' end
            as reason
    from short
    join present
        on present.context = short.context
        and (present.surname = short.surname or list_contains(present.other_surnames, short.surname))
        and (short.given is null
            or (present.given is not null and givens_agree(present.given, present.given_key, short.given, short.given_key)))
        and middles_agree(present.patronymic, short.patronymic)
    -- initials do not make a historian of somebody in the story
    where short.given is null or present.is_teller or not short.is_teller
    union
    select short.source_id, short.name, present.person_key, 'the one of this given name on its page'
    from short
    join present on present.context = short.context and present.given_key = short.alone_key
    union
    select short.source_id, short.name, present.person_key, 'the one of this given name and patronymic on its page'
    from short
    join present
        on present.context = short.context and present.given_key = short.given_key
        and middles_agree(present.patronymic, short.patronymic)
    where short.surname is null and is_full(short.patronymic)
    union
    select short.source_id, short.name, present.person_key, 'the one with these surnames on its page'
    from short
    join present
        on present.context = short.context and present.surname = short.surname and present.patronymic = short.given
    where short.is_surnames
),
kin_beside as (
    select distinct apart.source_id, apart.other as name, kin_known.person_key
    from named_apart as apart
    join kin_known on kin_known.source_id = apart.source_id and kin_known.name = apart.one
),
allowed as (
    select distinct matched.* from matched
    anti join (from beside union from kin_beside) as beside
        on beside.source_id = matched.source_id and beside.name = matched.name and beside.person_key = matched.person_key
),
on_page as (
    select source_id, name, min(person_key) as person_key, min(reason) as reason
    from allowed
    group by source_id, name
    having count(distinct person_key) = 1
),
by_initials as (
    -- two initials and a surname stand for the one person, of all sources, whom they fit
    select short.source_id, short.name, min(known_keys.person_key) as person_key
    from short
    anti join allowed on allowed.source_id = short.source_id and allowed.name = short.name
    join (
        select distinct known.person_key, key.surname, key.given, key.patronymic
        from known join named as key using (source_id, name)
        where is_full(key.given) and key.surname is not null
    ) as known_keys
        on known_keys.surname = short.surname
        and left(known_keys.given, 1) = short.given
        and middles_agree(known_keys.patronymic, short.patronymic)
    where length(short.given) = 1 and short.patronymic is not null and not short.is_teller
    group by short.source_id, short.name
    having count(distinct known_keys.person_key) = 1 and bool_or(known_keys.patronymic is not null)
)
select source_id, name, person_key, reason from known
union all
select source_id, name, person_key, reason from kin_known
union all
select source_id, name, person_key, reason from on_page
union all
select source_id, name, person_key, 'the one of all sources with this surname and both initials' from by_initials
union all
select short.source_id, short.name,
    concat_ws('|', 'alone', short.context, short.surname, short.given, short.patronymic, short.epithet),
    'nobody else is known by this name'
from short
anti join on_page on on_page.source_id = short.source_id and on_page.name = short.name
anti join by_initials on by_initials.source_id = short.source_id and by_initials.name = short.name;
