-- The score of every support lies between 0 and 1.
-- severity: error
select concat_ws(' ', claim_id, citation_id) as row_key, score::varchar as reason
from claim_support
where not (score >= 0 and score <= 1)
