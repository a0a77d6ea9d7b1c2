-- Between events of one life: what cannot come before or after what, at what age, and where on one day.
create or replace temp table lives as
select
    events.event_id, events.event_type, events.subject_id, events.object_id, events.place_id,
    events.date_earliest as low,
    coalesce(events.date_start_latest, events.date_latest) as first_high,
    coalesce(events.date_end_earliest, events.date_earliest) as last_low,
    events.date_latest as high,
    preferred.came,
    told.date_text,
    told.place_text,
    told.object_text,
    told.subtype,
    told.date_qualifier
from preferred
join event_keys using (group_key)
join events using (event_id)
join told using (came)
where events.subject_id is not null and events.modality = 'asserted' and not told.is_inferred;

create or replace temp table lifespans as
select
    subject_id,
    any_value(came) filter (where event_type = 'birth') as birth_came,
    any_value(event_id) filter (where event_type = 'birth') as birth_id,
    min(low) filter (where event_type = 'birth') as born_low,
    max(high) filter (where event_type = 'birth') as born_high,
    arg_max(came, (high, came)) filter (where event_type in ('death', 'execution') and high is not null) as death_came,
    arg_max(event_id, (high, came)) filter (where event_type in ('death', 'execution') and high is not null) as death_id,
    min(low) filter (where event_type in ('death', 'execution')) as died_low,
    max(high) filter (where event_type in ('death', 'execution')) as died_high
from lives
where event_type in ('birth', 'death', 'execution')
group by subject_id;

create or replace temp table found_sequences as
with
out_of_life as (
    select lives.event_id, lifespans.death_id as other_event_id, lives.came as one_came, lifespans.death_came as other_came,
        case when lives.low is null then 'It ends after the death.' else 'It begins after the death.' end as evidence,
        'after death' as pair, 'impossible' as strength
    from lives
    join lifespans using (subject_id)
    where (lives.low > lifespans.died_high or lives.event_type = 'tenure' and lives.last_low > lifespans.died_high)
        and lives.event_type not in (select event_type from after_death_types)
        and coalesce(lives.date_qualifier, '') <> 'after'
    union all
    select lives.event_id, lifespans.birth_id, lives.came, lifespans.birth_came, 'It ends before the birth.', 'before birth',
        'impossible'
    from lives
    join lifespans using (subject_id)
    where lives.high < lifespans.born_low and lives.event_type not in (select event_type from before_birth_types)
        and lives.event_type <> 'birth'
    union all
    select lives.event_id, lifespans.birth_id, lives.came, lifespans.birth_came,
        'The person was ' || greatest(floor((lives.first_high - lifespans.born_low) / 365.25), 0)::integer
            || ' years old at most.', 'age', 'impossible'
    from lives
    join lifespans using (subject_id)
    join least_ages on least_ages.event_type = lives.event_type
    where lives.first_high >= lifespans.born_low
        and lives.first_high - lifespans.born_low < 365.25 * least_ages.age
        and lifespans.born_high - lifespans.born_low <= 366
        and not (lives.event_type = 'tenure' and regexp_matches(coalesce(lives.object_text, ''), '$inherited', 'i'))
    union all
    select lifespans.death_id, lifespans.birth_id, lifespans.death_came, lifespans.birth_came,
        'That is a life of more than ' || $longest_life || ' years.', 'length of life', 'impossible'
    from lifespans
    where lifespans.died_low - lifespans.born_high > 366 * $longest_life
),
kin as (
    -- a child is born to somebody of age; a wedding needs two who live
    select births.event_id, lifespans.birth_id as other_event_id, births.came as one_came, lifespans.birth_came as other_came,
        'A parent would have been ' || greatest(floor((births.high - lifespans.born_low) / 365.25), -1)::integer
            || ' years old at most.' as evidence, 'parent' as pair, 'impossible' as strength
    from lives as children
    join lives as births on births.subject_id = children.object_id and births.event_type = 'birth'
    join lifespans on lifespans.subject_id = children.subject_id
    join least_ages on least_ages.event_type = 'parent'
    where children.event_type = 'kinship' and children.subtype = 'child'
        and births.high - lifespans.born_low < 365.25 * least_ages.age
    union all
    select weddings.event_id, lifespans.death_id, weddings.came, lifespans.death_came,
        'The wedding is after the death of the spouse.', 'dead spouse', 'impossible'
    from lives as weddings
    join lifespans on lifespans.subject_id = weddings.object_id
    where weddings.event_type = 'marriage' and weddings.low > lifespans.died_high
),
ordered as (
    -- a single arrest (trial, sentence) after the single event that must follow it, within one case
    select
        subject_id, event_type, count(*) as event_count, any_value(event_id) as event_id, any_value(came) as came,
        any_value(low) as low, any_value(high) as high
    from lives
    where event_type in (select first_type from sequences union select second_type from sequences)
    group by subject_id, event_type
    having count(*) = 1
),
unordered as (
    select earlier.event_id, later.event_id as other_event_id, earlier.came as one_came, later.came as other_came,
        'The ' || earlier.event_type || ' comes after the ' || later.event_type || ', which must follow it.' as evidence,
        'order' as pair, 'impossible' as strength
    from sequences
    join ordered as earlier on earlier.event_type = sequences.first_type
    join ordered as later
        on later.event_type = sequences.second_type and later.subject_id = earlier.subject_id
        and later.high < earlier.low and earlier.low - later.high < 366 * $case_years
),
on_one_day as (
    select subject_id, low as day, event_id, came, event_type, place_text, place_words.first_word, place_words.words,
        place_words.is_wide
    from lives
    join place_words on place_words.name = lives.place_text
    where list_contains($present, event_type) and low = high
),
two_places as (
    select one.event_id, other.event_id as other_event_id, one.came as one_came, other.came as other_came,
        'Nobody is in two places on one day: ' || one.place_text || ' and ' || other.place_text || '.' as evidence,
        'places' as pair, 'tension' as strength
    from on_one_day as one
    join on_one_day as other
        on other.subject_id = one.subject_id and other.day = one.day and other.came > one.came
        and other.event_type <> one.event_type
    where not list_contains(one.words, other.first_word) and not list_contains(other.words, one.first_word)
        and not one.is_wide and not other.is_wide
        -- a death and the execution are one happening, told below
        and not exists (
            select 1 from same_happening
            where same_happening.first_type in (one.event_type, other.event_type)
                and same_happening.second_type in (one.event_type, other.event_type)
        )
),
every as (
    from out_of_life union all from kin union all from unordered union all from two_places
)
select
    event_id, other_event_id, 'sequence' as kind, strength, 'unexplained' as explanation, 'open' as status, evidence, pair,
    unnest([one_came, other_came]) as came, null::varchar as stated_value
