-- Nobody marries after the death of either spouse, or before the other's birth.
-- severity: warning
-- check: lives_are_in_order
select distinct told.claim_id as row_key, 'marriage ' || told.date_edtf || ', ' || spouse.life as reason
from told_dates as told
join (
    select subject_id as person_id, born_from, died_to,
        'life ' || coalesce(born_from::varchar, '?') || ' to ' || coalesce(died_to::varchar, '?') as life
    from lives
) as spouse on spouse.person_id in (told.subject_id, told.object_id)
where told.event_type = 'marriage' and (
    told.last_earliest > spouse.died_to
    or (told.first_latest < spouse.born_from and spouse.person_id = told.object_id)
)
