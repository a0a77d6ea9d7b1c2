-- One row a part of a claim that stands, as the table claim_parts has it; entities are resolved later.
with
unnested as (
    select claim_id, unnest(parts) as part
    from current_claim_entries
),
parts as (
    select claim_id, unnest(part)
    from unnested
)
select $columns
from parts as part
