-- All claims of an event are about the same person.
-- severity: error
select judged.event_id || ' ' || judged.claim_id as row_key, claims.subject_text as reason
from event_claims as judged
join events using (event_id)
join claims on claims.claim_id = judged.claim_id
where claims.subject_id is distinct from events.subject_id
