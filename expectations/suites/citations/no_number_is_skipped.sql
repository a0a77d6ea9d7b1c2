-- The reference numbers of a page follow one another from 1, unless the page shows a loss there.
-- severity: warning
-- check: references_are_numbered
-- of one source
select citation_id as row_key, reference_number || ' after ' || before as reason
from (
    select
        citation_id, source_id, reference_number,
        coalesce(lag(reference_number) over (partition by source_id order by reference_number), 0) as before
    from citations
) as numbered
anti join gaps on gaps.source_id = numbered.source_id and gaps.kind = 'missing_number'
where numbered.reference_number > numbered.before + 1
