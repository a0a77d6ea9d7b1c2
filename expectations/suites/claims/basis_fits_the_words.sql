-- An inferred date has no words, and any other has.
-- severity: error
-- check: dates_mean_what_they_say
-- sets aside
select claim_id as row_key, date_basis || ': ' || coalesce(date_text, 'no words') as reason
from claims
where date_basis is not null and (date_basis = 'inferred') <> (date_text is null)