from every
where one_came <> other_came;

-- One happening by two names (a death by execution): days and places must agree.
create or replace temp table found_twins as
with
days_apart as (
    select one.event_id, other.event_id as other_event_id, one.came as one_came, other.came as other_came,
        one.date_text as one_text, other.date_text as other_text,
        one.low || ' / ' || other.low as pair,
        greatest(other.low - one.high, one.low - other.high) as gap
    from same_happening
    join lives as one on one.event_type = same_happening.first_type
    join lives as other on other.event_type = same_happening.second_type and other.subject_id = one.subject_id
    where other.low > one.high or one.low > other.high
),
-- the claim that tells a day best may tell no place: each place any claim of the event tells, with the first that does
placed as (
    select lives.event_id, lives.event_type, lives.subject_id, told.place_id, min_by(told.place_text, told.came) as place_text,
        min(told.came) as came
    from lives
    join event_keys using (event_id)
    join grouped using (group_key)
    join told on told.came = grouped.came
    where lives.event_type in (select first_type from same_happening union select second_type from same_happening)
        and told.modality = 'asserted' and told.place_text is not null
    group by all
),
places_apart as (
    select one.event_id, other.event_id as other_event_id, one.came as one_came, other.came as other_came,
        one.place_text as one_text, other.place_text as other_text,
        not one_words.is_wide and not other_words.is_wide
            and not list_contains(one_words.words, other_words.first_word)
            and not list_contains(other_words.words, one_words.first_word) as is_apart
    from same_happening
    join placed as one on one.event_type = same_happening.first_type
    join placed as other on other.event_type = same_happening.second_type and other.subject_id = one.subject_id
    join place_words as one_words on one_words.name = one.place_text
    join place_words as other_words on other_words.name = other.place_text
    -- where any two agree, those that do not are told within one event
    qualify bool_and(is_apart) over (partition by one.event_id, other.event_id)
        and row_number() over (partition by one.event_id, other.event_id order by one.came, other.came) = 1
)
select
    event_id, other_event_id, 'date' as kind, 'impossible' as strength, 'unexplained' as explanation, 'open' as status,
    'The dates lie ' || in_days(gap) || ' apart.' as evidence, pair,
    unnest([one_came, other_came]) as came, unnest([one_text, other_text]) as stated_value
from days_apart
union all
select
    event_id, other_event_id, 'place', 'impossible', 'unexplained', 'open', 'Neither place names the other.',
    one_text || ' / ' || other_text,
    unnest([one_came, other_came]), unnest([one_text, other_text])
from places_apart;
