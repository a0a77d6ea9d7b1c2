-- Who speaks in each claim (`speakers`). A page speaks for itself, unless what it says is what a reference says: one it
-- stands in, one whose mark it carries, or one of its own page that tells the same event with the same date. Pages that
-- tell an event in the same run of words are one witness.
create or replace temp table works as
-- the works that references name: one work under a title in one site, however often it is cited
select
    citations.source_id,
    citations.reference_number,
    min(citations.title) as title,
    'work ' || coalesce(
        min(nullif(regexp_replace(
            lower(regexp_replace(citations.title, '^\s*[\[(](pdf|doc|djvu|epub)[\])]\s*', '', 'i')), '[^\p{L}\p{N}]+', ' ', 'g'
        ), '')),
        citations.source_id || ' ' || citations.reference_number
    ) as work
from citations
group by citations.source_id, citations.reference_number;

create or replace temp table widely_cited as
-- of the works a claim can rest on, the one most pages cite speaks, so that two pages that share one share it here
select source_id, reference_number, title, work, count(distinct source_id) over (partition by work) as page_count
from works;

create or replace temp table resting as
with
carried as (
    select came, source_id, reference_number from told where reference_number is not null
    union
    select told.came, told.source_id, try_cast(claim_parts.value as bigint)
    from claim_parts
    join told using (claim_id)
    where claim_parts.part = 'attribute' and claim_parts.role = 'reference'
),
by_event as (
    -- what a page says in its own words and one of its references says, too
    select prose.came, prose.source_id, quoted.reference_number
    from told as quoted
    join grouped as quoted_group on quoted_group.came = quoted.came
    join grouped as prose_group on prose_group.group_key = quoted_group.group_key
    join told as prose on prose.came = prose_group.came
    where quoted.passage_kind = 'reference' and quoted.reference_number is not null
        and prose.source_id = quoted.source_id and prose.passage_kind <> 'reference' and prose.reference_number is null
        and prose.modality = quoted.modality
        -- a reference that tells no day is not what the page has its day from
        and (prose.date_edtf = quoted.date_edtf or prose.date_edtf is null)
)
select came, min_by(reference_number, (-page_count, work, reference_number)) as reference_number,
    min_by(work, (-page_count, work)) as work
from (from carried union from by_event)
join widely_cited using (source_id, reference_number)
group by came;

create or replace temp table own_voices as
select told.came, told.source_id, hash(coalesce(resting.work, 'source ' || told.source_id)) as speaker
from told
left join resting using (came);

create or replace temp table shared_words as
-- what a page tells in a run of eight words that an earlier page has, too; looked for where they have eight words in common
with
several as (
    select group_key from grouped join told using (came)
    where told.passage_kind = 'paragraph'
    group by group_key having min(told.source_id) <> max(told.source_id)
),
told_at_length as (
    select
        grouped.group_key, told.came, told.source_id, own_voices.speaker,
        string_split(lower(claims.quote), ' ') as words,
        row_number() over (partition by grouped.group_key order by told.came) as place
    from several
    join grouped using (group_key)
    join told using (came)
    join own_voices using (came)
    join claims using (claim_id)
    where told.passage_kind = 'paragraph'
),
alike as (
    select other.came, one.came as first_came, one.source_id as first_source_id, one.speaker, one.words,
        other.words as other_words
    from told_at_length as one
    join told_at_length as other
        on other.group_key = one.group_key and other.source_id <> one.source_id and other.place > one.place
    -- of an event told by many, the first tellings are what the others can have copied
    where one.place <= 8 and length(one.words) >= 8 and length(other.words) >= 8 and one.speaker <> other.speaker
        and length(list_intersect(one.words, other.words)) >= 8
)
select came, arg_min(speaker, first_came) as first_speaker, min(first_came) as first_came
from alike
where list_has_any(
    list_transform(range(1, length(words) - 6), lambda i: words[i:i + 7]),
    list_transform(range(1, length(other_words) - 6), lambda i: other_words[i:i + 7])
)
group by came;

create or replace temp table speakers as
select own_voices.came, coalesce(earlier.first_speaker, shared_words.first_speaker, own_voices.speaker) as speaker
from own_voices
left join shared_words on shared_words.came = own_voices.came
left join shared_words as earlier on earlier.came = shared_words.first_came;

create or replace temp table witness_names as
-- the page that copied speaks with the voice it shares; shown is the one that came first
select
    spoken.speaker,
    'w' || substr(sha256(coalesce(min(resting.work), 'source ' || min(own.source_id))), 1, 12) as witness_id,
    min(resting.work) as work
from (select distinct speaker from speakers) as spoken
join own_voices as own using (speaker)
left join resting on resting.came = own.came
group by spoken.speaker;

create or replace temp table witnesses as
with
told_by as (
    select
        speakers.speaker,
        count(distinct told.source_id) as source_count,
        min(told.source_id) as source_id,
        arg_min(resting.reference_number, told.came) as reference_number
    from speakers
    join told using (came)
    left join resting using (came)
    group by speakers.speaker
),
cited as (
    select work, min(widely_cited.title) as title, string_agg(
        distinct reference_number || ' of ' || path, ', ' order by reference_number || ' of ' || path
    ) as places
    from widely_cited join sources_read using (source_id)
    where work in (select work from witness_names where work is not null)
    group by work
),
copies as (
    select speakers.speaker, arg_min(claims.quote, told.came) as said,
        string_agg(distinct sources_read.path, ' and ' order by sources_read.path) as paths
    from (select came, unnest([came, first_came]) as told_came from shared_words) as shared_words
    join speakers on speakers.came = shared_words.came
    join told on told.came = shared_words.told_came
    join sources_read using (source_id)
    join claims on claims.claim_id = told.claim_id
    group by speakers.speaker
)
select
    witness_names.witness_id,
    coalesce(min(cited.title), min(sources_read.title), min(sources_read.path)) as label,
    case
        when any_value(copies.said) is not null then 'copied_words'
        when sum(told_by.source_count) > 1 then 'shared_reference'
        else 'source'
    end as basis,
    case
        when any_value(copies.said) is not null
            then min(copies.paths) || ' tell it in the same words (“' || min(copies.said) || '”).'
        when any_value(witness_names.work) is null then 'The page ' || min(sources_read.path) || ' itself.'
        else 'Reference ' || min(cited.places) || '.'
    end as evidence
from told_by
join witness_names using (speaker)
join sources_read using (source_id)
left join cited using (work)
left join copies using (speaker)
group by witness_names.witness_id;
