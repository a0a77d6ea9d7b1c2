-- The entries that lead from what the log holds set aside to what is to be set aside now (`set_aside_now`). What is gone
-- from the staged claims but not from the log was set aside by an earlier attempt of this run, and stays so.
select 'set_aside' as action, table_name, row_key, expectation, reason
from set_aside_now
anti join quarantine using (table_name, row_key, expectation, reason)
union all
select 'released', table_name, row_key, expectation, reason
from quarantine
anti join set_aside_now using (table_name, row_key, expectation)
where row_key in (select claim_id from claims_read)
    or row_key not in (select claim_id from current_claims)
order by table_name, row_key, expectation
