-- Every EDTF can be read, and the bounds of the date are those it has.
-- severity: error
-- check: dates_mean_what_they_say
-- sets aside
select claims.claim_id as row_key, claims.date_edtf as reason
from claims
left join edtf_bounds on edtf_bounds.edtf = claims.date_edtf
where claims.date_edtf is not null and (
    edtf_bounds.edtf is null
    or edtf_bounds.earliest is distinct from claims.date_earliest
    or edtf_bounds.latest is distinct from claims.date_latest
)
