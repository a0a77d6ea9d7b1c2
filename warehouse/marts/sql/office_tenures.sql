-- One row a person's time in one office.
with
behind as (
    select
        event_claims.event_id,
        string_agg(event_claims.claim_id, ', ' order by event_claims.claim_id)
            filter (where event_claims.part = 'start') as start_claims,
        string_agg(event_claims.claim_id, ', ' order by event_claims.claim_id)
            filter (where event_claims.part = 'end') as end_claims,
        string_agg(event_claims.claim_id, ', ' order by event_claims.claim_id)
            filter (where event_claims.part = 'whole') as whole_claims,
        string_agg(distinct claims.source_path, '; ' order by claims.source_path) as sources
    from events
    join event_claims using (event_id)
    join claims using (claim_id)
    where events.event_type = 'tenure'
    group by event_claims.event_id
),
neighbours as (
    select
        event_claims.event_id,
        string_agg(distinct claim_parts.text, '; ' order by claim_parts.text)
            filter (where claim_parts.role = 'predecessor') as predecessor,
        string_agg(distinct claim_parts.text, '; ' order by claim_parts.text)
            filter (where claim_parts.role = 'successor') as successor
    from event_claims
    join claim_parts using (claim_id)
    where claim_parts.part = 'participant' and claim_parts.role in ('predecessor', 'successor')
    group by event_claims.event_id
),
tenures as (
    -- a date that is no interval bounds both ends: the office was held at that time
    select
        *,
        date_earliest as start_earliest,
        coalesce(date_start_latest, date_latest) as start_latest,
        coalesce(date_end_earliest, date_earliest) as end_earliest,
        date_latest as end_latest
    from events
    where event_type = 'tenure'
)
select
    tenures.event_id,
    tenures.subject_id as person_id,
    entities.label as person,
    tenures.object_id as office_id,
    claims.object_text as office,
    tenures.date_edtf,
    tenures.start_earliest,
    tenures.start_latest,
    settled_year(tenures.start_earliest, tenures.start_latest) as start_year,
    settled_month(tenures.start_earliest, tenures.start_latest) as start_month,
    settled_day(tenures.start_earliest, tenures.start_latest) as start_day,
    tenures.end_earliest,
    tenures.end_latest,
    settled_year(tenures.end_earliest, tenures.end_latest) as end_year,
    settled_month(tenures.end_earliest, tenures.end_latest) as end_month,
    settled_day(tenures.end_earliest, tenures.end_latest) as end_day,
    neighbours.predecessor,
    neighbours.successor,
    tenures.status as certainty,
    behind.start_claims,
    behind.end_claims,
    behind.whole_claims,
    behind.sources
from tenures
join claims on claims.claim_id = tenures.preferred_claim_id
join behind using (event_id)
left join neighbours using (event_id)
left join entities on entities.entity_id = tenures.subject_id
