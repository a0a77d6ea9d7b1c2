-- A source that was read says by which layout and encoding.
-- severity: error
-- check: sources_are_whole
select source_id as row_key, concat_ws(' ', 'layout', coalesce(layout, 'unknown'), 'encoding', coalesce(encoding, 'unknown')) as reason
from sources
where status = 'normalized' and (layout is null or encoding is null)
