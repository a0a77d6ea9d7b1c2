-- The mart source_overview has every source.
-- severity: error
select sources.source_id as row_key, sources.path as reason
from sources
anti join source_overview on source_overview.source_id = sources.source_id
