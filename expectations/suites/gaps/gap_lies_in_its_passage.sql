-- Every gap lies within the passage it is said to stand in.
-- severity: error
-- of one source
select gaps.gap_id as row_key, gaps.gap_start || ' to ' || gaps.gap_end as reason
from gaps
join passages using (passage_id)
where gaps.gap_start < passages.passage_start or gaps.gap_end > passages.passage_end
    or gaps.source_id <> passages.source_id
