-- The mart source_overview counts each claim, gap and reference of a source once.
-- severity: error
with
claim_counts as (select source_id, count(*) as found from claims group by source_id),
gap_counts as (select source_id, count(*) as found from gaps group by source_id),
citation_counts as (select source_id, count(*) as found from citations group by source_id)
select
    told.source_id as row_key,
    told.claim_count || ' claims, ' || told.gap_count || ' gaps, ' || told.citation_count || ' references; found '
        || coalesce(claim_counts.found, 0) || ', ' || coalesce(gap_counts.found, 0) || ', '
        || coalesce(citation_counts.found, 0) as reason
from source_overview as told
left join claim_counts using (source_id)
left join gap_counts using (source_id)
left join citation_counts using (source_id)
where told.claim_count <> coalesce(claim_counts.found, 0) or told.gap_count <> coalesce(gap_counts.found, 0)
    or told.citation_count <> coalesce(citation_counts.found, 0)
