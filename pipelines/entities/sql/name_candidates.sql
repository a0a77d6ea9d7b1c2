-- Each page's subject has its key; the full names of all others are to be weighed against the subjects and each other.
create or replace temp table subjects as
select led.candidate_id as source_id, 'page ' || coalesce(firsts.source_id, led.candidate_id) as person_key,
    coalesce(led.features, 'its own page') as features
from led
left join (
    select leader_id, min(candidate_id) as source_id from led where leader_id is not null group by leader_id
) as firsts using (leader_id);

create or replace temp table elsewhere as
select named.*, coalesce(subjects.person_key, named.source_id) as context,
    -- two surnames without the given name: Ortega Medina beside Juan Ortega Medina
    exists (
        from named as fuller
        where fuller.source_id = named.source_id and fuller.patronymic = named.given and fuller.surname = named.surname
    ) as is_surnames
from named
left join subjects using (source_id)
anti join page_forms on page_forms.source_id = named.source_id and page_forms.name = named.name;

create or replace temp table candidates as
with
clusters as (
    select
        subjects.person_key,
        arg_min(pages.given_key, pages.came) as given_key,
        arg_min(pages.surname, pages.came) as surname,
        max(pages.patronymic) filter (where is_full(pages.patronymic)) as patronymic,
        arg_min(pages.epithet, pages.came) as epithet,
        min(pages.born_from) as born_from,
        max(pages.born_to) as born_to,
        min(pages.died_from) as died_from,
        max(pages.died_to) as died_to,
        min(pages.active_from) as active_from,
        max(pages.active_to) as active_to,
        min(pages.came) as came
    from subjects
    join pages using (source_id)
    group by subjects.person_key
),
page_names as (
    select subjects.person_key, profiles.surname, profiles.other_surnames, profiles.told_surnames
    from subjects
    join profiled on profiled.candidate_id = subjects.source_id
    join profiles using (profile_id)
),
cluster_names as (
    -- what one page of several on a person calls him is told of him
    select person_key, surname, bool_or(is_told) as is_told
    from (
        select person_key, surname, true as is_told from page_names
        union all
        select person_key, unnest(told_surnames), true from page_names
        union all
        select person_key, unnest(other_surnames), false from page_names
    )
    group by person_key, surname
),
further_names as (
    select clusters.person_key,
        list(cluster_names.surname order by cluster_names.surname) as surnames,
        list(cluster_names.surname order by cluster_names.surname) filter (where is_told) as told
    from clusters
    join cluster_names using (person_key)
    where cluster_names.surname <> clusters.surname
    group by clusters.person_key
)
select
    clusters.person_key as candidate_id,
    clusters.person_key as own_key,
    clusters.given_key,
    clusters.surname,
    coalesce(further_names.surnames, []) as other_surnames,
    coalesce(further_names.told, []) as told_surnames,
    clusters.patronymic, clusters.epithet, clusters.born_from, clusters.born_to, clusters.died_from, clusters.died_to,
    clusters.active_from, clusters.active_to,
    coalesce(clusters.came, 9000000000000) as came
from clusters
left join further_names using (person_key)
union all
select
    elsewhere.source_id || '|' || elsewhere.name,
    null,
    elsewhere.given_key,
    coalesce(elsewhere.surname, elsewhere.other_surnames[1]),
    coalesce(elsewhere.other_surnames, []),
    coalesce(elsewhere.told_surnames, []),
    case when elsewhere.surname is null and elsewhere.other_surnames[1] is not null then null else elsewhere.patronymic end,
    elsewhere.epithet,
    name_lives.* exclude (source_id, name),
    elsewhere.came
from elsewhere
left join name_lives using (source_id, name)
where not elsewhere.is_surnames and ((is_full(elsewhere.given) and (elsewhere.surname is not null or elsewhere.other_surnames[1] is not null))
    or (elsewhere.given is not null and elsewhere.epithet is not null));
