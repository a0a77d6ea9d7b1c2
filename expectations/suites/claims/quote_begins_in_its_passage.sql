-- Every quote begins in the passage the claim names.
-- severity: error
-- check: quotes_stand_where_they_say
-- sets aside
select claims.claim_id as row_key, claims.passage_id as reason
from claims
join passages using (passage_id)
where claims.quote_start < passages.passage_start or claims.quote_start >= passages.passage_end
    or passages.source_id <> claims.source_id
