-- What is compared: the words of references, and of claims that have lost their mark on a page with references.
create or replace temp table reference_texts as
select citation_id, source_id, concat_ws(' ', title, snippet) as text, lower(concat_ws(' ', title, snippet)) as small
from citations
where coalesce(snippet, title) is not null;

create or replace temp table prose_told as
select
    told.came, told.source_id, told.event_type, told.subtype, told.object_text, told.place_text, told.date_edtf, told.low, told.high,
    told.figure_value,
    case when told.subject_id is distinct from sources_resolved.subject_id then claims.subject_text end as who,
    claims.quote,
    list_distinct(regexp_extract_all(told.date_edtf, '\b[12]\d{3}\b')) as years,
    regexp_matches(told.date_edtf, '\b\d{4}-(?:0[1-9]|1[0-2])\b') as is_fine
from told
join claims using (claim_id)
join sources_resolved on sources_resolved.source_id = told.source_id
anti join stated on stated.came = told.came
where told.passage_kind <> 'reference'
    and told.source_id in (select source_id from citations where coalesce(snippet, title) is not null);

create or replace temp table prose_texts as
select came, source_id, 'object' as kind, object_text as text from prose_told where object_text is not null
union all
select came, source_id, 'place', place_text from prose_told where place_text is not null
union all
select came, source_id, 'who', who from prose_told where who is not null;


create or replace temp table support_titles as
select distinct title as text from sources_resolved where title is not null and source_id in (select source_id from reference_texts);
