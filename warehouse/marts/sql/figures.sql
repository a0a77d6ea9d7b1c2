-- One row a quantity a claim states.
select
    claims.claim_id,
    event_claims.event_id,
    claims.subject_id as person_id,
    coalesce(people.label, claims.subject_text) as person,
    claims.event_type,
    claims.object_text as object,
    claims.figure_measure as measure,
    claims.figure_unit as unit,
    claims.figure_text,
    claims.figure_qualifier as qualifier,
    claims.figure_value as value,
    coalesce(claims.figure_low, claims.figure_value) as low,
    coalesce(claims.figure_high, claims.figure_value) as high,
    claims.date_edtf,
    claims.date_earliest,
    claims.date_latest,
    settled_year(claims.date_earliest, claims.date_latest) as date_year,
    settled_month(claims.date_earliest, claims.date_latest) as date_month,
    settled_day(claims.date_earliest, claims.date_latest) as date_day,
    claims.modality,
    claims.quote,
    claims.source_path
from claims
join event_claims using (claim_id)
left join entities as people on people.entity_id = claims.subject_id
where claims.figure_text is not null
