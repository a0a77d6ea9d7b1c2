-- Within one birth or death: places that are not the same, and of which neither names the other.
create or replace temp table found_places as
select
    one.event_id,
    events.event_type,
    one.claim_id as one_id,
    other.claim_id as other_id,
    one_claim.place_text as one_text,
    other_claim.place_text as other_text
from event_claims as one
join event_claims as other on other.event_id = one.event_id and other.claim_id > one.claim_id
join events on events.event_id = one.event_id
join claims_resolved as one_claim on one_claim.claim_id = one.claim_id
join claims_resolved as other_claim on other_claim.claim_id = other.claim_id
join name_keys as one_key on one_key.kind = 'place' and one_key.name = one_claim.place_text
join name_keys as other_key on other_key.kind = 'place' and other_key.name = other_claim.place_text
where events.event_type in ('birth', 'death')
    and one_claim.modality = 'asserted' and other_claim.modality = 'asserted'
    and one_claim.place_id <> other_claim.place_id
    -- compared as written in one script: a place named within the other is the same, told more closely
    and not contains(' ' || one_key.plain_key || ' ', ' ' || split_part(other_key.plain_key, ' ', 1) || ' ')
    and not contains(' ' || other_key.plain_key || ' ', ' ' || split_part(one_key.plain_key, ' ', 1) || ' ');
