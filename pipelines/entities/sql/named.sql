-- What each source tells of the persons it names: `named`, `name_lives`, `named_apart`, `name_others`.
-- an initial and a name, or two initials; what a given name's first letters mean stands in `names.py`
create or replace macro initial_fits(one, other) as
    length(one) = 1 and (left(other, 1) = one
        or (one = 'y' and (left(other, 1) = 'i' or other = 'e')) or (one = 'e' and (left(other, 2) = 'ie' or other = 'y'))
        or (one = 'i' and other = 'y') or (one = 'h' and left(other, 2) = 'kh'));

create or replace macro initials_agree(one, other) as initial_fits(one, other) or initial_fits(other, one);

create or replace macro parts_agree(one, other) as
    one is null or other is null or one = other or initials_agree(one, other)
    -- of a patronymic
    or (one = 'y' and left(other, 1) = 'e') or (other = 'y' and left(one, 1) = 'e');

-- given names (as written, and one form for all variants): an initial is that of the written form
create or replace macro givens_agree(one, one_key, other, other_key) as
    one is null or other is null or one_key = other_key or initials_agree(one, other);

-- names between given name and surname: word by word, as far as both have any
create or replace macro middles_agree(one, other) as
    parts_agree(split_part(one, ' ', 1), split_part(other, ' ', 1))
    and parts_agree(nullif(split_part(one, ' ', 2), ''), nullif(split_part(other, ' ', 2), ''));

create or replace macro is_full(part) as part is not null and length(part) > 1;

create or replace temp table named_plainly as
select
    times.*, name_keys.* exclude (kind, name, script, plain_key, head, tells, is_short, also),
    tellers.name is not null as is_teller
from (
    select source_id, name, min(came) as came, count(*) as times, bool_or(slot = 'subject') as is_subject
    from mentions
    where kind = 'person'
    group by source_id, name
) as times
join name_keys on name_keys.kind = 'person' and name_keys.name = times.name
left join (
    -- who is told as a historian or the like
    select distinct source_id, subject_text as name
    from claims
    where event_type = 'attribute' and subtype = 'occupation'
        and list_has_any(regexp_extract_all(lower(object_text), '\p{L}+'), (select list(word) from teller_words))
) as tellers on tellers.source_id = times.source_id and tellers.name = times.name;

-- Names that may stand in another case: the one nominative by which their page, or for a full name any source, knows
-- somebody, unless it knows somebody by the form itself. A subject stands in the nominative wherever it can.
create or replace temp table named_otherwise as
with
possible as (
    select named_plainly.source_id, named_plainly.name, name_cases.* exclude (name)
    from name_cases
    join named_plainly using (name)
    where not (named_plainly.is_subject and name_cases.is_plain)
),
others as (
    select source_id, name, given, given_key, patronymic, surname from named_plainly
    where source_id in (select source_id from possible)
    union
    select sources_read.source_id, key.name, key.given, key.given_key, key.patronymic, key.surname
    from sources_read
    join name_keys as key on key.kind = 'person' and key.name = sources_read.title
    where sources_read.source_id in (select source_id from possible)
),
plainly as (
    select distinct form.source_id, form.name
    from named_plainly as form
    join others
        on others.source_id = form.source_id and others.name <> form.name and others.surname = form.surname
        and (form.given is null or (is_full(others.given) and givens_agree(form.given, form.given_key, others.given, others.given_key)))
        and middles_agree(form.patronymic, others.patronymic)
    where form.name in (select name from possible)
),
known_there as (
    select distinct possible.source_id, possible.name, possible.nominative
    from possible
    join others
        on others.source_id = possible.source_id and others.name <> possible.name and others.surname = possible.surname
        and (possible.given is null
            or (is_full(others.given) and givens_agree(possible.given, possible.given_key, others.given, others.given_key)))
        and middles_agree(possible.patronymic, others.patronymic)
    union
    -- a given name alone
    select distinct possible.source_id, possible.name, possible.nominative
    from possible
    join others
        on others.source_id = possible.source_id and others.name <> possible.name and others.given_key = possible.given_key
        and is_full(others.given)
    where possible.given is null
),
known_elsewhere as (
    select distinct possible.source_id, possible.name, possible.nominative
    from possible
    join named_plainly as others
        on others.given_key = possible.given_key and others.surname = possible.surname and others.name <> possible.name
        and middles_agree(possible.patronymic, others.patronymic)
    where is_full(possible.given) and is_full(others.given)
),
found as (
    select * from known_there
    union all
    select known_elsewhere.*
    from known_elsewhere
    anti join known_there on known_there.source_id = known_elsewhere.source_id and known_there.name = known_elsewhere.name
),
chosen as (
    select found.source_id, found.name, any_value(found.nominative) as nominative
    from found
    anti join plainly on plainly.source_id = found.source_id and plainly.name = found.name
    group by found.source_id, found.name
    having count(distinct found.nominative) = 1
)
select chosen.source_id, name_cases.*
from chosen
join name_cases using (name, nominative);

