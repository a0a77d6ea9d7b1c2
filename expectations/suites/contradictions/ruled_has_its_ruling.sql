-- A contradiction that is ruled names its ruling.
-- severity: error
-- check: contradictions_have_sides
select contradiction_id as row_key, status || ', ruling ' || coalesce(ruling_id, 'none') as reason
from contradictions
where (status = 'ruled') <> (ruling_id is not null)
