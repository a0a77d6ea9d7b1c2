-- Every witness speaks in some event.
-- severity: warning
select witnesses.witness_id as row_key, witnesses.label as reason
from witnesses
anti join event_claims on event_claims.witness_id = witnesses.witness_id
