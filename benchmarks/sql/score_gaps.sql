-- One row: how many pages have lost words, how many of those have a gap of that kind in the edition, and how many
-- pages have one that lost nothing. Needs pages, sources and gaps.
with found as (
    select distinct sources.path from gaps join sources using (source_id) where kind = 'lost_words'
)
select
    count(*) filter (where gap_count > 0) as lost,
    count(*) filter (where gap_count > 0 and found.path is not null) as found,
    count(*) filter (where gap_count = 0 and found.path is not null) as invented
from pages
left join found using (path)
