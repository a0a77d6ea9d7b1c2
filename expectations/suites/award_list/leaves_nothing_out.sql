-- The mart award_list has every award.
-- severity: error
select events.event_id as row_key, events.date_edtf as reason
from events
anti join award_list on award_list.event_id = events.event_id
where events.event_type = 'award'
