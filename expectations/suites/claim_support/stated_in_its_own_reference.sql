-- A claim stated in a reference stands between that reference's offsets.
-- severity: error
select judged.claim_id || ' ' || judged.citation_id as row_key, claims.quote_start::varchar as reason
from claim_support as judged
join citations using (citation_id)
join claims on claims.claim_id = judged.claim_id and claims.source_id = citations.source_id
where judged.method = 'stated_in'
    and (claims.quote_start < citations.citation_start or claims.quote_start >= citations.citation_end)
