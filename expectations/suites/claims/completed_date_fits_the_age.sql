-- No date that the reader completed makes a person younger or older than people are, by the birth the same page gives.
-- severity: error
-- check: completed_dates_are_possible
-- sets aside
select told.claim_id as row_key,
    told.event_type || ' ' || told.date_edtf || ', born ' || lives.born_from as reason
from told_dates as told
join page_lives as lives using (source_id, subject_text)
left join youngest using (event_type)
where told.is_completed and (
    (told.first_latest >= lives.born_from and told.first_latest < lives.born_from + to_years(youngest.years::integer))
    or (told.last_earliest > lives.born_to + to_years((select longest_life::integer from limits))
        and told.event_type not in (select event_type from can_follow_death))
)
