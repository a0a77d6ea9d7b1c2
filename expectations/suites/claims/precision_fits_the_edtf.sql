-- The precision of a date is the one its EDTF is written with.
-- severity: error
-- check: dates_mean_what_they_say
-- sets aside
select claim_id as row_key, date_precision || ' ' || date_edtf as reason
from claims
where date_edtf not like '[%' and date_precision <> case
    when contains(date_edtf, '..') then 'open'
    when contains(date_edtf, '/') then 'interval'
    when regexp_matches(date_edtf, '^[-Y]?-?\d+-\d{2}-\d{2}') then 'day'
    when regexp_matches(date_edtf, '^[-Y]?-?\d+-(0[1-9]|1[0-2])') then 'month'
    when regexp_matches(date_edtf, '^[-Y]?-?\d+-2[1-4]') then 'season'
    when regexp_matches(date_edtf, '^[-Y]?-?\d+-(2[5-9]|3\d|4[01])') then 'part'
    when regexp_matches(date_edtf, '^-?\d+XX') then 'century'
    when regexp_matches(date_edtf, '^-?\d+X') then 'decade'
    when regexp_full_match(date_edtf, 'Y?-?\d{4,}[?~%]?') then 'year'
    else date_precision
end
