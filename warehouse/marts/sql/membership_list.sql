-- One row a membership of one person.
select * rename (object_id as body_id, object_text as body)
from (
$told_events
)
where event_type = 'membership'
