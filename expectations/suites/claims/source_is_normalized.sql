-- No claim rests on a source that is quarantined, doubled or withdrawn.
-- severity: error
-- check: has_its_source_and_event
-- of one source
select claims.claim_id as row_key, sources.status as reason
from claims
join sources using (source_id)
where sources.status <> 'normalized'
