-- Every reference lies within the text of its page, and no two overlap.
-- severity: error
-- check: references_are_numbered
-- of one source
with ends as (select source_id, max(passage_end) as text_end from passages group by source_id)
select citation_id as row_key, citation_start || ' to ' || citation_end as reason
from (
    select
        citation_id, citation_start, citation_end, text_end,
        lag(citation_end) over (partition by source_id order by citation_start, citation_end) as before_end
    from citations
    join ends using (source_id)
)
where citation_end > text_end or citation_start < before_end
