-- The mart persons has every person.
-- severity: error
select entities.entity_id as row_key, entities.label as reason
from entities
anti join persons on persons.person_id = entities.entity_id
where entities.kind = 'person'
