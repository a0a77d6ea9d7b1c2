-- A contradiction that is suggested or explained says how, and one that stands open is unexplained.
-- severity: error
-- check: contradictions_have_sides
select contradiction_id as row_key, status || ', ' || explanation as reason
from contradictions
where status in ('suggested', 'explained') and explanation = 'unexplained'
