-- Every side of a contradiction is a claim of the events it arises in; parts set beside their whole, of events of its kind.
-- severity: error
select judged.contradiction_id || ' ' || judged.claim_id as row_key, judged.stated_value as reason
from contradiction_claims as judged
join contradictions using (contradiction_id)
join events as arisen on arisen.event_id = contradictions.event_id
left join event_claims on event_claims.claim_id = judged.claim_id
left join events as own on own.event_id = event_claims.event_id
where not coalesce(
    own.event_id in (contradictions.event_id, contradictions.other_event_id)
        or contradictions.kind = 'part_whole' and own.event_type = arisen.event_type
            and own.subject_id is not distinct from arisen.subject_id,
    false
)
