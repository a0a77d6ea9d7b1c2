-- A source that is quarantined or a duplicate says why.
-- severity: error
-- check: sources_are_whole
select source_id as row_key, status as reason
from sources
where status in ('quarantined', 'duplicate') and coalesce(problem, '') = ''
