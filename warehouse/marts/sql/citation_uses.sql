-- One row a numbered reference of a page.
with
uses as (
    select
        claim_support.citation_id,
        count(*) filter (where claim_support.method = 'stated_in') as stated_count,
        count(*) filter (where claim_support.method <> 'stated_in') as supported_count,
        string_agg(
            distinct claims.event_type || coalesce(': ' || claims.object_text, '')
            || coalesce(', ' || claims.date_text, ''),
            '; '
        ) filter (where claim_support.method <> 'stated_in') as supports
    from claim_support
    join claims using (claim_id)
    group by claim_support.citation_id
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
