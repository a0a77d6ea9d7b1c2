-- Ties between claims and the numbered references that back them.
create or replace temp table claim_support as
with
marked as (
    -- the reference a claim stands in or carries, and all whose marks stand with it
    select claim_id, reference_number, source_id, passage_id from claims where reference_number is not null
    union
    select claim_id, try_cast(claim_parts.value as bigint), claims.source_id, claims.passage_id
    from claim_parts
    join claims using (claim_id)
    where claim_parts.part = 'attribute' and claim_parts.role = 'reference'
),
stated as (
    select
        claims.claim_id,
        citations.citation_id,
        citations.reference_number,
        case when passages.kind = 'reference' then 'stated_in' else 'inline_marker' end as method,
        1.0::double as score,
        case
            when passages.kind = 'reference' then 'The words stand in the reference itself.'
            else 'The page marks the words with [' || citations.reference_number || '].'
        end as evidence
    from marked as claims
    join passages using (passage_id)
    join citations on citations.source_id = claims.source_id and citations.reference_number = claims.reference_number
),
matched as (
    -- prose and a reference of the same page that tell the same event
    select
        prose.claim_id,
        stated.citation_id,
        stated.reference_number,
        'matched' as method,
        max(case when prose_claims.date_edtf = quoted_claims.date_edtf then 0.9 else 0.6 end)::double as score,
        'The reference tells the same event (' || any_value(quoted_claims.event_type) || ')'
            || case when bool_or(prose_claims.date_edtf = quoted_claims.date_edtf)
                then ' with the same date ' || any_value(prose_claims.date_edtf) else '' end || '.' as evidence
    from stated
    join event_claims as quoted on quoted.claim_id = stated.claim_id
    join event_claims as prose on prose.event_id = quoted.event_id
    join claims as quoted_claims on quoted_claims.claim_id = quoted.claim_id
    join claims as prose_claims
        on prose_claims.claim_id = prose.claim_id
        and prose_claims.source_id = quoted_claims.source_id
    anti join stated as own on own.claim_id = prose.claim_id and own.citation_id = stated.citation_id
    where stated.method = 'stated_in'
    group by prose.claim_id, stated.citation_id, stated.reference_number
)
from stated
union all by name
from matched;
