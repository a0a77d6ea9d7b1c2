-- A date has EDTF, precision, calendar and basis together, and bounds only with an EDTF.
-- severity: error
-- check: dates_mean_what_they_say
-- sets aside
select claim_id as row_key, concat_ws(' ', date_edtf, date_precision, calendar, date_basis) as reason
from claims
where (date_edtf is not null and (date_precision is null or calendar is null or date_basis is null))
    or (date_edtf is null and (date_precision is not null or date_earliest is not null or date_latest is not null))
    or (date_edtf is not null and date_earliest is null and date_latest is null)
