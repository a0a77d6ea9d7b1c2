-- All that was found: one contradiction an event, kind and pair of values, each with every claim that takes a side.
create or replace temp table clashes as
select
    event_id,
    null::varchar as other_event_id,
    'date' as kind,
    'impossible' as strength,
    case
        when are_days and other_day - one_day = julian_lag and julian_lag > 0 then 'calendar'
        when event_type in ('arrest', 'trial', 'release', 'sentence') and gap <= 45 then 'different_stage'
        when are_days and day(one_day) = day(other_day) and month(one_day) = month(other_day)
            and levenshtein(year(one_day)::varchar, year(other_day)::varchar) = 1 then 'digit_slip'
        else 'unexplained'
    end as explanation,
    case
        when are_days and other_day - one_day = julian_lag and julian_lag > 0
            then 'The dates lie ' || julian_lag || ' days apart, as the same day does in the Julian and the Gregorian '
                || 'calendar then: perhaps one day in two calendars; no source says so.'
        when event_type in ('arrest', 'trial', 'release', 'sentence') and gap <= 45
            then 'The dates lie ' || gap || ' days apart: perhaps two stages of one matter.'
        when are_days and day(one_day) = day(other_day) and month(one_day) = month(other_day)
            and levenshtein(year(one_day)::varchar, year(other_day)::varchar) = 1
            then 'Only one digit of the year differs.'
        else 'The dates lie ' || gap || ' days apart' || case side when 'whole' then '' else ' (' || side || ')' end || '.'
    end as evidence,
    side || ' ' || one_edtf || ' / ' || other_edtf as pair,
    one_id, other_id, one_text, other_text
from found_dates
union all
select
    event_id, null, 'place', 'impossible', 'unexplained', 'Neither place names the other.',
    one_text || ' / ' || other_text, one_id, other_id, one_text, other_text
from found_places
union all
select
    event_id, null, 'figure', case when is_rough then 'tension' else 'impossible' end,
    case
        when is_rough and other_value - one_value <= 0.1 * other_value then 'rounding'
        else 'unexplained'
    end,
    case when is_rough then 'At least one figure is rough.' else 'Both figures are given as exact.' end,
    one_text || ' / ' || other_text, one_id, other_id, one_text, other_text
from found_figures
union all
select
    found_sequences.event_id, other_event_id, 'sequence', 'impossible', 'unexplained', found_sequences.evidence,
    coalesce(one.date_text, '') || ' / ' || coalesce(other.date_text, ''), one_id, other_id,
    coalesce(one.date_text, one.date_edtf, one.quote), coalesce(other.date_text, other.date_edtf, other.quote)
from found_sequences
join claims as one on one.claim_id = one_id
join claims as other on other.claim_id = other_id;

create or replace temp table contradictions as
select
    'x' || substr(sha256(concat_ws('|', event_id, other_event_id, kind, pair)), 1, 12) as contradiction_id,
    event_id,
    other_event_id,
    kind,
    min(strength) as strength,
    min(explanation) as explanation,
    min(evidence) as evidence,
    case min(explanation)
        when 'unexplained' then 'open'
        when 'calendar' then 'suggested'
        when 'different_stage' then 'suggested'
        when 'digit_slip' then 'suggested'
        else 'explained'
    end as status,
    null::varchar as ruling_id
from clashes
group by event_id, other_event_id, kind, pair;

create or replace temp table contradiction_claims as
select
    'x' || substr(sha256(concat_ws('|', event_id, other_event_id, kind, pair)), 1, 12) as contradiction_id,
    claim_id,
    min(stated_value) as stated_value
from (
    select *, one_id as claim_id, one_text as stated_value from clashes
    union all
    select *, other_id as claim_id, other_text as stated_value from clashes
)
group by contradiction_id, claim_id;
