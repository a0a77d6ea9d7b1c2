-- The share of claims without a date
-- table: claims
select sources.layout, count(*) filter (where claims.date_edtf is null) as part_count, count(*) as whole_count
from claims
join sources using (source_id)
group by sources.layout
