-- The subjects of pages, to be weighed against one another.
create or replace temp table candidates as
select
    pages.source_id as candidate_id,
    null::varchar as own_key,
    pages.given_key,
    pages.surname,
    coalesce(others.surnames, []) as other_surnames,
    coalesce(others.told, []) as told_surnames,
    pages.patronymic,
    pages.epithet,
    pages.born_from,
    pages.born_to,
    pages.died_from,
    pages.died_to,
    pages.active_from,
    pages.active_to,
    coalesce(pages.came, 9000000000000) as came
from pages
left join (
    select name_others.source_id, list(distinct surname order by surname) as surnames,
        list(distinct surname order by surname) filter (where is_told) as told
    from name_others
    join page_forms using (source_id, name)
    group by name_others.source_id
) as others using (source_id);
