-- An event has no more witnesses than claims, and is corroborated only by more than one.
-- severity: error
-- check: events_are_their_claims
select event_id as row_key, status || ', ' || witness_count || ' witnesses, ' || claim_count || ' claims' as reason
from events
where witness_count > claim_count or witness_count < 1 or (status = 'corroborated' and witness_count < 2)
