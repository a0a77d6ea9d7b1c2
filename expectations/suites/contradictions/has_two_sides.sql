-- Every contradiction has claims on at least two sides.
-- severity: error
-- check: contradictions_have_sides
with sides as (select contradiction_id, count(*) as claim_count from contradiction_claims group by contradiction_id)
select contradictions.contradiction_id as row_key, coalesce(sides.claim_count, 0) || ' claims' as reason
from contradictions
left join sides using (contradiction_id)
where coalesce(sides.claim_count, 0) < 2
