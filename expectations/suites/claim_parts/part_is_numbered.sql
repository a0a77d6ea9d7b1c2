-- The parts of a claim are numbered from 0 without gaps.
-- severity: error
-- check: parts_stand_where_they_say
-- of one source
select claim_id || ' ' || max(ordinal) as row_key, count(*) || ' parts up to ' || max(ordinal) as reason
from claim_parts
group by claim_id
having max(ordinal) <> count(*) - 1 or min(ordinal) <> 0
