-- A predecessor held the office before, a successor after.
-- severity: warning
-- check: offices_pass_on
with neighbours as (
    select distinct event_claims.event_id, claim_parts.role, claim_parts.entity_id as neighbour_id
    from event_claims
    join claim_parts using (claim_id)
    where claim_parts.role in ('predecessor', 'successor') and claim_parts.entity_id is not null
),
held as (select * from events where event_type = 'tenure' and modality = 'asserted')
select held.event_id as row_key, neighbours.role || ': ' || string_agg(other.date_edtf, ', ') as reason
from held
join neighbours using (event_id)
join held as other on other.subject_id = neighbours.neighbour_id and other.object_id = held.object_id
group by held.event_id, neighbours.role, neighbours.neighbour_id
-- of several tenures of the neighbour one that fits is enough
having case neighbours.role
    when 'predecessor' then bool_and(other.date_earliest > coalesce(held.date_latest, held.date_earliest))
    else bool_and(coalesce(other.date_start_latest, other.date_latest) < held.date_earliest)
end
