-- Each claim once, slim: what grouping, weighing and checking compare. `came` is its place in the log and its key below.
create or replace temp table told as
with
standing as (
    select passage_id, kind, section_path is null as is_lead
    from passages
    where kind in ('reference', 'field', 'name_line') or section_path is null
),
typed as (
    select
        claim_order.ordinal as came,
        claims.*,
        case when claims.event_type in ('appointment', 'departure') then 'tenure' else claims.event_type end as group_type,
        case
            when claims.event_type = 'appointment' or claims.subtype in ('joined', 'move') then 'start'
            when claims.event_type = 'departure' or claims.subtype = 'left' then 'end'
            when claims.event_type = 'education' and claims.date_start_latest is null
                and regexp_matches(claims.quote, '$graduated', 'i') then 'end'
            else 'whole'
        end as part,
        coalesce(standing.kind, 'paragraph') as passage_kind,
        coalesce(standing.is_lead, false) as is_lead
    from claims_resolved as claims
    join claim_order using (claim_id)
    left join standing using (passage_id)
)
select
    came, claim_id, source_id, passage_id, event_type, group_type, part, family, subtype, modality, passage_kind,
    subject_id, object_id, place_id, object_text, place_text,
    date_text, date_edtf, date_earliest, date_start_latest, date_end_earliest, date_latest, date_precision,
    date_qualifier, calendar,
    coalesce(date_basis = 'inferred', false) as is_inferred,
    -- without object, where types are told apart by it, a claim can be about any of that life and type
    group_type in (select event_type from grouping_kinds where apart_by = 'object')
        and object_text is null and not (group_type = 'residence' and place_text is not null) as is_vague,
    -- who is elected again or confirmed held the office before
    part = 'start' and regexp_matches(quote, '$renewed', 'i') as is_renewed,
    -- a multitude without a name: nothing befalls it only once
    not regexp_matches(subject_text, '^\p{Lu}') as is_crowd,
    figure_value, figure_qualifier, figure_unit, figure_measure, duration, is_quotation, reference_number,
    coalesce(date_earliest, date_latest) as low,
    coalesce(date_latest, date_earliest) as high,
    -- who tells it: each reference, the fields, the lead and the body of a page are read as voices of their own
    hash(source_id, case
        when passage_kind = 'reference' then coalesce(reference_number, 0)
        when passage_kind = 'field' then -1
        when is_lead then -2
        else -3
    end) as voice,
    -- claims that can be about one event share a life
    hash(group_type, coalesce(subject_id, source_id),
        case when group_type not in ('tenure', 'membership', 'kinship', 'attribute') then coalesce(is_quotation, false) end,
        case when group_type in ('kinship', 'attribute') then subtype end
    ) as life_key,
    -- "until 1945" tells an end, "by 1945" none
    case
        when date_qualifier = 'before' and starts_with(date_edtf, '../')
            then regexp_matches(quote, '\b(until|till|up to)\s+\S+|(^|\s)до\s', 'i') and not contains(quote, 'by ' || date_text)
        else false
    end as is_until,
    -- a source that says "again" tells of another one than the first
    case
        when group_type in (select event_type from grouping_kinds where apart_by = 'date') then regexp_matches(quote, '$again', 'i')
        else false
    end as is_again
from typed;
