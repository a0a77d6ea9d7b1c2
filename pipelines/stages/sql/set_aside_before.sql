-- What is set aside by a law of the claims of sources that have not changed: it stands.
select quarantine.*
from quarantine
join claims on claims.claim_id = quarantine.row_key
anti join changed_sources on changed_sources.source_id = claims.source_id
where quarantine.table_name = 'claims' and not starts_with(quarantine.expectation, 'ruling ')
