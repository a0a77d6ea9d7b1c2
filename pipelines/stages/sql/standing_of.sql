-- One row a claim that stands of the sources read now, folded from only those entries (`told`) that tell of them.
with
entries as (
    select * from told semi join read_now using (source_id)
),
latest as (
    select claim_id, max(tx) as tx from entries group by claim_id
)
select entries.*
from entries
join latest using (claim_id, tx)
where entries.action <> 'retract'
