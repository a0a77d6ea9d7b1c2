-- One row an event.
with
cited as (
    -- the numbers of the page: those the claims carry, and those found to back them
    select event_claims.event_id, claims.reference_number
    from event_claims join claims using (claim_id)
    where claims.reference_number is not null
    union
    select event_claims.event_id, claim_support.reference_number
    from event_claims join claim_support using (claim_id)
),
references_of as (
    select
        event_id,
        string_agg(reference_number::varchar, ', ' order by reference_number) as reference_numbers
    from cited
    group by event_id
),
several as (
    -- of most events one source tells: its path needs no gathering
    select
        event_claims.event_id,
        string_agg(distinct claims.source_path, '; ' order by claims.source_path) as sources
    from events
    join event_claims using (event_id)
    join claims using (claim_id)
    where events.source_count > 1
    group by event_claims.event_id
)
select
    events.event_id,
    events.subject_id as person_id,
    entities.label as person,
    events.event_type,
    events.family,
    events.subtype,
    happened(events.event_type, events.subtype, events.modality)
      || coalesce(': ' || coalesce(claims.object_text, if(events.event_type = 'residence', claims.place_text, null)), '')
      || case when claims.figure_text is null then '' else ' (' || claims.figure_text || ')' end as label,
    claims.object_text as object,
    events.object_id,
    claims.figure_value,
    claims.place_text as place,
    claims.date_text,
    events.date_edtf,
    events.date_earliest,
    events.date_latest,
    settled_year(events.date_earliest, events.date_latest) as date_year,
    settled_month(events.date_earliest, events.date_latest) as date_month,
    settled_day(events.date_earliest, events.date_latest) as date_day,
    claims.date_qualifier,
    events.status as certainty,
    events.modality,
    events.witness_count,
    claims.quote,
    claims.source_path,
    coalesce(several.sources, claims.source_path) as sources,
    references_of.reference_numbers,
    events.preferred_claim_id as claim_id
from events
join claims on claims.claim_id = events.preferred_claim_id
left join entities on entities.entity_id = events.subject_id
left join references_of using (event_id)
left join several using (event_id)
