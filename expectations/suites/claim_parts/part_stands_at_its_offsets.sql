-- The words of every part stand at their offsets in the text as archived.
-- severity: error
-- check: parts_stand_where_they_say
-- sets aside
with
-- nearly all stand in their claim's quote, which is compared with the text by a law of its own
outside as (
    select parts.claim_id, parts.ordinal, parts.text, parts.part_start, parts.part_end, claims.source_id
    from claim_parts as parts
    join claims using (claim_id)
    where parts.part_start is not null and (
        parts.part_start < claims.quote_start or parts.part_end > claims.quote_end
        or substr(claims.quote, parts.part_start - claims.quote_start + 1, parts.part_end - parts.part_start)
            is distinct from parts.text
    )
),
placed as (
    select outside.*, passages.passage_start, passages.text as passage_text,
        outside.part_end <= passages.passage_end as is_within
    from outside
    asof join passages
        on passages.source_id = outside.source_id and passages.passage_start <= outside.part_start
),
across as (select * from placed where not is_within),
texts as (
    select source_id, string_agg(text, '' order by ordinal) as text
    from passages
    where source_id in (select source_id from across)
    group by source_id
)
select claim_id || ' ' || ordinal as row_key, text as reason
from placed
where is_within and substr(passage_text, part_start - passage_start + 1, part_end - part_start) is distinct from text
union all
select across.claim_id || ' ' || across.ordinal, across.text
from across
join texts using (source_id)
where substr(texts.text, across.part_start + 1, across.part_end - across.part_start) is distinct from across.text
