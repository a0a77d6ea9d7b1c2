-- What several laws share, made once over the tables judged. `limits`, `youngest`, `can_precede_birth`,
-- `can_follow_death` and `justice_order` come from bounds.yml, `edtf_bounds` from the caller.

-- Dated statements about one named subject: between which days the thing surely began and ended. The date is completed
-- where the words give only a part of it or none, and the reader found the rest.
create view told_dates as
select
    claim_id, source_id, event_type, subject_text, subject_id, object_id, date_edtf,
    date_earliest as first_earliest,
    coalesce(date_start_latest, date_latest) as first_latest,
    coalesce(date_end_earliest, date_earliest) as last_earliest,
    date_latest as last_latest,
    date_basis <> 'explicit' as is_completed
from claims
where modality = 'asserted' and date_edtf is not null and event_type not in ('birth', 'death', 'execution');

create table life_dates as
select
    source_id, subject_text, subject_id, event_type = 'birth' as is_birth, date_basis = 'explicit' as is_explicit,
    date_earliest, date_latest
from claims
where modality = 'asserted' and date_edtf is not null and event_type in ('birth', 'death', 'execution');

-- The life each page gives its persons in its own words.
create table page_lives as
select
    source_id, subject_text,
    min(date_earliest) filter (where is_birth) as born_from,
    max(date_latest) filter (where is_birth) as born_to,
    max(date_latest) filter (where not is_birth) as died_to
from life_dates
where is_explicit
group by source_id, subject_text;
