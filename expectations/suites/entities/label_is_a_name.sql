-- Every entity is shown by a name.
-- severity: error
select entity_id as row_key, kind as reason
from entities
where trim(label) = ''
