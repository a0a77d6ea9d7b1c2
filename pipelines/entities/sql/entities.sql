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
forms as (
    select entity_keys.entity_id, keyed.name, keyed.source_id, keyed.claim_id, keyed.came
    from keyed join entity_keys using (entity_key)
    union all
    -- a claim of a name gives its person a further form
    select entity_keys.entity_id, claims.object_text, claims.source_id, claims.claim_id, keyed.came
    from claims
    join keyed on keyed.claim_id = claims.claim_id and keyed.slot = 'subject'
    join entity_keys using (entity_key)
    where claims.event_type = 'attribute' and claims.subtype = 'name' and claims.object_text is not null
)
select
    forms.entity_id,
    forms.name,
    forms.source_id,
    case when regexp_matches(forms.name, '[Ѐ-ӿ]') then 'ru' when regexp_matches(forms.name, '[A-Za-z]') then 'en' end
        as language,
    case when regexp_matches(forms.name, '[Ѐ-ӿ]') then 'Cyrl' when regexp_matches(forms.name, '[A-Za-z]') then 'Latn' end
        as script,
    arg_min(forms.claim_id, forms.came) as claim_id
from forms
group by forms.entity_id, forms.name, forms.source_id;

create or replace temp table replaced_ids (old_id varchar, kind varchar, new_id varchar, tx bigint);
