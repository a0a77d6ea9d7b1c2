-- One row a person any source names.
with
life_events as (
    -- a person has one birth and one death: where several stand, the best attested, then the first
    select
        events.*,
        claims.place_text
    from events
    join claims on claims.claim_id = events.preferred_claim_id
    where events.event_type in ('birth', 'death')
    qualify row_number() over (
        partition by events.subject_id, events.event_type
        order by events.witness_count desc, events.claim_count desc, events.event_id
    ) = 1
),
people as (
    select entity_id, label from entities where kind = 'person'
),
others as (
    -- whom a claim speaks of beside its subject, each once
    select object_id as person_id, claim_id, source_id
    from claims
    where object_id in (select entity_id from people) and object_id is distinct from subject_id
    union
    select claim_parts.entity_id, claims.claim_id, claims.source_id
    from claim_parts
    join claims using (claim_id)
    where claim_parts.entity_id in (select entity_id from people)
        and claim_parts.entity_id is distinct from claims.subject_id
),
spoken_of as (
    select subject_id as person_id, source_id, count(*) as claim_count
    from claims
    where subject_id is not null
    group by subject_id, source_id
    union all
    select person_id, source_id, count(*) from others group by person_id, source_id
),
told_by as (
    select person_id, source_id, sum(claim_count)::bigint as claim_count
    from spoken_of
    group by person_id, source_id
),
claim_counts as (
    select
        told_by.person_id,
        sum(told_by.claim_count)::bigint as claim_count,
        count(*) as source_count,
        string_agg(distinct sources.path, '; ' order by sources.path) as sources
    from told_by
    join sources using (source_id)
    group by told_by.person_id
),
event_counts as (
    select
        subject_id as person_id,
        count(*) as event_count,
        count(*) filter (where event_type in ('tenure', 'appointment')) as office_count
    from events
    group by subject_id
),
name_counts as (
    select entity_id as person_id, count(distinct name) as name_count from entity_aliases group by entity_id
),
pages as (
    select distinct subject_id as person_id from sources where subject_id is not null
)
select
    people.entity_id as person_id,
    people.label as name,
    births.date_edtf as birth_edtf,
    births.date_earliest as birth_earliest,
    births.date_latest as birth_latest,
    settled_year(births.date_earliest, births.date_latest) as birth_year,
    settled_month(births.date_earliest, births.date_latest) as birth_month,
    settled_day(births.date_earliest, births.date_latest) as birth_day,
    births.place_text as birth_place,
    births.status as birth_status,
    deaths.date_edtf as death_edtf,
    deaths.date_earliest as death_earliest,
    deaths.date_latest as death_latest,
    settled_year(deaths.date_earliest, deaths.date_latest) as death_year,
    settled_month(deaths.date_earliest, deaths.date_latest) as death_month,
    settled_day(deaths.date_earliest, deaths.date_latest) as death_day,
    deaths.place_text as death_place,
    deaths.status as death_status,
    pages.person_id is not null as has_page,
    coalesce(name_counts.name_count, 0) as name_count,
    coalesce(event_counts.office_count, 0) as office_count,
    coalesce(event_counts.event_count, 0) as event_count,
    coalesce(claim_counts.claim_count, 0) as claim_count,
    coalesce(claim_counts.source_count, 0) as source_count,
    claim_counts.sources
from people
left join life_events as births on births.subject_id = people.entity_id and births.event_type = 'birth'
left join life_events as deaths on deaths.subject_id = people.entity_id and deaths.event_type = 'death'
left join claim_counts on claim_counts.person_id = people.entity_id
left join event_counts on event_counts.person_id = people.entity_id
left join name_counts on name_counts.person_id = people.entity_id
left join pages on pages.person_id = people.entity_id
