-- The share of prose, fields and list items that show a loss
-- table: passages
with torn as (select distinct passage_id from gaps)
select sources.layout, count(torn.passage_id) as part_count, count(*) as whole_count
from passages
join sources using (source_id)
left join torn using (passage_id)
where passages.kind in ('field', 'paragraph', 'list_item')
group by sources.layout
