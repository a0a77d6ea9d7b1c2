-- The title of every reference stands word for word between the reference's offsets.
-- severity: error
-- check: references_are_numbered
-- of one source
with entries as (
    select citations.citation_id, citations.title, string_agg(passages.text, '' order by passages.ordinal) as text
    from citations
    join passages
        on passages.source_id = citations.source_id
        and passages.passage_start < citations.citation_end and passages.passage_end > citations.citation_start
    where citations.title is not null
    group by citations.citation_id, citations.title
)
select citation_id as row_key, title as reason
from entries
where not contains(text, title)
