-- One row a claim, with its way back to the bytes and the transaction.
with
earlier as (
    select claim_id, min(tx) as first_tx, arg_min(recorded_at, tx) as recorded_at
    from claim_history
    where until_tx is not null
    group by claim_id
),
lives as (
    select
        last.claim_id,
        coalesce(earlier.first_tx, last.tx) as first_tx,
        coalesce(earlier.recorded_at, last.recorded_at) as recorded_at,
        last.tx as last_tx
    from claim_history as last
    left join earlier using (claim_id)
    where last.until_tx is null
    union all
    -- what a ruling asserts has no reading of its own in the log
    select claims.claim_id, rulings.first_tx, rulings.recorded_at, rulings.first_tx
    from claims
    join rulings on claims.extractor = 'ruling:' || rulings.ruling_id
)
select
    claims.claim_id,
    event_claims.event_id,
    claims.event_type,
    claims.subject_text as subject,
    claims.quote,
    sentence_around(passages.text, claims.quote_start - passages.passage_start, claims.quote) as sentence,
    claims.section_path,
    claims.source_id,
    claims.source_path,
    sources.member,
    sources.title,
    claims.source_version,
    claims.source_sha256,
    claims.quote_start,
    claims.quote_end,
    claims.reference_number,
    citations.title as reference_title,
    claims.extractor,
    claims.extractor_version,
    claims.confidence,
    lives.first_tx,
    lives.recorded_at,
    lives.last_tx,
    sources.authorship,
    sources.origin,
    sources.licence,
    sources.reference_code
from claims
join event_claims using (claim_id)
join passages using (passage_id)
join sources on sources.source_id = claims.source_id
join lives using (claim_id)
left join citations
    on citations.source_id = claims.source_id and citations.reference_number = claims.reference_number
