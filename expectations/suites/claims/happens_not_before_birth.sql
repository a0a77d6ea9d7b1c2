-- Nothing happens to a person before the birth, except what can.
-- severity: warning
-- check: lives_are_in_order
select told.claim_id as row_key, told.event_type || ' ' || told.date_edtf || ', born ' || lives.born_from as reason
from told_dates as told
join lives using (subject_id)
where told.first_latest < lives.born_from
    and told.event_type not in (select event_type from can_precede_birth)
