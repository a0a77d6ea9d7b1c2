-- Every reference number of a page is there once.
-- severity: error
-- check: references_are_numbered
-- of one source
select source_id || ' ' || reference_number as row_key, count(*) || ' times' as reason
from citations
group by source_id, reference_number
having count(*) > 1
