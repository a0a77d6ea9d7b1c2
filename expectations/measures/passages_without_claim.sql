-- The share of prose, fields and list items in which no claim begins
-- table: passages
with begun as (select distinct passage_id from claims)
select sources.layout, count(*) filter (where begun.passage_id is null) as part_count, count(*) as whole_count
from passages
join sources using (source_id)
left join begun using (passage_id)
where passages.kind in ('field', 'paragraph', 'list_item')
group by sources.layout
