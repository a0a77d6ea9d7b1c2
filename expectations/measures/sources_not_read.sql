-- The share of sources that could not be read
-- table: sources
select 'all' as layout, count(*) filter (where status = 'quarantined') as part_count, count(*) as whole_count
from sources
where status in ('normalized', 'quarantined')
