-- One row a form of a person's name in one source.
select
    people.entity_id as person_id,
    people.label as person,
    aliases.name,
    aliases.language,
    aliases.script,
    aliases.source_id,
    sources.path as source_path,
    aliases.claim_id
from entity_aliases as aliases
join entities as people using (entity_id)
join sources using (source_id)
where people.kind = 'person'
