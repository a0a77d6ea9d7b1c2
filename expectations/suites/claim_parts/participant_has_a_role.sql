-- Every participant and attribute says which one it is.
-- severity: error
-- check: parts_stand_where_they_say
select concat_ws(' ', claim_id, ordinal) as row_key, part as reason
from claim_parts
where part in ('participant', 'attribute') and role is null
