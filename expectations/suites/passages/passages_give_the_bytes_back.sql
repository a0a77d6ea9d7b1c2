-- Joined, the passages of a source in UTF-8 are the bytes as archived: they have the source's digest.
-- severity: error
-- check: passages_give_the_text_back
-- of one source
with joined as (
    -- an ordered string_agg holds all texts several times over; a list that is sorted holds them once
    select
        source_id,
        array_to_string(
            list_transform(list_sort(list({'ordinal': ordinal, 'text': text})), lambda passage: passage.text), ''
        ) as text
    from passages
    group by source_id
)
select sources.source_id as row_key, sources.path as reason
from sources
join joined using (source_id)
where sources.encoding = 'utf-8' and sources.status = 'normalized' and sources.member is null
    -- a leading byte order mark is dropped from the text
    and sources.sha256 not in (sha256(joined.text), sha256(chr(65279) || joined.text))
