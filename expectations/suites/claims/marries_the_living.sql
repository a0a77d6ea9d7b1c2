-- Nobody marries after the death of either spouse, or before the other's birth.
-- severity: warning
-- check: lives_are_in_order
with weddings as (
    select claim_id, date_edtf, first_latest, last_earliest, subject_id as person_id, false as is_other
    from told_dates
    where event_type = 'marriage'
    union all
    select claim_id, date_edtf, first_latest, last_earliest, object_id, true
    from told_dates
    where event_type = 'marriage'
)
select distinct claim_id as row_key,
    'marriage ' || date_edtf || ', life ' || coalesce(born_from::varchar, '?') || ' to ' || coalesce(died_to::varchar, '?')
        as reason
from weddings
join lives on lives.subject_id = weddings.person_id
where last_earliest > died_to or (is_other and first_latest < born_from)
