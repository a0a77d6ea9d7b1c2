-- No subject, object, place or quote of a claim is blank.
-- severity: error
-- sets aside
select claim_id as row_key, event_type as reason
from claims
where trim(subject_text) = '' or trim(quote) = '' or trim(object_text) = '' or trim(place_text) = ''
