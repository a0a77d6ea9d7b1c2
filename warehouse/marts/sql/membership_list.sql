-- One row a membership of one person.
select * rename (object_id as body_id, object as body)
from timeline
where event_type = 'membership'
