-- The qualifier of a date is the one its EDTF shows: ~ approximate, ? uncertain, ../ before, /.. after.
-- severity: error
-- check: dates_mean_what_they_say
-- sets aside
select claim_id as row_key, coalesce(date_qualifier, 'none') || ' ' || date_edtf as reason
from claims
where date_edtf is not null and (
    (date_edtf like '../%') <> (date_qualifier is not distinct from 'before')
    or (date_edtf like '%/..') <> (date_qualifier is not distinct from 'after')
    or regexp_full_match(date_edtf, '[^/\[]*~') and date_qualifier is distinct from 'approximate'
    or regexp_full_match(date_edtf, '[^/\[]*\?') and date_qualifier is distinct from 'uncertain'
)
