-- Every reference number a claim carries is one of its page's references.
-- severity: warning
-- check: has_its_source_and_event
-- of one source
select claims.claim_id as row_key, '[' || claims.reference_number || ']' as reason
from claims
anti join citations
    on citations.source_id = claims.source_id and citations.reference_number = claims.reference_number
where claims.reference_number is not null
