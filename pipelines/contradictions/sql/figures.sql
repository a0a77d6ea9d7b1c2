-- Figures of one thing that differ: of what one subject does or suffers, counted in the same measure. A multitude without
-- a name ("civilians") is the same only in pages about the same person.
create or replace temp macro counted_noun(words) as (
    -- the noun that is counted: the last before "of" or "who", in the singular; of nouns that count the same, one
    select case when list_contains($same_counted, noun) then $same_counted[1] else noun end
    from (
        select regexp_replace(regexp_extract(
            regexp_replace(words, '\s+(of|who|which|that|linked|associated|from|in|to|with|on|under|for)\s.*$$', ''),
            '([\p{L}-]+)[^\p{L}]*$$', 1
        ), 's$$', '') as noun
    )
);

create or replace temp table counted_things as
select
    told.came, told.group_type, told.voice, told.source_id, told.date_earliest, told.date_latest, told.date_edtf,
    told.subject_id, told.figure_value, told.figure_qualifier, event_keys.event_id,
    hash(
        told.group_type,
        case when told.is_crowd then coalesce(told.page_subject_id, told.title, told.source_id) || ' ' || told.crowd else told.subject_id end,
        case when told.group_type in ('death', 'execution', 'purge', 'happening') then ''
            else coalesce(nullif(told.measure, ''), told.noun, '') end
    ) as thing,
    -- what the words allow the number to be
    case when figure_qualifier in ('over', 'at_least') then figure_value
        when figure_qualifier in ('under', 'up_to') then 0
        when figure_qualifier = 'nearly' then figure_value * 0.85
        when figure_qualifier = 'about' then figure_value - greatest(figure_value * 0.05, rounding / 2)
        else figure_value - rounding / 2 end as least,
    case when figure_qualifier = 'over' then figure_value * 10
        when figure_qualifier = 'at_least' then figure_value * 10
        when figure_qualifier in ('under', 'up_to', 'nearly') then figure_value
        when figure_qualifier = 'about' then figure_value + greatest(figure_value * 0.05, rounding / 2)
        else figure_value + rounding / 2 end as most,
    rounding
from (
    select
        told.*,
        -- a number that ends in noughts is rounded to what stands before them
        case
            when told.figure_value < 100 then 0
            else power(10, length(told.figure_value::hugeint::varchar)
                - length(rtrim(told.figure_value::hugeint::varchar, '0')))
        end as rounding,
        counted_noun(lower(concat_ws(' ', told.figure_measure, told.figure_unit))) as measure,
        counted_noun(lower(told.object_text)) as noun,
        counted_noun(lower(claims.subject_text)) as crowd,
        -- who acts or suffers is a multitude where the name has no capital
        not regexp_matches(claims.subject_text, '^\p{Lu}') as is_crowd,
        sources_resolved.subject_id as page_subject_id,
        sources_resolved.title
    from told
    join claims using (claim_id)
    join sources_resolved on sources_resolved.source_id = told.source_id
    where told.figure_value is not null and told.modality = 'asserted'
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
        greatest(one.figure_value, other.figure_value) > 1.4 * least(one.figure_value, other.figure_value) as is_far,
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
        when is_other_date or is_rough and not is_apart and is_far then 'different_scope'
        when is_rough and not is_apart then 'rounding'
        else 'unexplained'
    end as explanation,
    case when is_other_date or is_rough and not is_apart and is_far then 'suggested' when is_rough and not is_apart then 'explained' else 'open' end as status,
    case
        when is_other_date then 'The figures are of different dates.'
        when is_rough and not is_apart and is_far then 'The words leave room for both, but they lie far apart: perhaps they count other things.'
        when is_rough and not is_apart then 'At least one figure is rough, and its words leave room for the other.'
        when is_rough then 'At least one figure is rough, but its words leave no room for the other.'
        else 'Both figures are given as exact.'
    end as evidence,
    one_value || ' / ' || other_value as pair,
    unnest([one_came, other_came]) as came,
    null::varchar as stated_value
from judged
where is_apart or (is_rough and greatest(one_value, other_value) > 1.1 * least(one_value, other_value));
