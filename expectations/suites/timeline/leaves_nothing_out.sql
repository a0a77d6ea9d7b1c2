-- The mart timeline has every event.
-- severity: error
select events.event_id as row_key, events.event_type as reason
from events
anti join timeline on timeline.event_id = events.event_id
