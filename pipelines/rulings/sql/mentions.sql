-- The mentions each side of each ruling names: a name as written in a source, or as the reading has it; where a quote is
-- given, in its words only.
with
paths as (
    select path, source_id from source_versions
    union
    select path, source_id from sources_read
),
written as (
    select claim_id, slot, ordinal, name as written from keyed
    union
    select claim_id, slot, ordinal, name from mention_words
)
select
    ruling_targets.ruling_id, ruling_targets.side, keyed.claim_id, keyed.slot, keyed.ordinal, keyed.kind,
    keyed.source_id, keyed.name, keyed.entity_key, keyed.came
from ruling_targets
join paths on paths.path = ruling_targets.source_path
join written on regexp_replace(trim(written.written), '\s+', ' ', 'g') = ruling_targets.name
join keyed using (claim_id, slot, ordinal)
join claims using (claim_id)
where keyed.source_id = paths.source_id
    and (ruling_targets.quote is null
        or contains(regexp_replace(trim(claims.quote), '\s+', ' ', 'g'), ruling_targets.quote)
        or contains(ruling_targets.quote, regexp_replace(trim(claims.quote), '\s+', ' ', 'g')))
order by ruling_targets.ruling_id, ruling_targets.side, keyed.came
