-- Only persons are born, marry, are arrested, tried, executed or die; a purge alone befalls groups.
-- severity: error
-- check: lives_are_in_order
select claims.claim_id as row_key, claims.event_type || ' of the ' || entities.kind || ' ' || entities.label as reason
from claims
join entities on entities.entity_id = claims.subject_id
where entities.kind in ('office', 'place', 'award', 'work')
    and claims.family in ('life', 'justice', 'honours') and claims.event_type not in ('purge', 'attribute')
