-- A predecessor held the office before, a successor after.
-- severity: warning
-- check: offices_pass_on
with neighbours as (
    select distinct event_claims.event_id, claim_parts.role, claim_parts.entity_id as neighbour_id
    from event_claims
    join claim_parts using (claim_id)
    where claim_parts.role in ('predecessor', 'successor') and claim_parts.entity_id is not null
),
held as (select * from events where event_type = 'tenure' and modality = 'asserted'),
asked as materialized (
    -- by itself, so that tenures are joined by person and office at once: of one office there may be thousands
    select
        held.event_id, held.object_id, held.date_earliest, held.date_latest, neighbours.role, neighbours.neighbour_id
    from held
    join neighbours using (event_id)
)
select asked.event_id as row_key, asked.role || ': ' || string_agg(other.date_edtf, ', ' order by other.date_edtf) as reason
from asked
join held as other on other.subject_id = asked.neighbour_id and other.object_id = asked.object_id
group by asked.event_id, asked.role, asked.neighbour_id
-- of several tenures of the neighbour one that fits is enough
having case asked.role
    when 'predecessor' then bool_and(other.date_earliest > coalesce(asked.date_latest, asked.date_earliest))
    else bool_and(coalesce(other.date_start_latest, other.date_latest) < asked.date_earliest)
end
