-- A source that was read has passages, and one that was not has none.
-- severity: error
-- check: sources_are_whole
select sources.source_id as row_key, sources.status || ', ' || count(passages.passage_id) || ' passages' as reason
from sources
left join passages using (source_id)
group by sources.source_id, sources.status, sources.byte_count
having sources.status = 'normalized' and sources.byte_count > 0 and count(passages.passage_id) = 0
    or sources.status in ('quarantined', 'duplicate') and count(passages.passage_id) > 0
