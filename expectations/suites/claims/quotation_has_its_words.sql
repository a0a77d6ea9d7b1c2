-- A quotation has the quoted words as its object.
-- severity: error
-- sets aside
select claim_id as row_key, event_type as reason
from claims
where is_quotation and coalesce(object_text, '') = ''
