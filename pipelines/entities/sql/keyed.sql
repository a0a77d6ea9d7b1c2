-- Each mention with the key of the entity it belongs to, before any ruling.
create or replace temp table keyed as
select mentions.*, 'person ' || person_names.person_key as entity_key
from mentions
join person_names using (source_id, name)
where mentions.kind = 'person'
union all
select mentions.*, mentions.kind || ' ' || thing_names.thing_key
from mentions
join thing_names using (source_id, kind, name)
where mentions.kind <> 'person';
