-- The mentions each side of each ruling names: a name as written in a source, where a quote is given in its words only.
with
paths as (
    select path, source_id from source_versions
    union
    select path, source_id from sources_read
)
select
    ruling_targets.ruling_id, ruling_targets.side, keyed.claim_id, keyed.slot, keyed.ordinal, keyed.kind,
    keyed.source_id, keyed.name, keyed.entity_key, keyed.came
from ruling_targets
join paths on paths.path = ruling_targets.source_path
join keyed
    on keyed.source_id = paths.source_id
    and regexp_replace(trim(keyed.name), '\s+', ' ', 'g') = ruling_targets.name
join claims using (claim_id)
where ruling_targets.quote is null
    or contains(regexp_replace(trim(claims.quote), '\s+', ' ', 'g'), ruling_targets.quote)
    or contains(ruling_targets.quote, regexp_replace(trim(claims.quote), '\s+', ' ', 'g'))
order by ruling_targets.ruling_id, ruling_targets.side, keyed.came
