-- One row a claim that stands: its latest entry. Folded on keys first; the wide columns are read for what remains.
with
latest as (
    select claim_id, max(tx) as tx from log_claims group by claim_id
)
select entries.*
from log_claims as entries
join latest using (claim_id, tx)
where entries.action <> 'retract'
