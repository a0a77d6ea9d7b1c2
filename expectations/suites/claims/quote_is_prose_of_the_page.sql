-- No claim rests on words that are no part of the page: search debris or blank space.
-- severity: error
-- check: quotes_stand_where_they_say
-- sets aside
select claims.claim_id as row_key, passages.kind as reason
from claims
join passages using (passage_id)
where passages.kind in ('debris', 'blank')
