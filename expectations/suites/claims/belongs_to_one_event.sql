-- Every claim belongs to exactly one event.
-- severity: error
-- check: has_its_source_and_event
with counted as (select claim_id, count(*) as event_count from event_claims group by claim_id)
select claims.claim_id as row_key, coalesce(counted.event_count, 0) || ' events' as reason
from claims
left join counted using (claim_id)
where coalesce(counted.event_count, 0) <> 1
