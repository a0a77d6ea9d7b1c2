-- The passages of a source follow one another without gap or overlap, from 0.
-- severity: error
-- check: passages_give_the_text_back
-- of one source
select passage_id as row_key, 'begins at ' || passage_start || ', expected ' || expected as reason
from (
    select
        passage_id, passage_start, ordinal,
        coalesce(lag(passage_end) over (partition by source_id order by ordinal), 0) as expected,
        row_number() over (partition by source_id order by ordinal) - 1 as place
    from passages
)
where passage_start <> expected or ordinal <> place
