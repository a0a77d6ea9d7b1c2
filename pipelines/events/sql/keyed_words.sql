-- What each word of $texts is compared by: a ring of words that say the same, else its consonants. An abbreviation may say
-- several things.
create or replace temp macro latin_letters(word) as (
    replace(replace(replace(replace(replace(replace(replace(replace(replace(
        translate(lower(word), 'абвгґдеёжзийклмнопрстуфхцчшщъыьэюяіїє', 'abvggdeezziiklmnoprstufhqqssyyyeuaiie'),
        'shch', 's'), 'zh', 'z'), 'kh', 'h'), 'ts', 'q'), 'tch', 'q'), 'ch', 'q'), 'sh', 's'), 'ph', 'f'), 'w', 'v')
);

create or replace temp macro name_skeleton(letters) as (
    -- the first letter and the consonants, without the ending of an adjective: Микояна and Mikoyan are mkn, Mongolian and
    -- монгольский mngl
    left(
        left(letters, 1) || translate(regexp_replace(
            substr(regexp_replace(letters, '^(.{5,}?)(?:ian|ean|an|sk[a-z]{0,4})\z', '\1'), 2), '[aeiouyj]', '', 'g'
        ), 'c', 'k'),
        5
    )
);

create or replace temp table $keyed as
with
spoken as (
    select text, unnest(regexp_extract_all(text, '[\p{L}\p{N}]*\p{L}[\p{L}\p{N}]*(?:-\p{L}+)*')) as written
    from (select distinct text from $texts)
),
words as (
    -- saw-mill is saw, mill and sawmill
    select written, unnest(list_distinct(list_concat(string_split(written, '-'), [replace(written, '-', '')]))) as word
    from (select distinct written from spoken)
),
lowered as (
    select distinct word, lower(word) as small from words where length(word) > 1
),
ringed as (
    select lowered.word, support_rings.ring, 1000 as width
    from lowered
    join support_rings on support_rings.is_whole and support_rings.beginning = lowered.small
    union all
    select begun.word, support_rings.ring, begun.width
    from (
        select word, width, left(small, width) as beginning
        from (select word, small, unnest(range(3, length(small)::integer + 1)) as width from lowered)
    ) as begun
    join support_rings on not support_rings.is_whole and support_rings.beginning = begun.beginning
),
said as (
    select word, ring as key
    from ringed
    qualify rank() over (partition by word order by width desc) = 1
    union all
    select word, case when length(skeleton) < 3 then left(letters, 3) else skeleton end
    from (
        select word, letters, name_skeleton(letters) as skeleton
        from (select word, latin_letters(small) as letters from lowered where length(word) >= 4)
        anti join ringed using (word)
        anti join support_plain on support_plain.word = lower(word)
    )
    -- of short words only names are told apart by so little
    where length(skeleton) >= 4 or regexp_matches(word, '^\p{Lu}\p{Ll}{2}')
)
select spoken.text, said.key, any_value(spoken.written order by spoken.written) as written
from spoken
join words using (written)
join said using (word)
group by spoken.text, said.key;
