-- Which names name the same person: `person_names` (source_id, name, person_key). Careful: a name joins another only
-- where surname and given name agree, no patronymic or life date speaks against it, and one candidate is left.
create or replace temp table person_names as
with
named as (
    select distinct mentions.source_id, name_keys.*
    from mentions
    join name_keys using (kind, name)
    where kind = 'person'
),
life as (
    -- the life dates each page gives its subject, as years: a calendar's days do not part two men
    select
        claims.source_id,
        min(year(claims.date_earliest)) filter (where claims.event_type = 'birth') as born_from,
        max(year(claims.date_latest)) filter (where claims.event_type = 'birth') as born_to,
        min(year(claims.date_earliest)) filter (where claims.event_type = 'death') as died_from,
        max(year(claims.date_latest)) filter (where claims.event_type = 'death') as died_to
    from claims
    join sources_read using (source_id)
    where claims.subject_text = sources_read.title and claims.date_edtf is not null
    group by claims.source_id
),
pages as (
    -- every page's subject; two pages are about one person where names agree and lives can be the same
    select sources_read.source_id, name_keys.*, life.* exclude (source_id)
    from sources_read
    join name_keys on name_keys.kind = 'person' and name_keys.name = sources_read.title
    left join life using (source_id)
    where sources_read.status = 'normalized'
),
same_page_subject as (
    select later.source_id, min(earlier.source_id) as first_source
    from pages as later
    join pages as earlier
        on earlier.surname is not distinct from later.surname
        and earlier.given is not distinct from later.given
        and earlier.epithet is not distinct from later.epithet
        and (earlier.patronymic is null or later.patronymic is null or earlier.patronymic = later.patronymic)
        and coalesce(earlier.born_from <= later.born_to + 1 and later.born_from <= earlier.born_to + 1, true)
        and coalesce(earlier.died_from <= later.died_to + 1 and later.died_from <= earlier.died_to + 1, true)
    group by later.source_id
),
subjects as (
    select pages.*, 'page ' || same_page_subject.first_source as person_key
    from pages
    join same_page_subject using (source_id)
),
on_page as (
    -- any form of the subject's name on the page itself
    select named.source_id, named.name, subjects.person_key
    from named
    join subjects on subjects.source_id = named.source_id
    where named.name = (select title from sources_read where sources_read.source_id = named.source_id)
        or (
            named.surname = subjects.surname
            and (
                named.given is null
                or (
                    left(named.given, least(length(named.given), length(subjects.given)))
                        = left(subjects.given, least(length(named.given), length(subjects.given)))
                    and (length(named.given) = 1 or length(subjects.given) = 1 or named.given = subjects.given)
                )
            )
            and (named.patronymic is null or subjects.patronymic is null or named.patronymic = subjects.patronymic)
        )
        -- first name and patronymic alone
        or (named.surname is null and named.patronymic is not null and named.given = subjects.given)
),
others as (
    from named anti join on_page on on_page.source_id = named.source_id and on_page.name = named.name
),
full_names as (
    select distinct surname, given, patronymic, epithet from others
    where (surname is not null and given is not null and length(given) > 1) or epithet is not null
),
abroad as (
    -- a full name on another page is the subject of a page of that name, where there is one such subject only
    select others.source_id, others.name, min(subjects.person_key) as person_key
    from others
    join subjects
        on subjects.surname is not distinct from others.surname
        and subjects.given = others.given
        and subjects.epithet is not distinct from others.epithet
        and (others.patronymic is null or subjects.patronymic is null or others.patronymic = subjects.patronymic)
        -- one of the same name on a page about such a man is somebody else, named in full to tell them apart
        and subjects.source_id <> others.source_id
    group by others.source_id, others.name
    having count(distinct subjects.person_key) = 1
),
in_full as (
    -- the same full name is one person, unless patronymics differ
    select
        others.source_id,
        others.name,
        concat_ws('|', 'name', others.surname, others.given, others.epithet, case
            when (
                select count(distinct patronymic) from full_names
                where full_names.surname = others.surname and full_names.given = others.given
            ) > 1 then others.patronymic
        end) as person_key
    from others
    anti join abroad on abroad.source_id = others.source_id and abroad.name = others.name
    where (others.surname is not null and others.given is not null and length(others.given) > 1)
        or others.epithet is not null
),
known as (
    from on_page union all from abroad union all from in_full
),
short as (
    select others.source_id, others.name, others.surname, others.given
    from others
    anti join known on known.source_id = others.source_id and known.name = others.name
),
candidates as (
    -- a surname (with initials) stands for the one person of that surname on its page
    select short.source_id, short.name, known.person_key
    from short
    join known on known.source_id = short.source_id
    join name_keys on name_keys.kind = 'person' and name_keys.name = known.name
    where (name_keys.surname = short.surname or (short.given is null and name_keys.given = short.surname))
        and (short.given is null or left(name_keys.given, 1) = left(short.given, 1))
),
short_found as (
    select source_id, name, min(person_key) as person_key
    from candidates
    group by source_id, name
    having count(distinct person_key) = 1
)
from known
union all
from short_found
union all
select short.source_id, short.name, concat_ws('|', 'page', short.source_id, short.surname, short.given) as person_key
from short
anti join short_found on short_found.source_id = short.source_id and short_found.name = short.name;
