-- What is set aside now, and since when: in a replay under newer laws, what they set aside has no entry of its own.
select table_name, row_key, expectation, coalesce(now.reason, quarantine.reason) as reason,
    coalesce(quarantine.tx, (select max(tx) from transactions)) as tx
from set_aside_now as now
full join quarantine using (table_name, row_key, expectation)
where now.row_key is not null
    or (row_key in (select claim_id from current_claims) and row_key not in (select claim_id from claims_read))
