-- No source changed before it was accessioned.
-- severity: error
-- check: sources_are_whole
select source_id as row_key, 'last changed in ' || last_tx || ', accessioned in ' || first_tx as reason
from sources
where last_tx < first_tx
