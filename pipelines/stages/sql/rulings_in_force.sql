-- The rulings that stand in the log.
select ruling_id, kind, target, column_name, value, author, reason, path, 'active' as status, first_tx
from current_rulings
