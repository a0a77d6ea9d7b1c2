-- A check that held counts no failing row.
-- severity: error
select check_id || ' ' || tx as row_key, failing_count || ' rows' as reason
from quality_results
where success and failing_count > 0 or failing_count < 0
