-- No row had to be set aside but those a curator rejected.
-- severity: warning
select concat_ws(' ', table_name, row_key, expectation) as row_key, reason as reason
from quarantine
where expectation not like 'ruling %'
