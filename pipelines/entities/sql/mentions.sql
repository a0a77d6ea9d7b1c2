-- One row a place in a claim that names an entity: who, in which part, in which source, as what kind.
create or replace temp table mentions as
with
subjects as (
    select claims.claim_id, 'subject' as slot, -1 as ordinal, claims.source_id,
        coalesce(own.kind, usual.kind) as kind, claims.subject_text as name
    from claims
    left join slot_kinds as own on own.slot = 'subject' and own.word = claims.event_type
    cross join (select kind from slot_kinds where slot = 'subject' and word = 'default') as usual
),
objects as (
    -- a part's value is the page's name for what its words name
    select claims.claim_id, 'object' as slot, -2 as ordinal, claims.source_id, slot_kinds.kind,
        coalesce(parts.value, claims.object_text) as name
    from claims
    join slot_kinds on slot_kinds.slot = 'object' and slot_kinds.word = claims.event_type
    left join (
        select claim_id, any_value(value) as value from claim_parts where part = 'object' group by claim_id having count(*) = 1
    ) as parts on parts.claim_id = claims.claim_id and slot_kinds.kind = 'person'
    where claims.object_text is not null and not claims.is_quotation
),
places as (
    select claim_id, 'place' as slot, -3 as ordinal, source_id, 'place' as kind, place_text as name
    from claims
    where place_text is not null
),
participants as (
    select claim_parts.claim_id, 'part' as slot, claim_parts.ordinal, claims.source_id, slot_kinds.kind,
        coalesce(claim_parts.value, claim_parts.text) as name
    from claim_parts
    join claims using (claim_id)
    join slot_kinds on slot_kinds.slot = 'participant' and slot_kinds.word = claim_parts.role
    where claim_parts.part = 'participant' and claim_parts.text is not null
),
every as (
    from subjects union all from objects union all from places union all from participants
)
-- Words that name nothing by themselves stay words of their claim: a body, place, award or work in small letters
-- («admission», «at the front», «poems»), and the nouns for any office at all («two critical positions»).
select
    every.* exclude (is_small, head, all_words) replace (
        -- a crowd told without a name is no person
        case
            when kind = 'person' and slot = 'subject' and is_small
                and not exists (select 1 from sources_read where sources_read.title = every.name) then 'group'
            else kind
        end as kind
    ),
    claim_order.ordinal * 1000 + every.ordinal + 10 as came
from (
    select
        *,
        regexp_matches(name, '\p{Ll}') and not regexp_matches(name, '\p{Lu}') as is_small,
        -- the last word before "of" and the like
        regexp_extract(regexp_replace(name, '\s(?:of|in|for|at|on|over|within|with)\s.*', ''), '(\S+)\s*$', 1) as head,
        regexp_extract_all(lower(name), '[\p{L}\p{N}]+') as all_words
    from every
) as every
join claim_order using (claim_id)
where trim(every.name) <> ''
    and not (is_small and kind in ('place', 'award', 'work'))
    and not (is_small and kind = 'body' and not list_has_any(all_words, (select list(word) from body_words)))
    and not (kind = 'place' and regexp_matches(name, '^\p{Ll}.*\s\p{Ll}+$') and not list_has_any(all_words, (select list(word) from region_words)))
    and not (kind = 'place' and regexp_matches(name, '[’'']s\s+\p{Ll}+$'))
    and not (kind in ('office', 'body') and head in (select word from naming_nothing));
