-- One row a tenure of a resolved office, in the order of holding; one without any date has no place in it.
with
ordered as (
    select
        tenures.*,
        offices.label as office_label,
        tenures.start_earliest is null and tenures.end_latest is null as is_undated,
        case when not is_undated then row_number() over succession_order end as place_in_order,
        lag(tenures.person) over succession_order as holder_before,
        lag(tenures.end_earliest) over succession_order as before_end_earliest,
        lag(tenures.end_latest) over succession_order as before_end_latest
    from office_tenures as tenures
    join entities as offices on offices.entity_id = tenures.office_id
    window succession_order as (
        partition by tenures.office_id, tenures.start_earliest is null and tenures.end_latest is null
        order by coalesce(tenures.start_earliest, tenures.end_latest), tenures.end_latest nulls last, tenures.event_id
    )
),
-- days without a holder: one that begins the day the other ends, or the day after, leaves none
joined as (
    select
        *,
        date_diff('day', before_end_latest, start_earliest) - 1 as gap_days_least,
        date_diff('day', before_end_earliest, start_latest) - 1 as gap_days_most
    from ordered
)
select
    event_id,
    office_id,
    office_label as office,
    place_in_order,
    person_id,
    person,
    date_edtf,
    start_earliest,
    start_latest,
    end_earliest,
    end_latest,
    start_year,
    start_month,
    start_day,
    end_year,
    end_month,
    end_day,
    case when not is_undated then holder_before end as holder_before,
    predecessor,
    successor,
    case
        when is_undated then 'undated'
        when place_in_order = 1 then 'first'
        when gap_days_least is null or gap_days_most is null then 'unknown'
        when gap_days_least > 0 then 'gap'
        when gap_days_most < -1 then 'overlap'
        when gap_days_least >= -1 and gap_days_most <= 0 then 'follows'
        when gap_days_least < -1 and gap_days_most > 0 then 'possible gap or overlap'
        when gap_days_most > 0 then 'possible gap'
        else 'possible overlap'
    end as succession,
    gap_days_least,
    gap_days_most,
    certainty
from joined
