-- One person's arrest comes before the trial, the trial before the sentence, the sentence before the execution.
-- severity: warning
-- check: lives_are_in_order
with single as (
    select told.*, count(*) over (partition by subject_id, event_type, source_id) as same_count
    from told_dates as told
    where event_type in (select first_type from justice_order union select second_type from justice_order)
)
select later.claim_id as row_key,
    later.event_type || ' ' || later.date_edtf || ', ' || earlier.event_type || ' ' || earlier.date_edtf as reason
from justice_order
join single as earlier on earlier.event_type = justice_order.first_type
join single as later
    on later.event_type = justice_order.second_type and later.subject_id = earlier.subject_id
    and later.source_id = earlier.source_id
where not later.is_completed and earlier.same_count = 1 and later.same_count = 1
    and later.last_latest < earlier.first_earliest
