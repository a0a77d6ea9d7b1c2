-- An event shows date, modality and persons of its preferred claim.
-- severity: error
-- check: events_are_their_claims
select events.event_id as row_key, concat_ws(' ', events.date_edtf, 'from', claims.date_edtf) as reason
from events
join claims on claims.claim_id = events.preferred_claim_id
where events.date_edtf is distinct from claims.date_edtf or events.modality <> claims.modality
    or events.subject_id is distinct from claims.subject_id or events.object_id is distinct from claims.object_id
