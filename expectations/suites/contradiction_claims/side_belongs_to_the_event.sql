-- Every side of a contradiction is a claim of the events it arises in.
-- severity: error
select judged.contradiction_id || ' ' || judged.claim_id as row_key, judged.stated_value as reason
from contradiction_claims as judged
join contradictions using (contradiction_id)
anti join event_claims
    on event_claims.claim_id = judged.claim_id
    and event_claims.event_id in (contradictions.event_id, contradictions.other_event_id)
