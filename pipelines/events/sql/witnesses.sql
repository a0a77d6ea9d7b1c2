-- Who speaks in each claim: the page, or the work whose words its reference quotes. The same work quoted by two pages is
-- one witness.
create or replace temp table speakers as
with
quoted as (
    select claims.claim_id, citations.title, citations.site, claims.source_id, citations.reference_number
    from claims
    join passages using (passage_id)
    join citations on citations.source_id = claims.source_id and citations.reference_number = claims.reference_number
    where passages.kind = 'reference'
)
select
    claims.claim_id,
    case
        when quoted.claim_id is null then 'source ' || claims.source_id
        else 'work ' || coalesce(lower(quoted.title), claims.source_id || ' ' || quoted.reference_number)
    end as speaker,
    quoted.title as work,
    quoted.reference_number
from claims
left join quoted using (claim_id);

create or replace temp table witnesses as
select
    'w' || substr(sha256(speakers.speaker), 1, 12) as witness_id,
    coalesce(any_value(speakers.work), any_value(sources_read.title), any_value(sources_read.path)) as label,
    case when count(distinct claims.source_id) > 1 then 'shared_reference' else 'source' end as basis,
    case
        when any_value(speakers.work) is null then 'The page ' || any_value(sources_read.path) || ' itself.'
        else 'Quoted in reference ' || string_agg(
            distinct speakers.reference_number || ' of ' || sources_read.path, ', '
            order by speakers.reference_number || ' of ' || sources_read.path
        ) || '.'
    end as evidence
from speakers
join claims using (claim_id)
join sources_read using (source_id)
group by speakers.speaker;
