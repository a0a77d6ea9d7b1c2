-- Every source lies within the seed folder: its path is relative and never climbs out.
-- severity: error
-- check: sources_are_whole
select source_id as row_key, path as reason
from sources
where path = '' or path like '/%' or list_contains(string_split(path, '/'), '..')
