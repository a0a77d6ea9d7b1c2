-- No date that the reader completed lies outside the life that the same page gives in its own words.
-- severity: error
-- check: completed_dates_are_possible
-- sets aside
select told.claim_id as row_key,
    told.event_type || ' ' || told.date_edtf || ', life '
        || coalesce(lives.born_from::varchar, '?') || ' to ' || coalesce(lives.died_to::varchar, '?') as reason
from told_dates as told
join page_lives as lives using (source_id, subject_text)
where told.is_completed and (
    (told.first_latest < lives.born_from and told.event_type not in (select event_type from can_precede_birth))
    or (told.last_earliest > lives.died_to and told.event_type not in (select event_type from can_follow_death))
)
