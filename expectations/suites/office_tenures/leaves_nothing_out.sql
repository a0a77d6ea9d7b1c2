-- The mart office_tenures has every tenure.
-- severity: error
select events.event_id as row_key, events.date_edtf as reason
from events
anti join office_tenures on office_tenures.event_id = events.event_id
where events.event_type = 'tenure'
