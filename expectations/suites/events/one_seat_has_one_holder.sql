-- Holders of an office that has one seat do not overlap.
-- severity: warning
-- check: offices_pass_on
with seats as (
    -- an office that somebody took over from somebody is a seat, unless its name says that many sit
    select distinct claims.object_id
    from claims
    join claim_parts using (claim_id)
    join entities on entities.entity_id = claims.object_id
    where claims.event_type in ('tenure', 'appointment') and claim_parts.role in ('predecessor', 'successor')
        and not regexp_matches(entities.label, (select many_seats from limits))
),
held as (
    select event_id, subject_id, object_id, date_edtf,
        coalesce(date_start_latest, date_latest) as surely_from, coalesce(date_end_earliest, date_earliest) as surely_to
    from events
    where event_type = 'tenure' and modality = 'asserted' and object_id in (select object_id from seats)
        and date_earliest is not null and date_latest is not null
)
select one.event_id as row_key, one.date_edtf || ' and ' || other.date_edtf as reason
from held as one
join held as other
    on other.object_id = one.object_id and other.subject_id <> one.subject_id and other.event_id > one.event_id
where least(one.surely_to, other.surely_to) - greatest(one.surely_from, other.surely_from)
    > (select handover_days from limits)
