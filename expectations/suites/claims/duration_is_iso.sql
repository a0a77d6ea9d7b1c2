-- A length of time is written as ISO 8601 has it.
-- severity: error
-- sets aside
select claim_id as row_key, duration as reason
from claims
where duration is not null
    and not regexp_full_match(duration, '(R\d*/)?P([0-9X.,~/P-]+[YMWD])*(T([0-9X.,]+[HMS])+)?[~?]?(/.*)?')
