-- One row a tie between two persons.
select * rename (subtype as relation, object_id as relative_id, object as relative)
from timeline
where event_type in ('marriage', 'engagement', 'kinship')
