-- Every claim with its place in the order in which claims came: what rulings assert stands after what was read by then.
select claim_id, first_tx, ordinal::double as ordinal from claim_order_read
union all
select
    claims_asserted.claim_id,
    claims_asserted.tx,
    (select count(*) from claim_order_read where first_tx < claims_asserted.tx)
        + row_number() over (order by claims_asserted.tx, claims_asserted.claim_id) / 1e6
from claims_asserted
anti join claim_order_read using (claim_id)
