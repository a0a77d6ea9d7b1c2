-- The words that stand in a source where the reading names a person: `mention_words` (claim_id, slot, ordinal, name). Of the
-- words for a subject only those are a form of its name that share a part with it; "he" and "all five" share none.
create or replace temp table mention_words as
with
told as (
    select claims.claim_id, 'subject' as slot, -1 as ordinal, claims.subject_text as meant, claim_parts.text as name
    from claim_parts
    join claims using (claim_id)
    where claim_parts.part in ('subject', 'antecedent') and claim_parts.text <> claims.subject_text
),
subject_words as (
    select distinct told.claim_id, told.slot, told.ordinal, told.name
    from told
    join (
        select name, given_key, surname, other_surnames from name_keys where kind = 'person'
        union all
        select name, given_key, surname, other_surnames from name_cases
    ) as form using (name)
    join name_keys as meant on meant.kind = 'person' and meant.name = told.meant
    where form.surname in (meant.surname, meant.given_key)
        or list_contains(meant.other_surnames, form.surname) or list_contains(form.other_surnames, meant.surname)
        or form.given_key in (meant.given_key, meant.surname)
),
other_words as (
    select mentions.claim_id, mentions.slot, mentions.ordinal, claim_parts.text as name
    from mentions
    join claim_parts on claim_parts.claim_id = mentions.claim_id
        and ((mentions.slot = 'part' and claim_parts.ordinal = mentions.ordinal)
            or (mentions.slot = 'object' and claim_parts.part = 'object'))
    where mentions.kind = 'person' and claim_parts.value = mentions.name and claim_parts.text <> mentions.name
        and regexp_matches(claim_parts.text, '^\p{Lu}')
)
from subject_words
union all
from other_words;