create or replace temp table named as
select
    keyed.* exclude (given_key, is_subject),
    case when keyed.given is not null then keyed.given_key end as given_key,
    -- a name of one word may be a given name
    case when keyed.given is null then keyed.given_key end as alone_key
from (
    from named_plainly
    anti join named_otherwise
        on named_otherwise.source_id = named_plainly.source_id and named_otherwise.name = named_plainly.name
    union all by name
    select named_plainly.* replace (
        other.given as given, other.given_key as given_key, other.patronymic as patronymic, other.surname as surname,
        other.epithet as epithet, other.other_surnames as other_surnames, other.told_surnames as told_surnames
    )
    from named_plainly
    join named_otherwise as other using (source_id, name)
) as keyed;

-- the life each source gives a person, as bounds
create or replace temp table name_lives as
select
    source_id,
    subject_text as name,
    min(date_earliest) filter (where event_type = 'birth') as born_from,
    max(date_latest) filter (where event_type = 'birth') as born_to,
    min(date_earliest) filter (where event_type in ('death', 'execution')) as died_from,
    max(date_latest) filter (where event_type in ('death', 'execution')) as died_to,
    min(date_earliest) filter (where is_deed) as active_from,
    max(date_latest) filter (where is_deed) as active_to
from (
    select claims.*,
        date_latest - date_earliest <= 366 and (
            event_type in (select event_type from living_types)
            -- who writes in a reference of a page lives then
            or (event_type = 'publication' and reference_number is not null)
        ) as is_deed
    from claims
)
where date_edtf is not null and modality = 'asserted'
group by source_id, subject_text;

create or replace temp table kin as
select distinct claims.source_id, claims.subject_text as name, objects.name as relative,
    case when claims.event_type = 'marriage' then 'spouse' else claims.subtype end as relation
from claims
join mentions as objects on objects.claim_id = claims.claim_id and objects.slot = 'object' and objects.kind = 'person'
where claims.event_type in ('kinship', 'marriage');

-- surnames that one named by a word alone has of parents, children, brothers and sisters
create or replace temp table kin_surnames as
with
relatives as (
    select source_id, name, relative from kin where relation in ('child', 'parent', 'sibling')
    union
    select source_id, relative, name from kin where relation in ('child', 'parent', 'sibling')
),
shared as (
    select relatives.source_id, relatives.relative as name, key.surname
    from relatives
    join named as key on key.source_id = relatives.source_id and key.name = relatives.name
    join named on named.source_id = relatives.source_id and named.name = relatives.relative
    where key.given is not null and key.surname is not null and named.alone_key is not null
        and named.surname <> key.surname
)
select distinct source_id, name, unnest([surname, surname || 'a', regexp_replace(surname, 'a$', '')]) as surname
from shared;

-- two names in one claim are two persons; so are a wife and a child
create or replace temp table named_apart as
with
pairs as (
    select one.source_id, one.name as one, other.name as other
    from mentions as one
    join mentions as other on other.claim_id = one.claim_id and other.name <> one.name
    where one.kind = 'person' and other.kind = 'person'
    union
    select one.source_id, one.relative, other.relative
    from kin as one
    join kin as other
        on other.source_id = one.source_id and other.name = one.name and other.relation <> one.relation
        and other.relative <> one.relative
)
select distinct source_id, one, other from pairs;

-- further surnames: told by the name itself, by a claim of a name, or by marriage
create or replace temp table name_others as
with
spouses as (
    select distinct claims.source_id, claims.subject_text as one, objects.name as other
    from claims
    join mentions as objects on objects.claim_id = claims.claim_id and objects.slot = 'object' and objects.kind = 'person'
    where claims.event_type = 'marriage' or (claims.event_type = 'kinship' and claims.subtype = 'spouse')
),
wed as (
    select spouses.source_id, spouses.one as name, key.surname
    from spouses join named as key on key.source_id = spouses.source_id and key.name = spouses.other
    union
    select spouses.source_id, spouses.other, key.surname
    from spouses join named as key on key.source_id = spouses.source_id and key.name = spouses.one
)
select source_id, name, surname, bool_or(is_told) as is_told
from (
    select source_id, name, unnest(other_surnames) as surname, false as is_told from named where named.surname is not null
    union all
    select source_id, name, unnest(told_surnames), true from named
    union all
    select claims.source_id, claims.subject_text, key.surname, true
    from claims
    join name_keys as key on key.kind = 'person' and key.name = claims.object_text
    where claims.event_type = 'attribute' and claims.subtype = 'name' and is_full(key.given)
    union all
    -- Slavic wives have their husband's surname in its feminine form
    select source_id, name, unnest([surname, surname || 'a', regexp_replace(surname, '(?:i|ii)$', 'aia'),
        regexp_replace(surname, 'a$', ''), regexp_replace(surname, 'aia$', 'i')]), false
    from wed where surname is not null
)
where surname is not null
group by source_id, name, surname;
