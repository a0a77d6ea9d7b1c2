-- One row a word of a form of a name.
with names as (
    select entity_id, label as name from entities
    union
    select entity_id, name from entity_aliases
)
select distinct unnest(to_words(name)) as word, entity_id, name
from names
