-- Figures of one thing that differ: of what one subject does or suffers, counted in the same measure.
create or replace temp table counted_things as
select
    told.came, told.group_type, told.voice, told.source_id, told.date_earliest, told.date_latest, told.date_edtf,
    told.subject_id, told.figure_value, told.figure_qualifier, told.duration,
    coalesce(told.figure_measure, told.figure_unit, '') as measure,
    event_keys.event_id,
    hash(
        told.life_key,
        case when told.group_type in ('death', 'execution', 'purge', 'happening') then '' else coalesce(lower(told.object_text), '') end,
        lower(coalesce(told.figure_measure, '')), lower(coalesce(told.figure_unit, ''))
    ) as thing,
    -- what the words allow the number to be
    case when figure_qualifier in ('over', 'at_least') then figure_value
        when figure_qualifier in ('under', 'up_to') then 0
        when figure_qualifier = 'nearly' then figure_value * 0.85
        when figure_qualifier = 'about' then figure_value * 0.9
        else figure_value - rounding / 2 end as least,
    case when figure_qualifier = 'over' then figure_value * 10
        when figure_qualifier = 'at_least' then figure_value * 10
        when figure_qualifier in ('under', 'up_to', 'nearly') then figure_value
        when figure_qualifier = 'about' then figure_value * 1.1
        else figure_value + rounding / 2 end as most,
    rounding
from (
    -- a number that ends in noughts is rounded to what stands before them
    select *, case
        when figure_value is null or figure_value < 100 then 0
        else power(10, length(figure_value::hugeint::varchar) - length(rtrim(figure_value::hugeint::varchar, '0')))
    end as rounding
    from told
    where figure_value is not null and modality = 'asserted'
) as told
join grouped using (came)
join event_keys using (group_key);

create or replace temp table found_figures as
with
values_told as (
    select thing, figure_value, coalesce(figure_qualifier, '') as qualifier, min(came) as came,
        count(*) over (partition by thing) as value_count,
        row_number() over (partition by thing order by count(*) desc, min(came)) as place
    from counted_things
    group by thing, figure_value, qualifier
),
pairs as (
    select one.thing, one.came as one_came, other.came as other_came
    from values_told as one
    join values_told as other
        on other.thing = one.thing and (other.figure_value, other.qualifier) > (one.figure_value, one.qualifier)
    where one.value_count <= 6 or one.place = 1 or other.place = 1
),
judged as (
    select
        pairs.*, one.event_id, other.event_id as other_event_id, one.figure_value as one_value,
        other.figure_value as other_value,
        one.figure_qualifier is not null or other.figure_qualifier is not null as is_rough,
        one.least > other.most or other.least > one.most as is_apart,
        coalesce(one.date_latest < other.date_earliest or other.date_latest < one.date_earliest, false)
            or one.date_edtf is distinct from other.date_edtf and one.date_edtf is not null and other.date_edtf is not null
            as is_other_date
    from pairs
    join counted_things as one on one.came = pairs.one_came
    join counted_things as other on other.came = pairs.other_came
    where (one.group_type not in ('kinship') or other.source_id <> one.source_id or one.voice <> other.voice)
        and (not coalesce(one.date_latest < other.date_earliest or other.date_latest < one.date_earliest, false)
            or one.group_type in ('death', 'execution', 'purge', 'action', 'happening'))
)
select
    event_id,
    case when other_event_id <> event_id then other_event_id end as other_event_id,
    'figure' as kind,
    case when is_apart and not is_other_date then 'impossible' else 'tension' end as strength,
    case
        when is_other_date then 'different_scope'
        when is_rough and not is_apart then 'rounding'
        else 'unexplained'
    end as explanation,
    case when is_other_date then 'suggested' when is_rough and not is_apart then 'explained' else 'open' end as status,
    case
        when is_other_date then 'The figures are of different dates.'
        when is_rough and not is_apart then 'At least one figure is rough, and its words leave room for the other.'
        when is_rough then 'At least one figure is rough, but its words leave no room for the other.'
        else 'Both figures are given as exact.'
    end as evidence,
    one_value || ' / ' || other_value as pair,
    unnest([one_came, other_came]) as came,
    null::varchar as stated_value
from judged
where is_apart or (is_rough and greatest(one_value, other_value) > 1.1 * least(one_value, other_value));
