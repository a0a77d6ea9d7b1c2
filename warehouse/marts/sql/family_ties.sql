-- One row a tie between two persons.
select * rename (subtype as relation, object_id as relative_id, object_text as relative)
from (
$told_events
)
where event_type in ('marriage', 'engagement', 'kinship')
