-- One row a claim ever asserted, in the order in which they came: by transaction, source, place in the text, id.
with
first_entries as (
    select claim_id, min(tx) as first_tx from log_claims group by claim_id
)
select
    entries.claim_id,
    first_entries.first_tx,
    row_number() over (
        order by first_entries.first_tx, entries.source_id, entries.quote_start, entries.claim_id
    ) as ordinal
from first_entries
join log_claims as entries
    on entries.claim_id = first_entries.claim_id and entries.tx = first_entries.first_tx
