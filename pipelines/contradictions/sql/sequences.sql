-- Between events of one life: what cannot come before or after what.
create or replace temp table found_sequences as
with
lives as (
    select
        subject_id,
        event_id,
        event_type,
        date_earliest,
        coalesce(date_start_latest, date_latest) as first_latest,
        date_latest,
        preferred_claim_id
    from events
    where subject_id is not null and modality = 'asserted'
),
births as (select * from lives where event_type = 'birth' and date_earliest is not null),
deaths as (select * from lives where event_type in ('death', 'execution') and date_latest is not null)
select lives.event_id, deaths.event_id as other_event_id, lives.event_type,
    lives.preferred_claim_id as one_id, deaths.preferred_claim_id as other_id,
    'It begins after the death.' as evidence
from lives
join deaths on deaths.subject_id = lives.subject_id and lives.date_earliest > deaths.date_latest
where lives.event_type not in (select event_type from after_death_types)
union all
select lives.event_id, births.event_id, lives.event_type, lives.preferred_claim_id, births.preferred_claim_id,
    'It ends before the birth.'
from lives
join births on births.subject_id = lives.subject_id and lives.date_latest < births.date_earliest
where lives.event_type not in (select event_type from before_birth_types)
union all
-- a single arrest (trial, sentence) after the single event that must follow it
select earlier.event_id, later.event_id, earlier.event_type, earlier.preferred_claim_id, later.preferred_claim_id,
    'The ' || earlier.event_type || ' comes after the ' || later.event_type || ', which must follow it.'
from sequences
join lives as earlier on earlier.event_type = sequences.first_type
join lives as later
    on later.event_type = sequences.second_type
    and later.subject_id = earlier.subject_id
    and later.date_latest < earlier.date_earliest
where (select count(*) from lives as others where others.subject_id = earlier.subject_id
        and others.event_type = earlier.event_type) = 1;
