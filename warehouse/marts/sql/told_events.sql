-- What marts of one kind of event have in common: whom, what, when, how sure, and where it is told. No mart by itself.
with
behind as (
    select
        event_claims.event_id,
        string_agg(distinct claims.source_path, '; ' order by claims.source_path) as sources
    from event_claims
    join claims using (claim_id)
    group by event_claims.event_id
)
select
    events.event_id,
    events.event_type,
    events.subtype,
    events.subject_id as person_id,
    people.label as person,
    events.object_id,
    claims.object_text,
    claims.figure_value,
    claims.date_text,
    events.date_edtf,
    events.date_earliest,
    events.date_latest,
    settled_year(events.date_earliest, events.date_latest) as date_year,
    settled_month(events.date_earliest, events.date_latest) as date_month,
    settled_day(events.date_earliest, events.date_latest) as date_day,
    events.status as certainty,
    claims.quote,
    behind.sources
from events
join claims on claims.claim_id = events.preferred_claim_id
join behind using (event_id)
left join entities as people on people.entity_id = events.subject_id
