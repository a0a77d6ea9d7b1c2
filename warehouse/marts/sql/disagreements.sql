-- One row a contradiction.
with
stated as (
    -- dates that mean the same days are one value, however they are worded
    select
        contradiction_claims.contradiction_id,
        contradiction_claims.stated_value,
        if(contradictions.kind = 'date', coalesce(claims.date_edtf, stated_value), lower(stated_value)) as meant,
        claims.claim_id,
        claims.quote,
        claims.source_path,
        claims.reference_number,
        coalesce(sources.title, claims.source_path) as title,
        event_claims.witness_id,
        events.preferred_claim_id is not null as is_preferred,
        -- a day that had to be computed ("two years later") is shown only where nobody tells it
        contradictions.kind = 'date' and claims.date_basis is distinct from 'explicit' as is_computed
    from contradiction_claims
    join contradictions using (contradiction_id)
    join claims using (claim_id)
    join sources using (source_id)
    left join event_claims on event_claims.claim_id = claims.claim_id
    left join events
        on events.event_id in (contradictions.event_id, contradictions.other_event_id)
        and events.preferred_claim_id = contradiction_claims.claim_id
),
tellers as (
    select
        contradiction_id,
        meant,
        source_path,
        list_sort(list_distinct(list(reference_number))) as numbers,
        '"' || any_value(title) || '" (' || source_path
            || if(numbers = [], '', if(bool_or(reference_number is null), ', also ref. ', ', ref. '))
            || array_to_string(numbers, ', ') || ')' as teller
    from stated
    group by contradiction_id, meant, source_path
),
told as (
    select contradiction_id, meant, count(*) as teller_count, string_agg(teller, ' and ' order by source_path) as tellers
    from tellers
    group by contradiction_id, meant
),
heard as (
    select contradiction_id, meant, count(distinct witness_id) as witness_count
    from stated
    group by contradiction_id, meant
),
sides as (
    -- each value once, in the words that state it best: the preferred ones, else the page's own before a reference's
    select
        stated.*,
        told.tellers || if(told.teller_count = 1, ' says ', ' say ') || stated.stated_value
            || ': “' || regexp_replace(stated.quote, '\s+', ' ', 'g') || '”'
            || if(heard.witness_count > 1, ' (' || heard.witness_count || ' witnesses)', '') as told
    from stated
    join told using (contradiction_id, meant)
    join heard using (contradiction_id, meant)
    qualify row_number() over (
        partition by contradiction_id, meant
        order by is_preferred desc, reference_number is not null, is_computed, source_path, claim_id
    ) = 1
),
ranked as (
    select
        *,
        row_number() over (
            partition by contradiction_id order by is_preferred desc, source_path, meant
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
        string_agg(told, '; ' order by place) as told
    from ranked
    group by contradiction_id
)
select
    contradictions.contradiction_id,
    contradictions.event_id,
    events.subject_id as person_id,
    entities.label as person,
    events.event_type,
    timeline.label,
    contradictions.kind,
    contradictions.strength,
    contradictions.explanation,
    contradictions.status,
    row_number() over (
        order by list_position(['open', 'suggested', 'explained', 'ruled'], contradictions.status),
            contradictions.explanation <> 'unexplained', contradictions.strength, entities.label,
            contradictions.contradiction_id
    ) as place_in_order,
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
    coalesce(entities.label || ', ', '') || timeline.label || '. '
        || coalesce(side_by_side.told, '') || '. ' || contradictions.evidence as sentence
from contradictions
join events using (event_id)
join timeline using (event_id)
join side_by_side using (contradiction_id)
left join entities on entities.entity_id = events.subject_id
