-- The reference numbers of a page rise in the order of the page.
-- severity: error
-- check: references_are_numbered
-- of one source
select citation_id as row_key, reference_number || ' after ' || before as reason
from (
    select
        citation_id, reference_number,
        lag(reference_number) over (partition by source_id order by citation_start, citation_end) as before
    from citations
)
where reference_number < before
