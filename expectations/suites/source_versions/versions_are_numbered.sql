-- The versions of a source are numbered from 1 without gaps.
-- severity: error
select source_id || ' ' || max(version) as row_key, count(*) || ' versions up to ' || max(version) as reason
from source_versions
group by source_id
having min(version) <> 1 or max(version) <> count(*)
