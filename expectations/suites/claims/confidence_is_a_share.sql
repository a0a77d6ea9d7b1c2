-- Every confidence lies between 0 and 1.
-- severity: error
-- sets aside
select claim_id as row_key, confidence::varchar as reason
from claims
where not (confidence >= 0 and confidence <= 1)
