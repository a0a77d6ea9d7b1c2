-- A biography is about a person.
-- severity: error
select sources.source_id as row_key, entities.kind || ' ' || entities.label as reason
from sources
join entities on entities.entity_id = sources.subject_id
where entities.kind <> 'person'
