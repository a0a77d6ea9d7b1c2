-- Within one event: figures of one thing that differ.
create or replace temp table found_figures as
select
    one.event_id,
    events.event_type,
    one.claim_id as one_id,
    other.claim_id as other_id,
    one_claim.figure_text as one_text,
    other_claim.figure_text as other_text,
    one_claim.figure_value as one_value,
    other_claim.figure_value as other_value,
    one_claim.figure_qualifier is not null or other_claim.figure_qualifier is not null as is_rough
from event_claims as one
join event_claims as other on other.event_id = one.event_id
join events on events.event_id = one.event_id
join claims as one_claim on one_claim.claim_id = one.claim_id
join claims as other_claim on other_claim.claim_id = other.claim_id
where one_claim.figure_value < other_claim.figure_value
    and one_claim.modality = 'asserted' and other_claim.modality = 'asserted'
    and one_claim.figure_unit is not distinct from other_claim.figure_unit
    and one_claim.figure_measure is not distinct from other_claim.figure_measure;
