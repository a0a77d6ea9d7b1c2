-- Within one event: dates that cannot both be true.
create or replace temp table found_dates as
with
sides as (
    -- each claim's date as the day it tells of: the whole, or one end of a tenure
    select event_claims.event_id, event_claims.claim_id, claims.date_text, claims.date_edtf, claims.calendar,
        event_claims.part as side, claims.date_earliest as low, claims.date_latest as high, events.event_type
    from event_claims
    join claims using (claim_id)
    join events using (event_id)
    where claims.modality = 'asserted' and claims.date_text is not null and events.event_type <> 'tenure'
    union all
    select event_claims.event_id, event_claims.claim_id, claims.date_text, claims.date_edtf, claims.calendar,
        'start', claims.date_earliest,
        case event_claims.part when 'start' then claims.date_latest else claims.date_start_latest end, 'tenure'
    from event_claims
    join claims using (claim_id)
    join events using (event_id)
    where claims.modality = 'asserted' and claims.date_text is not null and events.event_type = 'tenure'
        and event_claims.part in ('start', 'whole') and (event_claims.part = 'start' or claims.date_start_latest is not null)
    union all
    select event_claims.event_id, event_claims.claim_id, claims.date_text, claims.date_edtf, claims.calendar,
        'end', case event_claims.part when 'end' then claims.date_earliest else claims.date_end_earliest end,
        claims.date_latest, 'tenure'
    from event_claims
    join claims using (claim_id)
    join events using (event_id)
    where claims.modality = 'asserted' and claims.date_text is not null and events.event_type = 'tenure'
        and event_claims.part in ('end', 'whole') and (event_claims.part = 'end' or claims.date_end_earliest is not null)
),
clashes as (
    select
        one.event_id,
        one.event_type,
        one.side,
        one.claim_id as one_id,
        other.claim_id as other_id,
        one.date_text as one_text,
        other.date_text as other_text,
        one.date_edtf as one_edtf,
        other.date_edtf as other_edtf,
        other.low - one.high as gap,
        one.low = one.high and other.low = other.high as are_days,
        one.low as one_day,
        other.low as other_day,
        one.calendar as one_calendar,
        other.calendar as other_calendar
    from sides as one
    join sides as other on other.event_id = one.event_id and other.side = one.side and other.low > one.high
)
select
    *,
    -- by how many days the Julian calendar lagged behind: 10 to 1700, then one more for each century no leap year there
    case
        when one_day < date '1582-10-15' then 0
        when one_day < date '1700-03-11' then 10
        when one_day < date '1800-03-12' then 11
        when one_day < date '1900-03-13' then 12
        else 13
    end as julian_lag
from clashes;
