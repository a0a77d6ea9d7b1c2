-- Nobody dies before the birth or lives longer than people do.
-- severity: warning
-- check: ages_are_human
select deaths.event_id as row_key, births.date_edtf || ' to ' || deaths.date_edtf as reason
from events as deaths
join events as births on births.subject_id = deaths.subject_id and births.event_type = 'birth'
where deaths.event_type in ('death', 'execution') and deaths.modality = 'asserted' and births.modality = 'asserted'
    and (deaths.date_latest < births.date_earliest
        or deaths.date_earliest > births.date_latest + to_years((select longest_life::integer from limits)))
