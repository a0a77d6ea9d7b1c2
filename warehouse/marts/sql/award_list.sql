-- One row an award given to one person.
select * rename (object_id as award_id, object_text as award, figure_value as times)
from (
$told_events
)
where event_type = 'award'
