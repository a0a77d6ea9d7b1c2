-- Every claim stands under the headings its passage stands under.
-- severity: error
-- check: quotes_stand_where_they_say
-- of one source
select claims.claim_id as row_key, claims.section_path as reason
from claims
join passages using (passage_id)
where claims.section_path is distinct from passages.section_path
