-- Every entity is named by some claim or is the subject of a page.
-- severity: warning
with named as (
    select subject_id as entity_id from claims union select object_id from claims union select place_id from claims
    union select entity_id from claim_parts union select subject_id from sources
)
select entities.entity_id as row_key, entities.kind || ' ' || entities.label as reason
from entities
anti join named on named.entity_id = entities.entity_id
