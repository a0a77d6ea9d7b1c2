-- Only an interval has inner bounds.
-- severity: error
-- check: dates_mean_what_they_say
-- sets aside
select claim_id as row_key, date_precision || ' ' || concat_ws(' ', date_start_latest, date_end_earliest) as reason
from claims
where date_precision in ('day', 'month', 'season', 'part', 'decade', 'century')
    and (date_start_latest is not null or date_end_earliest is not null)
