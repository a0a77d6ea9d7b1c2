-- Within one event that befalls a person in one place: places that are not the same, and of which neither holds the other.
create or replace temp table place_words as
-- a place by its own name and the names told with it, in letters that scripts share
select
    name,
    string_split(plain_key, ' ') as words,
    list_filter(string_split(plain_key, ' '), lambda word: length(word) > 2)[1] as first_word,
    regexp_matches(string_split(name, ',')[1], '$wide_place|$inner_place', 'i') as is_wide
from name_keys
where kind = 'place';

create or replace temp table stated_places as
select
    grouped.group_key, told.group_type, told.place_id, told.place_text, min(told.came) as came,
    count(*) over (partition by grouped.group_key) as value_count,
    row_number() over (partition by grouped.group_key order by count(*) desc, min(told.came)) as place
from several_told
join grouped using (group_key)
join told using (came)
where list_contains($placed, told.group_type) and told.modality = 'asserted' and told.place_text is not null
    and not told.is_crowd
group by grouped.group_key, told.group_type, told.place_id, told.place_text;

create or replace temp table holding as
-- that one place holds the other is known wherever a source names both together
select distinct
    place_words.words[1] as inner_word, unnest(place_words.words[2:]) as outer_word
from place_words
where place_words.words[1] in (
    select words[1] from place_words join stated_places on place_words.name = stated_places.place_text
    where stated_places.value_count > 1
);

create or replace temp table found_places as
with
pairs as (
    select one.group_key, one.came as one_came, other.came as other_came,
        one.place_text as one_text, other.place_text as other_text
    from stated_places as one
    join stated_places as other on other.group_key = one.group_key and other.place > one.place
    join place_words as one_words on one_words.name = one.place_text
    join place_words as other_words on other_words.name = other.place_text
    left join holding as inside
        on inside.inner_word = one_words.first_word and inside.outer_word = other_words.first_word
    left join holding as around
        on around.inner_word = other_words.first_word and around.outer_word = one_words.first_word
    where (one.value_count <= 6 or one.place = 1)
        and one.place_id is distinct from other.place_id
        and not list_contains(one_words.words, other_words.first_word)
        and not list_contains(other_words.words, one_words.first_word)
        and inside.inner_word is null and around.inner_word is null
        and not (one_words.is_wide or other_words.is_wide)
        -- endings of a language apart, it is the same name
        and left(one_words.first_word, 4) <> left(other_words.first_word, 4)
)
select
    event_keys.event_id, null::varchar as other_event_id, 'place' as kind, 'impossible' as strength,
    'unexplained' as explanation, 'open' as status, 'Neither place names the other.' as evidence,
    one_text || ' / ' || other_text as pair,
    unnest([one_came, other_came]) as came,
    unnest([one_text, other_text]) as stated_value
from pairs
join event_keys using (group_key);
