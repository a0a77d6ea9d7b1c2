-- One row an award given to one person.
select * rename (object_id as award_id, object as award, figure_value as times)
from timeline
where event_type = 'award'
