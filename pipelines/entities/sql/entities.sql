-- Entities get their id (from the first mention ever asserted) and their label.
create or replace temp table entity_keys as
select
    entity_key,
    any_value(kind) as kind,
    'e' || substr(sha256(arg_min(claim_id || ' ' || slot || ' ' || ordinal, came)), 1, 12) as entity_id
from keyed
group by entity_key;

create or replace temp table entities as
with
forms as (
    select
        entity_keys.entity_id,
        entity_keys.kind,
        keyed.name,
        bool_or(sources_read.title = keyed.name and keyed.kind = 'person') as is_title,
        bool_or(name_keys.script = 'Latn') as is_latin,
        bool_or(name_keys.given is not null or keyed.kind <> 'person') as is_full,
        count(*) as times,
        min(keyed.came) as came
    from keyed
    join entity_keys using (entity_key)
    join name_keys on name_keys.kind = keyed.kind and name_keys.name = keyed.name
    join sources_read on sources_read.source_id = keyed.source_id
    group by all
)
select entity_id, any_value(kind) as kind, arg_min(name, rank) as label
from (
    select *, row_number() over (
        partition by entity_id order by is_title desc, is_latin desc, is_full desc, times desc, came
    ) as rank
    from forms
)
group by entity_id;

create or replace temp table entity_aliases as
with
named_keys as (
    select source_id, name, 'person ' || person_key as entity_key, reason from person_names
    union all
    select source_id, name, kind || ' ' || thing_key, reason from thing_names
),
forms as (
    select entity_keys.entity_id, keyed.name, keyed.source_id, keyed.claim_id, keyed.came,
        coalesce(named_keys.reason, 'a ruling') as reason
    from keyed
    join entity_keys using (entity_key)
    left join named_keys
        on named_keys.source_id = keyed.source_id and named_keys.name = keyed.name
        and named_keys.entity_key = keyed.entity_key
    union all
    select entity_keys.entity_id, mention_words.name, keyed.source_id, keyed.claim_id, keyed.came,
        'the words for ' || keyed.name || ' there'
    from mention_words
    join keyed using (claim_id, slot, ordinal)
    join entity_keys using (entity_key)
    union all
    -- a claim of a name gives its person a further form
    select entity_keys.entity_id, claims.object_text, claims.source_id, claims.claim_id, keyed.came,
        'said to be a name of ' || keyed.name
    from claims
    join keyed on keyed.claim_id = claims.claim_id and keyed.slot = 'subject'
    join entity_keys using (entity_key)
    where claims.event_type = 'attribute' and claims.subtype = 'name' and claims.object_text is not null
),
told as (
    select entity_id, name, source_id, arg_min(claim_id, came) as claim_id, arg_min(reason, came) as reason
    from forms
    group by entity_id, name, source_id
),
scripts as (
    select name, any_value(script) as script from name_keys group by name
)
select
    told.entity_id,
    told.name,
    told.source_id,
    -- letters that one language only has; else the language of the passage, where it is written in that script
    case
        when scripts.script = 'Cyrl' and regexp_matches(told.name, '[іїєґІЇЄҐ]') then 'uk'
        when scripts.script = 'Cyrl' and regexp_matches(told.name, '[ўЎ]') then 'be'
        when scripts.script = 'Cyrl' and regexp_matches(told.name, '[ђћљњџјЂЋЉЊЏЈ]') then 'sr'
        when scripts.script = 'Cyrl' and passages.language in ('ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk') then passages.language
        when scripts.script = 'Cyrl' then 'ru'
        when scripts.script = 'Grek' then 'el'
        when scripts.script = 'Hebr' then 'he'
        when scripts.script = 'Latn' and passages.language not in ('ru', 'uk', 'be', 'bg', 'mk', 'kk', 'el', 'he', 'ar')
            then passages.language
        when scripts.script = 'Latn' then 'en'
    end as language,
    scripts.script,
    told.claim_id,
    told.reason
from told
left join scripts using (name)
join claims using (claim_id)
left join passages on passages.passage_id = claims.passage_id;

create or replace temp table replaced_ids (old_id varchar, kind varchar, new_id varchar, tx bigint);
