-- An office told as held when something dated happened ("then serving as secretary, he was arrested in August") beside the
-- terms of that office, which by all that is told had ended before: one row a claim that takes a side.
create or replace temp table standings as
select
    told.came, told.subject_id, told.object_text, told.life_key, first_groups.group_key as first_key, grouped.group_key,
    -- what its words go on to tell, else what stood before them
    arg_min(beside.came, (
        beside_claims.quote_start < claims.quote_start, abs(beside_claims.quote_start - claims.quote_end), beside.came
    )) as beside_came
from told
join claims using (claim_id)
join first_groups on first_groups.came = told.came
join grouped on grouped.came = told.came
join told as beside
    on beside.passage_id = told.passage_id and beside.subject_id = told.subject_id and beside.came <> told.came
    and beside.group_type <> 'tenure' and beside.modality = 'asserted' and not beside.is_inferred
    and beside.date_latest - beside.date_earliest <= 366
join claims as beside_claims
    on beside_claims.claim_id = beside.claim_id
    and beside_claims.quote_start between claims.quote_start - $then_near and claims.quote_end + $then_near
where told.event_type = 'tenure' and told.modality = 'asserted' and told.date_text is null and told.subject_id is not null
    and regexp_matches(claims.quote, '$then', 'i')
group by all;

create or replace temp table standing_terms as
-- the terms told of the same office: of its own name, of one that has all its words, or of one that a bare name shares a
-- start with
with
candidates as (
    select standings.came as standing_came, grouped.came, contains(standings.object_text, ' ') as is_named, null::date as low,
        null::date as high
    from standings
    join grouped on grouped.group_key = standings.group_key and grouped.came <> standings.came
    union
    select standings.came, first_groups.came, len(less.words) > 1, less.low, less.high
    from standings
    join worded as less on less.group_key = standings.first_key and len(less.words) > 0
    join worded as more
        on more.life_key = less.life_key and more.group_key <> less.group_key and list_has_all(more.words, less.words)
    join first_groups on first_groups.group_key = more.group_key
)
select
    candidates.standing_came, grouped.group_key, any_value(told.object_text) as office,
    min(told.date_earliest) filter (where told.part <> 'end') as began,
    max(told.date_latest) filter (where told.part = 'end' or told.is_until or told.date_end_earliest is not null) as ended,
    arg_max(told.came, (told.date_latest, told.came))
        filter (where told.part = 'end' or told.is_until or told.date_end_earliest is not null) as ended_came,
    bool_or(candidates.is_named)
        or coalesce(bool_or(told.part <> 'end' and told.date_earliest between candidates.low and candidates.high), false)
            as is_same_office
from candidates
join told on told.came = candidates.came and told.modality = 'asserted' and not told.is_inferred
join grouped on grouped.came = told.came
group by candidates.standing_came, grouped.group_key;

create or replace temp table found_standings as
with
dated as (
    select standings.*, beside.date_earliest as low, beside.date_latest as high, beside.date_text
    from standings
    join told as beside on beside.came = standings.beside_came
),
last_ended as (
    select
        dated.came, any_value(dated.low) as low, any_value(dated.high) as high, any_value(dated.date_text) as date_text,
        any_value(dated.group_key) as group_key, max(terms.ended) as ended,
        arg_max(terms.ended_came, terms.ended) as ended_came, arg_max(terms.group_key, terms.ended) as ended_key
    from dated
    join standing_terms as terms on terms.standing_came = dated.came
    where terms.is_same_office and terms.ended < dated.low
    group by dated.came
),
-- an office of that name that was taken up since, or held over that day
held_since as (
    select last_ended.came, arg_max(terms.office, terms.began) as office
    from last_ended
    join standing_terms as terms on terms.standing_came = last_ended.came
    where terms.began > last_ended.ended and terms.began <= last_ended.high
        or terms.began <= last_ended.high and terms.ended >= last_ended.low
    group by last_ended.came
)
select
    one_event.event_id, nullif(other_event.event_id, one_event.event_id) as other_event_id, 'date' as kind,
    'tension' as strength, 'unexplained' as explanation, 'open' as status,
    'It is told as held on ' || last_ended.date_text || ', ' || years_and_days(last_ended.low - last_ended.ended)
        || ' after its end.' as evidence,
    'then ' || last_ended.low || ' / ' || last_ended.ended as pair,
    unnest([last_ended.came, last_ended.ended_came]) as came,
    unnest(['then (' || last_ended.date_text || ')', null]) as stated_value
from last_ended
anti join held_since on held_since.came = last_ended.came
join event_keys as one_event on one_event.group_key = last_ended.group_key
join event_keys as other_event on other_event.group_key = last_ended.ended_key;
