-- Nobody is related, married or allied to themself.
-- severity: warning
-- check: lives_are_in_order
select claim_id as row_key, event_type || ': ' || subject_text || ' and ' || object_text as reason
from claims
where event_type in ('kinship', 'marriage', 'engagement', 'association') and subject_id = object_id
