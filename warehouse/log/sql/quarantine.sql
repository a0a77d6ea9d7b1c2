-- One row set aside now, and since when.
select table_name, row_key, expectation, reason, tx
from log_quarantine
qualify row_number() over (partition by table_name, row_key, expectation order by tx desc) = 1 and action = 'set_aside'
