-- Every date's words were understood.
-- severity: warning
-- check: dates_mean_what_they_say
select claim_id as row_key, date_text as reason
from claims
where date_text is not null and date_edtf is null
