-- One row a contradiction.
with
sides as (
    -- each value once, with the first place that states it and all places that do
    select
        contradiction_claims.contradiction_id,
        contradiction_claims.stated_value,
        bool_or(events.preferred_claim_id is not null) as is_preferred,
        arg_min(claims.quote, claims.claim_id) as quote,
        arg_min(claims.source_path, claims.claim_id) as source_path,
        arg_min(claims.reference_number, claims.claim_id) as reference_number,
        string_agg(
            distinct '"' || coalesce(sources.title, claims.source_path) || '"'
            || coalesce(', ref. ' || claims.reference_number, ''),
            ' and '
        ) as told_by
    from contradiction_claims
    join contradictions using (contradiction_id)
    join claims using (claim_id)
    join sources using (source_id)
    left join events
        on events.event_id in (contradictions.event_id, contradictions.other_event_id)
        and events.preferred_claim_id = contradiction_claims.claim_id
    group by contradiction_claims.contradiction_id, contradiction_claims.stated_value
),
ranked as (
    select
        *,
        row_number() over (
            partition by contradiction_id order by is_preferred desc, source_path, stated_value
        ) as place
    from sides
),
side_by_side as (
    select
        contradiction_id,
        count(*) as value_count,
        any_value(stated_value) filter (where place = 1) as first_value,
        any_value(quote) filter (where place = 1) as first_quote,
        any_value(source_path) filter (where place = 1) as first_source,
        any_value(reference_number) filter (where place = 1) as first_reference,
        any_value(stated_value) filter (where place = 2) as second_value,
        any_value(quote) filter (where place = 2) as second_quote,
        any_value(source_path) filter (where place = 2) as second_source,
        any_value(reference_number) filter (where place = 2) as second_reference,
        string_agg(told_by || ' (' || source_path || ') says ' || stated_value || ': “' || quote || '”', '; '
            order by place) as told
    from ranked
    group by contradiction_id
)
select
    contradictions.contradiction_id,
    contradictions.event_id,
    events.subject_id as person_id,
    entities.label as person,
    events.event_type,
    contradictions.kind,
    contradictions.strength,
    contradictions.explanation,
    contradictions.status,
    side_by_side.value_count,
    side_by_side.first_value,
    side_by_side.first_quote,
    side_by_side.first_source,
    side_by_side.first_reference,
    side_by_side.second_value,
    side_by_side.second_quote,
    side_by_side.second_source,
    side_by_side.second_reference,
    contradictions.evidence,
    coalesce(entities.label || ', ', '') || replace(events.event_type, '_', ' ') || ': '
        || coalesce(side_by_side.told, '') || '. ' || contradictions.evidence as sentence
from contradictions
join events using (event_id)
join side_by_side using (contradiction_id)
left join entities on entities.entity_id = events.subject_id
