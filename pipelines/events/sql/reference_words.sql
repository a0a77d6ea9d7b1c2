-- What the references of a page name: days, months, years, figures, and words by what they are compared by; and how much
-- each tells, the more the fewer references of the page have it.
create or replace temp table reference_words as
-- what the words of a reference name: days, months, years, figures, and words by what they are compared by
with
dated as (
    select citation_id, source_id, unnest(list_concat(
        regexp_extract_all(small, '\b\d{1,2} \p{L}{3,9}\.?(?: \d{4}\b)?'),
        list_transform(
            regexp_extract_all(small, '\b\p{L}{3,9} \d{1,2}(?:st|nd|rd|th)?\b(?:, \d{4}\b)?'),
            lambda one: regexp_replace(one, '^(\p{L}+) (\d+)(?:st|nd|rd|th)?,?', '\2 \1')
        ),
        list_transform(regexp_extract_all(small, '\b\p{L}{3,9} \d{4}\b'), lambda one: '0 ' || one),
        list_transform(
            regexp_extract_all(small, '\b\d{1,2}\.\d{1,2}\.\d{4}\b'),
            lambda one: regexp_replace(one, '^(\d+)\.(\d+)\.(\d+)\z', '\1 month\2 \3')
        )
    )) as day
    from reference_texts
),
months as (
    select unnest($months) || '|^month0?' || unnest(range(1, 13)) || '\z' as pattern, unnest(range(1, 13)) as month
),
days as (
    select
        citation_id, source_id, try_cast(split_part(day, ' ', 1) as integer) as day, month::integer as month,
        try_cast(split_part(day, ' ', 3) as integer) as year
    from dated
    join months on regexp_matches(split_part(day, ' ', 2), '^(' || pattern || ')')
)
select citation_id, source_id, 'day' as kind, format('{:04d}-{:02d}-{:02d}', year, month, day) as word, null as written
from days
where day > 0 and year is not null
union
select citation_id, source_id, 'day_of_year', format('{:02d}-{:02d}', month, day), null
from days
where day > 0
union
select citation_id, source_id, 'month', format('{:04d}-{:02d}', year, month), null
from days
where year is not null
union
select citation_id, source_id, 'figure', unnest(list_concat(
    list_transform(
        regexp_extract_all(small, '\d{1,3}(?:[,. \x{a0}]\d{3})+'), lambda one: regexp_replace(one, '[^0-9]', '', 'g')
    ),
    list_transform(
        regexp_extract_all(small, '\d+(?:[.,]\d+)? (?:тыс|thousand)'),
        lambda one: (replace(regexp_extract(one, '[\d.,]+'), ',', '.')::decimal(18, 3) * 1000)::bigint::varchar
    ),
    list_transform(
        regexp_extract_all(small, '\d+(?:[.,]\d+)? (?:млн|миллион|мільйон|million)'),
        lambda one: (replace(regexp_extract(one, '[\d.,]+'), ',', '.')::decimal(18, 3) * 1000000)::bigint::varchar
    )
)), null
from reference_texts
union
select citation_id, source_id, 'year', unnest(list_concat(
    regexp_extract_all(small, '\b[12]\d{3}\b'),
    -- the second year of 1946–47
    list_transform(
        regexp_extract_all(small, '\b[12]\d{3}[-–—/]\d{2}\b'), lambda one: left(one, 2) || right(one, 2)
    )
)), null
from reference_texts
union
select citation_id, source_id, 'word', keyed.key, keyed.written
from reference_texts
join reference_keys as keyed using (text);

create or replace temp table page_sizes as
-- what a word tells that stands in one reference of a page; less where the page has few
select source_id, size, ln(size + 2) / ln(size + 6) as weight
from (select source_id, count(*) as size from reference_texts group by source_id);

create or replace temp table rare_words as
-- without the names of whom the page is about: they stand in all its references
with
titles as (
    select sources_resolved.source_id, title_keys.key
    from sources_resolved
    join title_keys on title_keys.text = sources_resolved.title
)
select
    reference_words.*,
    ln((size + 2) / count(*) over (partition by source_id, kind, word)) / ln(size + 6) as weight
from reference_words
join page_sizes using (source_id)
anti join titles on titles.source_id = reference_words.source_id and titles.key = reference_words.word
    and reference_words.kind = 'word';
