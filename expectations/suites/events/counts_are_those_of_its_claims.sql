-- An event counts as many claims and sources as it has.
-- severity: error
-- check: events_are_their_claims
with counted as (
    select event_claims.event_id, count(*) as claim_count, count(distinct claims.source_id) as source_count
    from event_claims
    join claims using (claim_id)
    group by event_claims.event_id
)
select events.event_id as row_key,
    events.claim_count || ' claims of ' || events.source_count || ' sources, found ' || coalesce(counted.claim_count, 0)
        || ' of ' || coalesce(counted.source_count, 0) as reason
from events
left join counted using (event_id)
where events.claim_count is distinct from coalesce(counted.claim_count, 0)
    or events.source_count is distinct from coalesce(counted.source_count, 0)
