-- An id that was replaced stands no more, and the one that stands for it does.
-- severity: error
with standing as (
    select 'entity' as kind, entity_id as id from entities union all select 'event', event_id from events
)
select replaced_ids.old_id as row_key, replaced_ids.old_id || ' to ' || replaced_ids.new_id as reason
from replaced_ids
left join standing as old on old.kind = replaced_ids.kind and old.id = replaced_ids.old_id
left join standing as new on new.kind = replaced_ids.kind and new.id = replaced_ids.new_id
where old.id is not null or new.id is null
