-- The sources of which anything was recorded since a transaction (received otherwise, read, claims changed), or ruled ever.
select source_id from log_accessions where tx > $made_at
union
select source_id from log_readings where tx > $made_at
union
select source_id from log_claims where tx > $made_at
union
-- what a ruling changes, leaves out or adds depends on the words it finds
select accessions.source_id
from current_rulings
join log_accessions as accessions on accessions.path = json_extract_string(current_rulings.target, '$.source')
where current_rulings.kind in ('correct', 'reject', 'assert')
