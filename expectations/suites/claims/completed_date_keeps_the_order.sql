-- No date that the reader completed puts a trial before the arrest, or an execution before the sentence, on one page.
-- severity: error
-- check: completed_dates_are_possible
-- sets aside
with single as (
    select told.*, count(*) over (partition by source_id, subject_text, event_type) as same_count
    from told_dates as told
    where event_type in (select first_type from justice_order union select second_type from justice_order)
)
select later.claim_id as row_key,
    later.event_type || ' ' || later.date_edtf || ', ' || earlier.event_type || ' ' || earlier.date_edtf as reason
from justice_order
join single as earlier on earlier.event_type = justice_order.first_type
join single as later
    on later.event_type = justice_order.second_type and later.source_id = earlier.source_id
    and later.subject_text = earlier.subject_text
where later.is_completed and not earlier.is_completed and earlier.same_count = 1 and later.same_count = 1
    and later.last_latest < earlier.first_earliest
