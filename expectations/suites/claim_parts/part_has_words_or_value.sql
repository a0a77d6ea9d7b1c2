-- Every part has words or a value.
-- severity: error
-- check: parts_stand_where_they_say
select concat_ws(' ', claim_id, ordinal) as row_key, part as reason
from claim_parts
where text is null and value is null and entity_id is null
