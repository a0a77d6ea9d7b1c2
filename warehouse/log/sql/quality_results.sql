-- One row a check in a validation: all that were ever recorded.
select check_id, tx, suite, expectation, table_name, severity, success, observed, failing_count
from log_quality_results
