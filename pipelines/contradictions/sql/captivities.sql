-- A captivity told by its length beside the arrest it began with and the release it ended with: one row a side, the length
-- and the release; the arrest stands in the evidence. A release to bear witness against somebody was no later than that person's death.
create or replace temp table captivities as
select
    lengths.group_key, lengths.came, lengths.days, lengths.is_least, lengths.length_text, told.source_id, told.subject_id,
    -- what the words leave room for: half a year either way, and nothing below "over fifteen years"
    case when lengths.is_least then 0 else least(lengths.slack, 183) end as slack,
    claims.quote_start
from lengths
join told using (came)
join claims on claims.claim_id = told.claim_id
where told.group_type in ('imprisonment', 'exile') and told.date_text is null and told.subject_id is not null;

create or replace temp table captivity_bounds as
with
around as (
    -- arrests, releases and testimonies of those held, each with its place in its source
    select
        told.came, told.event_type, told.subject_id, told.object_text, told.source_id, told.passage_id, told.modality,
        case when told.is_inferred then null else told.date_earliest end as low,
        case when told.is_inferred then null else told.date_latest end as high,
        told.date_text, claims.quote_start
    from told
    join claims using (claim_id)
    where told.event_type in ('arrest', 'release', 'testimony')
        and told.subject_id in (select subject_id from captivities)
),
begun as (
    -- the arrest told last before the captivity
    select captivities.came, arg_max(around.came, around.quote_start) as arrest_came
    from captivities
    join around
        on around.subject_id = captivities.subject_id and around.source_id = captivities.source_id
        and around.event_type = 'arrest' and around.modality = 'asserted' and around.low is not null
        and around.quote_start < captivities.quote_start
    group by captivities.came
),
ended as (
    -- the release told next after it
    select captivities.came, arg_min(around.came, around.quote_start) as release_came,
        min(around.quote_start) - any_value(captivities.quote_start) as distance
    from captivities
    join around
        on around.subject_id = captivities.subject_id and around.source_id = captivities.source_id
        and around.event_type = 'release' and around.modality = 'asserted'
        and around.quote_start > captivities.quote_start
    group by captivities.came
),
witnessed as (
    -- a release in whose words or right behind them a testimony against somebody who died is told
    select releases.came as release_came, min(lifespans.died_high) as died_high,
        arg_min(entities.label || ' (' || deaths.date_text || ')', lifespans.died_high) as witnessed_against
    from around as releases
    join around as testimonies
        on testimonies.subject_id = releases.subject_id and testimonies.event_type = 'testimony'
        and testimonies.passage_id = releases.passage_id
        and testimonies.quote_start between releases.quote_start and releases.quote_start + $near
    join entity_aliases on entity_aliases.name = testimonies.object_text and entity_aliases.source_id = testimonies.source_id
    join lifespans on lifespans.subject_id = entity_aliases.entity_id
    join entities on entities.entity_id = entity_aliases.entity_id
    join told as deaths on deaths.came = lifespans.death_came
    where releases.event_type = 'release' and lifespans.died_high is not null
    group by releases.came
)
select
    captivities.came, captivities.group_key, captivities.days, captivities.slack, captivities.is_least, captivities.length_text,
    ended.release_came,
    case when witnessed.died_high < coalesce(releases.high, date '9999-12-31') then witnessed.witnessed_against end
        as witnessed_against,
    arrests.date_text as arrest_text, releases.date_text as release_text,
    -- a release told far behind may be from another captivity
    case when ended.distance <= $release_near then greatest(releases.low - arrests.high, 0) else 0 end as least,
    least(releases.high, witnessed.died_high) - arrests.low as most
from captivities
join begun using (came)
join ended using (came)
join around as arrests on arrests.came = begun.arrest_came
join around as releases on releases.came = ended.release_came
left join witnessed on witnessed.release_came = ended.release_came
where least(releases.high, witnessed.died_high) >= arrests.low
    -- who was arrested again in between was free meanwhile
    and not exists (
        select 1 from around as again
        where again.subject_id = arrests.subject_id and again.event_type = 'arrest'
            and again.low > arrests.high + $days_apart and again.high < coalesce(releases.low, releases.high)
    );

create or replace temp table found_captivities as
with
clashes as (
    select
        *,
        'From the arrest (' || arrest_text || ') to the release'
            || case when witnessed_against is null then '' else ', which was before the death of ' || witnessed_against || ',' end
            || ' there are ' || case
                when days - slack <= most then 'at least ' || years_and_days(least) else 'at most ' || years_and_days(most) end
            || '; the words say ' || length_text || '.' as evidence
    from captivity_bounds
    where days - slack > most or not is_least and days + slack < least
)
select
    event_keys.event_id, release_key.event_id as other_event_id, 'duration' as kind, 'impossible' as strength,
    'unexplained' as explanation, 'open' as status, evidence,
    days || ' / ' || most as pair,
    unnest([clashes.came, release_came]) as came, unnest([length_text, coalesce(release_text, 'release')]) as stated_value
from clashes
join event_keys using (group_key)
join grouped as release_group on release_group.came = release_came
join event_keys as release_key on release_key.group_key = release_group.group_key;
