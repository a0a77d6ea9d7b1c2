-- The reference number of every support is that of the reference it names, on the claim's own page.
-- severity: error
select judged.claim_id || ' ' || judged.citation_id as row_key, '[' || judged.reference_number || ']' as reason
from claim_support as judged
join citations using (citation_id)
join claims on claims.claim_id = judged.claim_id
where judged.reference_number <> citations.reference_number or citations.source_id <> claims.source_id
