-- One row a word of an entity's names, whatever the form it stands in.
with
forms as (
    select entity_id, label as name from entities
    union
    select entity_id, name from entity_aliases
),
names as (
    select entity_id, list_distinct(to_words(string_agg(name, ' '))) as words
    from forms
    group by entity_id
)
select unnest(words) as word, entity_id
from names
