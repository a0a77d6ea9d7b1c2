-- All that was found: one contradiction an event, kind and pair of values, each with every claim that takes a side.
create or replace temp table clashes as
select
    'x' || substr(sha256(concat_ws('|', event_id, other_event_id, kind, pair)), 1, 12) as contradiction_id,
    *
from (
    from found_dates
    union all by name from found_places
    union all by name from found_objects
    union all by name from found_figures
    union all by name from found_durations
    union all by name from found_parts
    union all by name from found_names
    union all by name from found_occurrences
    union all by name from found_sequences
    union all by name from found_twins
    union all by name from found_captivities
    union all by name from found_offices
    union all by name from found_stages
    union all by name from found_standings
);

create or replace temp table contradictions as
select
    contradiction_id,
    any_value(event_id) as event_id,
    any_value(other_event_id) as other_event_id,
    any_value(kind) as kind,
    min(strength) as strength,
    min(explanation) as explanation,
    min(evidence) as evidence,
    min(status) as status,
    null::varchar as ruling_id
from clashes
group by contradiction_id;

create or replace temp table contradiction_claims as
select
    clashes.contradiction_id,
    told.claim_id,
    min(coalesce(clashes.stated_value, claims.figure_text, claims.date_text, claims.object_text, claims.quote)) as stated_value
from clashes
join told using (came)
join claims on claims.claim_id = told.claim_id
group by clashes.contradiction_id, told.claim_id;
