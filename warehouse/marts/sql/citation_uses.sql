-- One row a numbered reference of a page.
with
backed as (
    select
        claim_support.citation_id,
        claim_support.method = 'stated_in' as is_stated,
        claims.event_type || coalesce(': ' || claims.object_text, '') || coalesce(', ' || claims.date_text, '') as words
    from claim_support
    join claims using (claim_id)
),
uses as (
    select
        citation_id,
        count(*) filter (where is_stated) as stated_count,
        count(*) filter (where not is_stated) as supported_count,
        string_agg(distinct words, '; ' order by words) filter (where not is_stated) as supports
    from backed
    group by citation_id
)
select
    citations.citation_id,
    sources.path as source_path,
    citations.reference_number,
    citations.title,
    citations.site,
    citations.language,
    citations.published_edtf,
    citations.is_empty,
    coalesce(uses.stated_count, 0) as stated_count,
    coalesce(uses.supported_count, 0) as supported_count,
    uses.supports
from citations
join sources using (source_id)
left join uses using (citation_id)
