-- Keys of mentions after the rulings on names: what leaves an entity, then what becomes one.
create or replace temp table united as
select joined.entity_key as from_key, joined.to_key from joined_keys as joined;

create or replace temp table keyed as
with
parted as (
    select keyed.* replace (coalesce(left_places.to_key, left_sources.to_key, keyed.entity_key) as entity_key)
    from keyed
    left join left_places using (claim_id, slot, ordinal)
    left join left_sources on left_sources.source_id = keyed.source_id and left_sources.entity_key = keyed.entity_key
)
select parted.* exclude (entity_key), coalesce(united.to_key, parted.entity_key) as entity_key,
    parted.entity_key as own_key
from parted
left join united on united.from_key = parted.entity_key;

create or replace temp table person_names as
select person_names.* replace (
    substr(coalesce(united.to_key, left_sources.to_key, 'person ' || person_key), length('person ') + 1) as person_key
)
from person_names
left join left_sources
    on left_sources.source_id = person_names.source_id and left_sources.entity_key = 'person ' || person_names.person_key
left join united on united.from_key = coalesce(left_sources.to_key, 'person ' || person_names.person_key);
