-- A claim that is set aside does not stand among the claims.
-- severity: error
select concat_ws(' ', judged.table_name, judged.row_key, judged.expectation) as row_key, judged.reason as reason
from quarantine as judged
join claims on claims.claim_id = judged.row_key
where judged.table_name = 'claims'
