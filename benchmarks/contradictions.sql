-- One row a claim of pages of fifteen: what resolving entities hands on. Pages 8 and 9 of ten tell persons 6 and 7 again.
create table pages as
select
    page,
    's' || substr(sha256(page::varchar), 1, 12) as source_id,
    (page // 10) * 8 + case when page % 10 >= 8 then page % 10 - 2 else page % 10 end as person,
    page % 10 >= 8 as is_second
from range(getvariable('pages')) as made(page);

create table lives as
select
    *,
    'e' || substr(sha256('person ' || person), 1, 12) as subject_id,
    date '1800-01-01' + (hash(person) % 40000)::integer as born,
    'Person ' || person as name
from pages;

create table told_claims as
select
    *,
    hash(person, slot) as fate,
    -- what the second telling has otherwise: one claim in ten
    is_second and hash(page, slot, 'differs') % 10 = 0 as is_other
from lives, range(15) as slots(slot);

create table dated as
select
    *,
    case slot
        when 0 then born when 1 then born + 22000 + (fate % 4000)::integer when 6 then born + 12000 when 7 then born + 14000
        when 8 then born + 15000 when 9 then born + 15200 when 10 then born + 9000 when 12 then born + 8000
    end + case when is_other then case when fate % 3 = 0 then 13 else 1 + (fate % 20)::integer end else 0 end as day,
    case slot when 2 then year(born) + 30 when 3 then year(born) + 30 when 4 then year(born) + 36 when 5 then year(born) + 41
        when 13 then year(born) + 18 end + case when is_other then 2 else 0 end as first_year,
    case slot when 2 then year(born) + 35 when 4 then year(born) + 41 when 13 then year(born) + 22 end as last_year
from told_claims;

create view claims as
select
    'c' || lpad((page * 15 + slot)::varchar, 16, '0') as claim_id,
    ['birth', 'death', 'tenure', 'appointment', 'tenure', 'departure', 'award', 'award', 'arrest', 'trial', 'marriage',
        'kinship', 'membership', 'education', 'action'][slot + 1] as event_type,
    ['life', 'life', 'career', 'career', 'career', 'career', 'honours', 'honours', 'justice', 'justice', 'life', 'life',
        'career', 'life', 'public'][slot + 1] as family,
    case slot when 11 then 'child' when 12 then 'joined' when 5 then 'dismissed' end as subtype,
    'asserted' as modality,
    false as is_quotation,
    name as subject_text,
    subject_id,
    case
        when slot in (2, 3) then 'Governor of Province ' || fate % 5000
        when slot in (4, 5) then 'Director of Works ' || hash(person) % 9000
        when slot in (6, 7) then 'Order of Merit ' || fate % 300
        when slot = 10 then 'Spouse' || (fate % 90000 + is_other::integer) || ' Family' || fate % 7000
        when slot = 11 then 'Child' || fate % 90000 || ' Family' || fate % 7000
        when slot = 12 then 'Society ' || fate % 800 when slot = 13 then 'University ' || fate % 400
        when slot = 14 then 'bridges'
    end as object_text,
    case when slot in (2, 3, 4, 5, 6, 7, 10, 11, 12, 13) then 'e' || substr(sha256(object_text), 1, 12) end as object_id,
    case when slot in (0, 1, 8, 9, 10) then 'Town ' || (fate % 3000 + is_other::integer) || ', Province ' || fate % 90 end
        as place_text,
    'e' || substr(sha256(place_text), 1, 12) as place_id,
    coalesce(
        strftime(day, '%-d %B %Y'), first_year || ' to ' || last_year, first_year::varchar
    ) as date_text,
    coalesce(day::varchar, first_year || '/' || last_year, first_year::varchar) as date_edtf,
    coalesce(day, make_date(first_year::integer, 1, 1)) as date_earliest,
    case when last_year is not null then make_date(first_year::integer, 12, 31) end as date_start_latest,
    case when last_year is not null then make_date(last_year::integer, 1, 1) end as date_end_earliest,
    coalesce(day, make_date(coalesce(last_year, first_year)::integer, 12, 31)) as date_latest,
    case when day is not null then 'day' when last_year is not null then 'interval' else 'year' end as date_precision,
    null::varchar as date_qualifier,
    'unstated' as calendar,
    'explicit' as date_basis,
    null::varchar as duration,
    case when slot = 14 then (3 + fate % 20 + is_other::integer * 5)::varchar end as figure_text,
    figure_text::double as figure_value,
    null::double as figure_low,
    null::double as figure_high,
    null::varchar as figure_qualifier,
    null::varchar as figure_unit,
    case when slot = 14 then 'bridges' end as figure_measure,
    source_id,
    page || '.txt' as source_path,
    null::bigint as reference_number,
    source_id || '.' || slot // 3 as passage_id,
    case page % 4
        when 0 then name || ' then came to ' || coalesce(object_text, place_text) || ' on ' || coalesce(date_text, 'some day')
            || ', as the chronicle of those years remembers it'
        when 1 then 'It was ' || coalesce(date_text, 'long after') || ' before ' || name || ' was seen at '
            || coalesce(object_text, place_text) || ' again'
        when 2 then coalesce(date_text, 'Later') || ': ' || coalesce(object_text, place_text) || ' (' || name || ')'
        else 'Of ' || coalesce(object_text, place_text) || ' the papers of ' || name || ' say little but the date, '
            || coalesce(date_text, 'which is lost')
    end as quote,
    10 * slot as quote_start,
    10 * slot + 9 as quote_end
from dated
order by page, slot;

create view claim_order as
select claim_id, 1::bigint as first_tx, row_number() over (order by claim_id) as ordinal from claims;

create view passages as
select
    source_id || '.' || part as passage_id, source_id, 'paragraph' as kind,
    case when part > 0 then 'Life' end as section_path, 0 as passage_start, 200 as passage_end, 'text' as text
from pages, range(5) as parts(part);

create view claim_parts as
select claim_id, 0::bigint as ordinal, 'date' as part, null::varchar as role, date_text as text, 0::bigint as part_start,
    length(date_text)::bigint as part_end, null::varchar as entity_id, null::varchar as value
from claims where date_text is not null;

create view citations as
select source_id || '.r1' as citation_id, source_id, 1::bigint as reference_number, 'Lives ' || page % 1000 as title,
    'A life of ' || page as snippet, null::varchar as site
from pages;

create view sources_resolved as
select source_id, page || '.txt' as path, name as title, subject_id, 'unstated' as authorship from lives;

create view entity_aliases as
select object_id as entity_id, object_text as name, source_id from claims where object_id is not null and event_type = 'marriage';
