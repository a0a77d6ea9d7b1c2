-- Nobody is born or dies in two events.
-- severity: warning
-- check: ages_are_human
select min(event_id) as row_key, count(*) || ' events of ' || event_type as reason
from events
where event_type in ('birth', 'death') and subject_id is not null and modality = 'asserted'
group by subject_id, event_type
having count(*) > 1
