-- The life of each person, taken from all sources together: as wide as any of them leaves it. A bound is null where a
-- source leaves it open. Only after everyone is identified.
create table lives as
select
    subject_id,
    case when bool_and(date_earliest is not null) filter (where is_birth)
        then min(date_earliest) filter (where is_birth) end as born_from,
    case when bool_and(date_latest is not null) filter (where is_birth)
        then max(date_latest) filter (where is_birth) end as born_to,
    case when bool_and(date_latest is not null) filter (where not is_birth)
        then max(date_latest) filter (where not is_birth) end as died_to
from life_dates
where subject_id is not null
group by subject_id;
