-- The share of claims whose subject's name is not resolved
-- table: claims
select sources.layout, count(*) filter (where claims.subject_id is null) as part_count, count(*) as whole_count
from claims
join sources using (source_id)
group by sources.layout
