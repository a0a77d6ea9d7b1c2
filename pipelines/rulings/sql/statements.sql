-- The claims that fit each side of each ruling best: of the source, by its words; a source by any path it ever had.
with
paths as (
    select path, source_id from source_versions
    union
    select path, source_id from sources_read
),
beside as (
    select
        ruling_targets.*,
        claims.claim_id,
        claims.event_type,
        claims.object_text,
        regexp_replace(trim(claims.quote), '\s+', ' ', 'g') as words
    from ruling_targets
    join paths on paths.path = ruling_targets.source_path
    join claims on claims.source_id = paths.source_id
    where ruling_targets.name is null
),
fitting as (
    select
        ruling_id,
        side,
        claim_id,
        case when words = quote then 0 when contains(words, quote) then 1 else 2 end as distance,
        coalesce(claim = claim_id, false) as is_hinted
    from beside
    where (contains(words, quote) or contains(quote, words))
        and (type is null or type = event_type)
        and (object is null or object = object_text)
)
select distinct ruling_id, side, claim_id
from fitting
qualify rank() over (partition by ruling_id, side order by distance, is_hinted desc) = 1
order by ruling_id, side, claim_id
