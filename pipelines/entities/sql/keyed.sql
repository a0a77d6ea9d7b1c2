-- Each mention with the key of the entity it belongs to, before any ruling.
create or replace temp table keyed as
select
    mentions.*,
    case mentions.kind
        when 'person' then 'person ' || person_names.person_key
        else mentions.kind || ' ' || name_keys.plain_key
    end as entity_key
from mentions
join name_keys using (kind, name)
left join person_names
    on mentions.kind = 'person'
    and person_names.source_id = mentions.source_id
    and person_names.name = mentions.name;
