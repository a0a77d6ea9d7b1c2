-- Whom each page is about: `page_forms` (source_id, name, reason), every name of its subject on the page, and `pages`,
-- one row a page with what tells its subject from others of the same name.
create or replace temp table page_titles as
select sources_read.source_id, sources_read.title, key.* exclude (kind, name, script, plain_key, head, tells, is_short, also), named.came,
    coalesce(named.is_teller, false) as is_teller
from sources_read
join name_keys as key on key.kind = 'person' and key.name = sources_read.title
left join named on named.source_id = sources_read.source_id and named.name = sources_read.title
where sources_read.status = 'normalized';

create or replace temp table page_forms as
with
rivals as (
    -- others on the page with the subject's given name
    select distinct named.source_id, named.given_key
    from named
    join page_titles as titles on titles.source_id = named.source_id and titles.given_key = named.given_key
    where named.surname is distinct from titles.surname
),
surname_rivals as (
    -- others on the page who bear that surname in full: a wife, by whose surname alone the subject is not meant
    select distinct named.source_id, named.surname
    from named
    join page_titles as titles on titles.source_id = named.source_id
    where is_full(named.given) and named.given_key is distinct from titles.given_key
),
matched as (
    select
        named.*,
        titles.title,
        titles.given_key as title_given_key,
        titles.is_teller as is_title_teller,
        case
            when named.name = titles.title then 'the title of its page'
            when named.epithet <> titles.epithet then null
            when named.surname = titles.surname and named.given is null then 'the surname of the page''s subject'
            when (named.surname = titles.surname or list_contains(titles.other_surnames, named.surname)
                    or list_contains(named.other_surnames, titles.surname))
                and givens_agree(named.given, named.given_key, titles.given, titles.given_key) and middles_agree(named.patronymic, titles.patronymic)
                then case when is_full(named.given) then 'surname and given name of the page''s subject'
                    else 'surname and initials of the page''s subject' end
            when named.given = titles.patronymic and named.surname = titles.surname then 'both surnames of the page''s subject'
            when own.surname = named.surname and (named.given is not null or surname_rivals.surname is null)
                and givens_agree(named.given, named.given_key, titles.given, titles.given_key)
                and middles_agree(named.patronymic, titles.patronymic) then 'another surname that the page gives its subject'
            when named.surname is null and named.patronymic is not null and named.given_key = titles.given_key
                and middles_agree(named.patronymic, titles.patronymic) and fuller.patronymic is null then 'given name and patronymic of the page''s subject'
            when named.given_key = titles.surname and named.surname = titles.given_key and named.patronymic is null
                then 'both names of the page''s subject in the other order'
            when named.alone_key = titles.given_key and rivals.given_key is null then 'the given name of the page''s subject'
            when titles.given is null and named.surname is not null and titles.surname in (named.surname, named.given_key)
                then 'the one name of the page''s subject'
        end as reason
    from named
    join page_titles as titles using (source_id)
    left join rivals on rivals.source_id = named.source_id and rivals.given_key = named.alone_key
    left join (
        -- others on the page with that given name and patronymic, and a surname
        select distinct named.source_id, named.given_key, named.patronymic
        from named
        join page_titles as titles using (source_id)
        where is_full(named.patronymic) and named.surname <> titles.surname
            and not list_contains(titles.other_surnames, named.surname)
    ) as fuller
        on fuller.source_id = named.source_id and fuller.given_key = named.given_key
        and fuller.patronymic = named.patronymic and titles.patronymic is null
    left join surname_rivals on surname_rivals.source_id = named.source_id and surname_rivals.surname = named.surname
    left join name_others as own
        on own.source_id = named.source_id and own.name = titles.title and own.surname = named.surname
),
-- whom a claim names beside the subject is somebody else, and so is who bears another patronymic than the fullest form
possible as (
    select matched.* from matched
    anti join named_apart as apart
        on apart.source_id = matched.source_id and apart.one = matched.title and apart.other = matched.name
        and matched.name <> matched.title
    left join name_lives as own_life on own_life.source_id = matched.source_id and own_life.name = matched.name
    left join name_lives as life on life.source_id = matched.source_id and life.name = matched.title
    where matched.reason is not null
        -- a historian of the subject's name lives after him
        and (matched.name = matched.title or coalesce(year(own_life.active_from) <= year(life.died_to) + 1, true))
        and (matched.name = matched.title or not matched.is_teller or matched.is_title_teller)
        and (matched.name = matched.title or coalesce(year(own_life.born_from) <= year(life.born_to) + 10, true))
),
fullest as (
    select
        source_id,
        arg_max(patronymic, times * 1000 + length(patronymic)) filter (where is_full(patronymic)) as patronymic,
        arg_max(given_key, times * 1000 + length(given_key)) filter (where is_full(given_key) and surname is not null) as given_key
    from possible
    group by source_id
)
select possible.source_id, possible.name, any_value(possible.reason) as reason, min(possible.came) as came,
    any_value(coalesce(fullest.given_key, possible.title_given_key)) as given_key,
    any_value(fullest.patronymic) as patronymic,
    any_value(possible.epithet) as epithet
from possible
join fullest using (source_id)
where middles_agree(possible.patronymic, fullest.patronymic)
group by possible.source_id, possible.name;

create or replace temp table pages as
with
lives as (
    select page_forms.source_id, min(born_from) as born_from, max(born_to) as born_to, min(died_from) as died_from,
        max(died_to) as died_to, min(active_from) as active_from, max(active_to) as active_to
    from page_forms
    join name_lives using (source_id, name)
    group by page_forms.source_id
),
forms as (
    select source_id, any_value(given_key) as given_key, any_value(patronymic) as patronymic,
        any_value(epithet) as epithet, min(came) as came
    from page_forms
    group by source_id
)
select
    titles.source_id,
    titles.title as name,
    coalesce(forms.given_key, titles.given_key) as given_key,
    coalesce(titles.surname, titles.other_surnames[1]) as surname,
    case
        when titles.surname is null and titles.other_surnames[1] is not null then null
        when is_full(titles.patronymic) then titles.patronymic
        else coalesce(forms.patronymic, titles.patronymic)
    end as patronymic,
    coalesce(titles.epithet, forms.epithet) as epithet,
    lives.* exclude (source_id),
    coalesce(forms.came, titles.came) as came
from page_titles as titles
left join forms using (source_id)
left join lives using (source_id);
