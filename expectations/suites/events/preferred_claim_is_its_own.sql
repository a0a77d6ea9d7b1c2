-- The preferred claim of an event is one of its claims.
-- severity: error
-- check: events_are_their_claims
select events.event_id as row_key, events.preferred_claim_id as reason
from events
anti join event_claims
    on event_claims.event_id = events.event_id and event_claims.claim_id = events.preferred_claim_id
