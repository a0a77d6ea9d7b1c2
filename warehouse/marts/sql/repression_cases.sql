-- One row a case against one person. A case begins with an arrest; a later stage belongs to the last arrest it can follow.
with
stages as (
    select events.*, claims.object_text
    from events
    join claims on claims.claim_id = events.preferred_claim_id
    -- of a person: what befell a group is no case of one person
    semi join (from entities where kind = 'person') as people on people.entity_id = events.subject_id
    where events.event_type in ('arrest', 'trial', 'sentence', 'execution', 'rehabilitation')
        and events.modality = 'asserted'
),
-- An arrest opens a case where it is dated to the month at least: a year may be that of an arrest told of elsewhere.
-- Arrests told of as one time (the same days, or one within the other) are one case.
arrests as (
    select
        *,
        coalesce(date_earliest <= max(date_latest) over (
            partition by subject_id order by date_earliest, date_latest, event_id
            rows between unbounded preceding and 1 preceding
        ), false) as is_told_before
    from stages
    where event_type = 'arrest' and date_diff('day', date_earliest, date_latest) <= 31
),
numbered as (
    select
        *,
        sum(if(is_told_before, 0, 1)) over (
            partition by subject_id order by date_earliest, date_latest, event_id
        )::bigint as case_number
    from arrests
),
placed as (
    select
        stages.event_id,
        max(numbered.case_number) as case_number
    from stages
    left join numbered
        on numbered.subject_id = stages.subject_id and numbered.date_earliest <= stages.date_latest
    where stages.event_id not in (select event_id from numbered)
    group by stages.event_id
    union all
    select event_id, case_number from numbered
),
in_cases as (
    select stages.*, coalesce(placed.case_number, 1) as case_number
    from stages
    join placed using (event_id)
    -- of several, the best attested, then the most exact, then the first
    qualify row_number() over (
        partition by stages.subject_id, coalesce(placed.case_number, 1), stages.event_type
        order by stages.witness_count desc, date_diff('day', stages.date_earliest, stages.date_latest) nulls last,
            stages.date_earliest nulls last, stages.event_id
    ) = 1
),
cases as (
    select distinct subject_id, case_number from in_cases
)
select
    cases.subject_id as person_id,
    people.label as person,
    cases.case_number,
    arrests.event_id as arrest_event_id,
    arrests.date_edtf as arrest_edtf,
    arrests.date_earliest as arrest_earliest,
    arrests.date_latest as arrest_latest,
    settled_year(arrests.date_earliest, arrests.date_latest) as arrest_year,
    settled_month(arrests.date_earliest, arrests.date_latest) as arrest_month,
    settled_day(arrests.date_earliest, arrests.date_latest) as arrest_day,
    trials.event_id as trial_event_id,
    trials.date_edtf as trial_edtf,
    trials.date_earliest as trial_earliest,
    trials.date_latest as trial_latest,
    settled_year(trials.date_earliest, trials.date_latest) as trial_year,
    settled_month(trials.date_earliest, trials.date_latest) as trial_month,
    settled_day(trials.date_earliest, trials.date_latest) as trial_day,
    sentences.event_id as sentence_event_id,
    sentences.date_edtf as sentence_edtf,
    sentences.date_earliest as sentence_earliest,
    sentences.date_latest as sentence_latest,
    settled_year(sentences.date_earliest, sentences.date_latest) as sentence_year,
    settled_month(sentences.date_earliest, sentences.date_latest) as sentence_month,
    settled_day(sentences.date_earliest, sentences.date_latest) as sentence_day,
    executions.event_id as execution_event_id,
    executions.date_edtf as execution_edtf,
    executions.date_earliest as execution_earliest,
    executions.date_latest as execution_latest,
    settled_year(executions.date_earliest, executions.date_latest) as execution_year,
    settled_month(executions.date_earliest, executions.date_latest) as execution_month,
    settled_day(executions.date_earliest, executions.date_latest) as execution_day,
    rehabilitations.event_id as rehabilitation_event_id,
    rehabilitations.date_edtf as rehabilitation_edtf,
    rehabilitations.date_earliest as rehabilitation_earliest,
    rehabilitations.date_latest as rehabilitation_latest,
    settled_year(rehabilitations.date_earliest, rehabilitations.date_latest) as rehabilitation_year,
    settled_month(rehabilitations.date_earliest, rehabilitations.date_latest) as rehabilitation_month,
    settled_day(rehabilitations.date_earliest, rehabilitations.date_latest) as rehabilitation_day,
    sentences.object_text as sentence,
    date_diff('day', arrests.date_latest, trials.date_earliest) as arrest_to_trial_days_least,
    date_diff('day', arrests.date_earliest, trials.date_latest) as arrest_to_trial_days_most,
    date_diff('day', arrests.date_latest, executions.date_earliest) as arrest_to_execution_days_least,
    date_diff('day', arrests.date_earliest, executions.date_latest) as arrest_to_execution_days_most,
    date_diff('day', executions.date_latest, rehabilitations.date_earliest) as execution_to_rehabilitation_days_least,
    date_diff('day', executions.date_earliest, rehabilitations.date_latest) as execution_to_rehabilitation_days_most
from cases
join entities as people on people.entity_id = cases.subject_id
left join in_cases as arrests
    on arrests.subject_id = cases.subject_id and arrests.case_number = cases.case_number and arrests.event_type = 'arrest'
left join in_cases as trials
    on trials.subject_id = cases.subject_id and trials.case_number = cases.case_number and trials.event_type = 'trial'
left join in_cases as sentences
    on sentences.subject_id = cases.subject_id and sentences.case_number = cases.case_number and sentences.event_type = 'sentence'
left join in_cases as executions
    on executions.subject_id = cases.subject_id and executions.case_number = cases.case_number and executions.event_type = 'execution'
left join in_cases as rehabilitations
    on rehabilitations.subject_id = cases.subject_id and rehabilitations.case_number = cases.case_number and rehabilitations.event_type = 'rehabilitation'
