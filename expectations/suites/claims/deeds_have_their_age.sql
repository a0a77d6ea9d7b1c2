-- Nobody marries, serves, publishes or is tried younger than people do.
-- severity: warning
-- check: ages_are_human
select told.claim_id as row_key, told.event_type || ' ' || told.date_edtf || ', born ' || lives.born_from as reason
from told_dates as told
join lives using (subject_id)
join youngest using (event_type)
where told.event_type not in ('tenure', 'appointment')
    and told.first_latest >= lives.born_from and told.first_latest < lives.born_from + to_years(youngest.years::integer)
