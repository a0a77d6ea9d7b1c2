-- Every quote stands word for word at its offsets in the text as archived.
-- severity: error
-- check: quotes_stand_where_they_say
-- sets aside
with placed as (
    select
        claims.claim_id, claims.source_id, claims.quote, claims.quote_start, claims.quote_end,
        passages.passage_start, passages.text,
        claims.quote_start >= passages.passage_start and claims.quote_end <= passages.passage_end as is_within
    from claims
    join passages using (passage_id)
),
across as (select * from placed where not is_within),
-- only for the few quotes that run on beyond their passage is the whole text put together
texts as (
    select source_id, string_agg(text, '' order by ordinal) as text
    from passages
    where source_id in (select source_id from across)
    group by source_id
)
select claim_id as row_key, quote as reason
from placed
where is_within and substr(text, quote_start - passage_start + 1, quote_end - quote_start) is distinct from quote
union all
select across.claim_id, across.quote
from across
join texts using (source_id)
where substr(texts.text, across.quote_start + 1, across.quote_end - across.quote_start) is distinct from across.quote
