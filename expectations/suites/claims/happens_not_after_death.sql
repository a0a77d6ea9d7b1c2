-- Nothing happens to a person after the death, except what can.
-- severity: warning
-- check: lives_are_in_order
select told.claim_id as row_key, told.event_type || ' ' || told.date_edtf || ', died ' || lives.died_to as reason
from told_dates as told
join lives using (subject_id)
where told.last_earliest > lives.died_to and told.event_type <> 'marriage'
    and told.event_type not in (select event_type from can_follow_death)
